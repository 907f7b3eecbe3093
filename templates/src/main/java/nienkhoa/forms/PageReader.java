package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
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
     * @param font resource that the text was set in
     * @param codes the bytes shown, two for each glyph
     * @param x of its beginning in points from the left edge, {@code y} from the bottom
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Shown(COSDictionary font, byte[] codes, float x, float y) {}

    /** @param y of the lower left corner, from the bottom */
    record Image(COSStream stream, float x, float y) {}

    /** How the operators of a page are told apart. */
    @FunctionalInterface
    interface Syntax {

        Operators of(PDContentStream content) throws IOException;

        /** Fast, and reads pages as forms have them; throws {@link ContentTokens.Unknown} on others. */
        Syntax QUICK = content -> {
            try (InputStream decoded = content.getContents()) {
                return new QuickOperators(decoded.readAllBytes());
            }
        };

        /** By PDFBox alone. */
        Syntax FULL = ParsedOperators::new;
    }

    private static final COSDictionary NO_FONT = new COSDictionary();

    private final Syntax syntax;
    private final List<Shown> texts = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private State state;
    private Affine line = Affine.NONE;
    private float leading;

    private record State(Affine matrix, COSDictionary font) {}

    /** The resources that the names in a content stream stand for. */
    private record Names(PDResources resources, Map<String, COSDictionary> fonts) {

        static Names of(@Nullable PDResources resources) {
            return new Names(resources == null ? new PDResources() : resources, new HashMap<>());
        }

        COSDictionary font(String name) {
            return fonts.computeIfAbsent(name, any -> {
                COSDictionary all = resources.getCOSObject().getCOSDictionary(COSName.FONT);
                COSDictionary font = all == null ? null : all.getCOSDictionary(COSName.getPDFName(name));
                return font == null ? NO_FONT : font;
            });
        }
    }

    private PageReader(Syntax syntax, PDPage page) {
        this.syntax = syntax;
        this.state = new State(upright(page), NO_FONT);
    }

    /** Reads a page quickly, or by PDFBox alone if it holds what the quick reading does not know. */
    static PageReader read(PDPage page) throws IOException {
        try {
            return read(page, Syntax.QUICK);
        } catch (ContentTokens.Unknown e) {
            return read(page, Syntax.FULL);
        }
    }

    static PageReader read(PDPage page, Syntax syntax) throws IOException {
        PageReader reader = new PageReader(syntax, page);
        reader.read(page, Names.of(page.getResources()));
        return reader;
    }

    List<Shown> texts() {
        return texts;
    }

    List<Image> images() {
        return images;
    }

    /** From the page as stored to the page as seen. */
    private static Affine upright(PDPage page) {
        float width = page.getMediaBox().getWidth();
        float height = page.getMediaBox().getHeight();
        return switch (page.getRotation()) {
            case 90 -> new Affine(0, -1, 1, 0, 0, width);
            case 180 -> new Affine(-1, 0, 0, -1, width, height);
            case 270 -> new Affine(0, 1, -1, 0, height, 0);
            default -> Affine.NONE;
        };
    }

    private void read(PDContentStream content, Names names) throws IOException {
        Operators operators = syntax.of(content);
        while (operators.next()) {
            apply(operators, names);
        }
    }

    private void apply(Operators operators, Names names) throws IOException {
        switch (operators.operator()) {
            case 'q' -> saved.push(state);
            case 'Q' -> state = saved.isEmpty() ? state : saved.pop();
            case 'c' << 8 | 'm' -> state = new State(Affine.of(operators).then(state.matrix()), state.font());
            case 'B' << 8 | 'T' -> line = Affine.NONE;
            case 'T' << 8 | 'm' -> line = Affine.of(operators);
            case 'T' << 8 | 'L' -> leading = operators.number(0);
            case 'T' << 8 | 'd' -> move(operators.number(0), operators.number(1));
            case 'T' << 8 | 'D' -> {
                leading = -operators.number(1);
                move(operators.number(0), operators.number(1));
            }
            case 'T' << 8 | '*' -> move(0, -leading);
            case 'T' << 8 | 'f' -> state = new State(state.matrix(), names.font(operators.name()));
            case 'T' << 8 | 'j', 'T' << 8 | 'J' -> show(operators);
            case '\'', '"' -> {
                move(0, -leading);
                show(operators);
            }
            case 'D' << 8 | 'o' -> draw(names, operators.name());
            default -> {
                // lines, colours, marked content: nothing that is read
            }
        }
    }

    private void move(float x, float y) {
        line = line.after(x, y);
    }

    private void show(Operators operators) {
        byte[] codes = operators.shown();
        if (codes.length > 0) {
            Affine outer = state.matrix();
            texts.add(new Shown(state.font(), codes, outer.x(line.e(), line.f()), outer.y(line.e(), line.f())));
        }
    }

    private void draw(Names names, String name) throws IOException {
        var object = names.resources().getXObject(COSName.getPDFName(name));
        if (object instanceof PDFormXObject form) {
            State outside = state;
            state = new State(Affine.of(form.getMatrix()).then(state.matrix()), state.font());
            read(form, form.getResources() == null ? names : Names.of(form.getResources()));
            state = outside;
        } else if (object instanceof PDImageXObject image) {
            images.add(new Image(
                    image.getCOSObject(), state.matrix().e(), state.matrix().f()));
        }
    }
}
