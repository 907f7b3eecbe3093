package nienkhoa.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
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

    private static final int NUMBERS_OF_A_MATRIX = 6;

    private final List<Shown> texts = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final Deque<State> saved = new ArrayDeque<>();
    private State state = new State(new Matrix(), null);
    private Matrix line = new Matrix();
    private float leading;

    private record State(Matrix matrix, @Nullable COSDictionary font) {}

    private PageReader() {}

    static PageReader read(PDPage page) throws IOException {
        PageReader reader = new PageReader();
        reader.state = new State(upright(page), null);
        reader.read(page, page.getResources());
        return reader;
    }

    List<Shown> texts() {
        return texts;
    }

    List<Image> images() {
        return images;
    }

    /** From the page as stored to the page as seen. */
    private static Matrix upright(PDPage page) {
        float width = page.getMediaBox().getWidth();
        float height = page.getMediaBox().getHeight();
        return switch (page.getRotation()) {
            case 90 -> new Matrix(0, -1, 1, 0, 0, width);
            case 180 -> new Matrix(-1, 0, 0, -1, width, height);
            case 270 -> new Matrix(0, 1, -1, 0, height, 0);
            default -> new Matrix();
        };
    }

    private void read(PDContentStream content, @Nullable PDResources resources) throws IOException {
        PDResources names = resources == null ? new PDResources() : resources;
        PDFStreamParser parser = new PDFStreamParser(content);
        List<COSBase> operands = new ArrayList<>();
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                apply(operator.getName(), operands, names);
                operands.clear();
            } else {
                operands.add((COSBase) token);
            }
        }
    }

    private void apply(String operator, List<COSBase> operands, PDResources names) throws IOException {
        switch (operator) {
            case "q" -> saved.push(state);
            case "Q" -> state = saved.isEmpty() ? state : saved.pop();
            case "cm" -> state = new State(matrix(operands).multiply(state.matrix()), state.font());
            case "BT" -> line = new Matrix();
            case "Tm" -> line = matrix(operands);
            case "TL" -> leading = number(operands, 0);
            case "Td" -> move(number(operands, 0), number(operands, 1));
            case "TD" -> {
                leading = -number(operands, 1);
                move(number(operands, 0), number(operands, 1));
            }
            case "T*" -> move(0, -leading);
            case "Tf" -> state = new State(state.matrix(), font(names, operands));
            case "Tj", "TJ" -> show(operands);
            case "'", "\"" -> {
                move(0, -leading);
                show(operands);
            }
            case "Do" -> draw(names, (COSName) operands.get(0));
            default -> {
                // lines, colours, marked content: nothing that is read
            }
        }
    }

    private void move(float x, float y) {
        line = new Matrix(1, 0, 0, 1, x, y).multiply(line);
    }

    private void show(List<COSBase> operands) {
        COSBase shown = operands.get(operands.size() - 1);
        List<COSString> strings = new ArrayList<>();
        if (shown instanceof COSString string) {
            strings.add(string);
        } else if (shown instanceof COSArray array) {
            array.forEach(item -> {
                if (item instanceof COSString string) {
                    strings.add(string);
                }
            });
        }
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        strings.forEach(string -> codes.writeBytes(string.getBytes()));
        if (codes.size() > 0) {
            Matrix place = line.multiply(state.matrix());
            COSDictionary font = state.font() == null ? new COSDictionary() : state.font();
            texts.add(new Shown(font, codes.toByteArray(), place.getTranslateX(), place.getTranslateY()));
        }
    }

    private void draw(PDResources names, COSName name) throws IOException {
        var object = names.getXObject(name);
        if (object instanceof PDFormXObject form) {
            State outside = state;
            state = new State(form.getMatrix().multiply(state.matrix()), state.font());
            read(form, form.getResources() == null ? names : form.getResources());
            state = outside;
        } else if (object instanceof PDImageXObject image) {
            images.add(new Image(
                    image.getCOSObject(),
                    state.matrix().getTranslateX(),
                    state.matrix().getTranslateY()));
        }
    }

    private static @Nullable COSDictionary font(PDResources names, List<COSBase> operands) {
        COSDictionary fonts = names.getCOSObject().getCOSDictionary(COSName.FONT);
        return fonts == null ? null : fonts.getCOSDictionary((COSName) operands.get(0));
    }

    private static Matrix matrix(List<COSBase> operands) {
        float[] m = new float[NUMBERS_OF_A_MATRIX];
        for (int i = 0; i < m.length; i++) {
            m[i] = number(operands, i);
        }
        return new Matrix(m[0], m[1], m[2], m[3], m[4], m[5]);
    }

    private static float number(List<COSBase> operands, int at) {
        return at < operands.size() && operands.get(at) instanceof COSNumber number ? number.floatValue() : 0;
    }
}
