package nienkhoa.printrun;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import uk.org.okapibarcode.backend.DataMatrix;

/**
 * Draws the code of each side into its margin: at the upper left with the letter {@code T} in front, at the lower right
 * with {@code B}, so that a side that lies upside down is known as such. The document itself is not touched; what comes
 * back is a file for the printer only.
 */
public final class SheetStamp {

    /** Side of one module: at 150 dpi more than two dots; the whole code ends 2 mm before a margin of 15 mm. */
    static final float MODULE_MM = 0.4f;

    /** From the edge of the paper: what office printers cannot reach is 4.2 mm at most. */
    static final float EDGE_MM = 4.3f;

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final float LETTERS = 4.5f;
    private static final float GAP_MM = 4;

    private SheetStamp() {}

    /**
     * Stamps a file of sides.
     *
     * @param codes one for each page of the file, in its order
     * @throws IllegalArgumentException if there are not as many codes as pages
     */
    public static byte[] stamp(byte[] sides, List<SheetCode> codes) {
        try (PDDocument document = Loader.loadPDF(sides)) {
            if (document.getNumberOfPages() != codes.size()) {
                throw new IllegalArgumentException(document.getNumberOfPages() + " pages, " + codes.size() + " codes");
            }
            PDType1Font font = new PDType1Font(FontName.HELVETICA);
            for (int page = 0; page < codes.size(); page++) {
                stamp(document, document.getPage(page), codes.get(page), font);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream(sides.length + 4096 * codes.size());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stamp(PDDocument document, PDPage page, SheetCode code, PDType1Font font) throws IOException {
        PDRectangle paper = page.getMediaBox();
        DataMatrix upper = matrix("T" + code.written());
        DataMatrix lower = matrix("B" + code.written());
        float edge = EDGE_MM * POINTS_PER_MM;
        float size = upper.getWidth() * MODULE_MM * POINTS_PER_MM;
        float gap = GAP_MM * POINTS_PER_MM;
        String letters = code.readable();
        float length = font.getStringWidth(letters) / 1000 * LETTERS;
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            draw(content, upper, paper.getLowerLeftX() + edge, paper.getUpperRightY() - edge - size);
            draw(content, lower, paper.getUpperRightX() - edge - size, paper.getLowerLeftY() + edge);
            float above = paper.getUpperRightY() - edge - LETTERS;
            write(content, font, letters, paper.getLowerLeftX() + edge + size + gap, above);
            float start = paper.getUpperRightX() - edge - size - gap - length;
            write(content, font, letters, start, paper.getLowerLeftY() + edge);
        }
    }

    private static DataMatrix matrix(String text) {
        DataMatrix matrix = new DataMatrix();
        matrix.setForceMode(DataMatrix.ForceMode.SQUARE);
        matrix.setQuietZoneHorizontal(0);
        matrix.setQuietZoneVertical(0);
        matrix.setContent(text);
        return matrix;
    }

    private static void draw(PDPageContentStream content, DataMatrix matrix, float x, float y) throws IOException {
        float module = MODULE_MM * POINTS_PER_MM;
        content.setNonStrokingColor(0f);
        for (Rectangle2D.Double dark : rectangles(matrix)) {
            float top = (float) (matrix.getHeight() - dark.y - dark.height) * module;
            content.addRect(
                    x + (float) dark.x * module, y + top, (float) dark.width * module, (float) dark.height * module);
        }
        content.fill();
    }

    private static List<Rectangle2D.Double> rectangles(DataMatrix matrix) {
        return matrix.getRectangles().stream()
                .map(r -> new Rectangle2D.Double(r.x, r.y, r.width, r.height))
                .toList();
    }

    private static void write(PDPageContentStream content, PDType1Font font, String text, float x, float y)
            throws IOException {
        content.beginText();
        content.setFont(font, LETTERS);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }
}
