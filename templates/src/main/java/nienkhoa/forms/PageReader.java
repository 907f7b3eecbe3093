package nienkhoa.forms;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.jspecify.annotations.Nullable;

/**
 * What the operators of a page show, where, and in which face: no layout, no glyph outlines, so a page costs a fraction
 * of what a text extraction costs. Follows form XObjects.
 */
final class PageReader {

    /**
     * One showing operator.
     *
     * @param codes the bytes shown, two for each glyph
     * @param x of its beginning in points from the left edge, {@code y} from the bottom
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Shown(ReadFace face, byte[] codes, float x, float y) {}

    /** @param y of the lower left corner, from the bottom */
    record Image(COSStream stream, float x, float y) {}

    /** How the operators of a page are told apart. */
    @FunctionalInterface
    interface Syntax {

        Operators of(PDContentStream content) throws IOException;

        /** Fast, and reads pages as forms have them; throws {@link ContentTokens.Unknown} on others. */
        Syntax QUICK = content -> new QuickOperators(PageContents.of(content));

        /** Every operator by PDFBox alone. */
        Syntax FULL = content -> new ParsedOperators(PageContents.of(content));
    }

    private final Syntax syntax;
    private final GlyphReader glyphs;
    private final List<Shown> texts = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State(Affine.NONE, ReadFace.NONE);
    private Affine line = Affine.NONE;
    private float leading;

    private final Map<String, ReadFace> faces = new HashMap<>();
    private final ReadMarks marks = new ReadMarks();
    private boolean drawsObjects;

    private record State(Affine matrix, ReadFace face) {}

    private PageReader(Syntax syntax, GlyphReader glyphs) {
        this.syntax = syntax;
        this.glyphs = glyphs;
    }

    /**
     * Reads a page that lies upright: quickly, or by PDFBox alone if it holds what the quick reading does not know.
     *
     * @param quick {@link Syntax#QUICK} or a faster one
     */
    static PageReader readQuickly(PDPage page, GlyphReader glyphs, Syntax quick) throws IOException {
        try {
            return read(page, glyphs, quick);
        } catch (ContentTokens.Unknown e) {
            return read(page, glyphs, Syntax.FULL);
        }
    }

    static PageReader read(PDPage page, GlyphReader glyphs, Syntax syntax) throws IOException {
        PageReader reader = new PageReader(syntax, glyphs);
        reader.read(page, page.getResources());
        return reader;
    }

    List<Shown> texts() {
        return texts;
    }

    List<Image> images() {
        return images;
    }

    ReadMarks marks() {
        return marks;
    }

    /** The fonts that were set, by their names; of the page itself if it {@link #drawsObjects} not. */
    Map<String, ReadFace> faces() {
        return faces;
    }

    /** Whether something is drawn that does not stand in the page's own content. */
    boolean drawsObjects() {
        return drawsObjects;
    }

    private void read(PDContentStream content, @Nullable PDResources resources) throws IOException {
        PDResources names = resources == null ? new PDResources() : resources;
        Operators operators = syntax.of(content);
        while (operators.next()) {
            apply(operators, names);
        }
    }

    private void apply(Operators operators, PDResources names) throws IOException {
        switch (operators.operator()) {
            case 'q' -> saved.push(state);
            case 'Q' -> state = saved.isEmpty() ? state : saved.pop();
            case ('c' << 8) | 'm' -> state = new State(Affine.of(operators).then(state.matrix()), state.face());
            case ('B' << 8) | 'T' -> line = Affine.NONE;
            case ('T' << 8) | 'm' -> line = Affine.of(operators);
            case ('T' << 8) | 'L' -> leading = operators.number(0);
            case ('T' << 8) | 'd' -> move(operators.number(0), operators.number(1));
            case ('T' << 8) | 'D' -> {
                leading = -operators.number(1);
                move(operators.number(0), operators.number(1));
            }
            case ('T' << 8) | '*' -> move(0, -leading);
            case ('T' << 8) | 'f' -> state = new State(state.matrix(), face(names, operators.name()));
            case ('T' << 8) | 'j', ('T' << 8) | 'J' -> show(operators);
            case '\'', '"' -> {
                move(0, -leading);
                show(operators);
            }
            case ('D' << 8) | 'o' -> draw(names, operators.name());
            default -> marks.read(operators);
        }
    }

    private void move(float x, float y) {
        line = line.after(x, y);
    }

    private void show(Operators operators) {
        byte[] codes = operators.shown();
        marks.painted();
        if (codes.length > 0) {
            Affine outer = state.matrix();
            texts.add(new Shown(state.face(), codes, outer.x(line.e(), line.f()), outer.y(line.e(), line.f())));
        }
    }

    private ReadFace face(PDResources names, String name) throws IOException {
        ReadFace known = drawsObjects ? null : faces.get(name);
        if (known != null) {
            return known;
        }
        COSDictionary fonts = names.getCOSObject().getCOSDictionary(COSName.FONT);
        ReadFace face = glyphs.font(fonts == null ? null : fonts.getItem(COSName.getPDFName(name)));
        faces.put(name, face);
        return face;
    }

    private void draw(PDResources names, String name) throws IOException {
        drawsObjects = true;
        marks.painted();
        var object = names.getXObject(COSName.getPDFName(name));
        if (object instanceof PDFormXObject form) {
            State outside = state;
            state = new State(Affine.of(form.getMatrix()).then(state.matrix()), state.face());
            read(form, form.getResources() == null ? names : form.getResources());
            state = outside;
        } else if (object instanceof PDImageXObject image) {
            images.add(new Image(
                    image.getCOSObject(), state.matrix().e(), state.matrix().f()));
        }
    }
}
