package nienkhoa.printrun;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import uk.org.okapibarcode.backend.DataMatrix;

/**
 * Draws the code of each side into its margin, as the side is looked at: at the upper left with the letter {@code T} in
 * front, at the lower right or lower left with {@code B}, so that a side that lies upside down is known as such. The
 * document itself is not touched; what comes back is a file for the printer only. The same sides and codes give the same
 * bytes.
 */
public final class SheetStamp {

    /** Side of one module: at 150 dpi more than two dots; the whole code ends 2 mm before a margin of 15 mm. */
    static final float MODULE_MM = 0.4f;

    /** From the edge of the paper: what office printers cannot reach is 4.2 mm at most. */
    static final float EDGE_MM = 4.3f;

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final float LETTERS = 4.5f;
    private static final float GAP_MM = 4;
    private static final int FULL_TURN = 360;
    private static final String FACE = "/fonts/NienKhoaSerif-Regular.ttf";

    private final PDDocument document;
    private final PDFont font;
    private final Corners corners;

    private SheetStamp(PDDocument document, PDFont font, Corners corners) {
        this.document = document;
        this.font = font;
        this.corners = corners;
    }

    /** Where the second code of a side stands; the first is at the upper left. */
    public enum Corners {
        /** At the lower right: far from any hole that takes the first. */
        DIAGONAL("diagonal"),
        /** At the lower left, for forms whose right margin has no room. */
        BINDING_EDGE("binding-edge");

        private final String written;

        Corners(String written) {
            this.written = written;
        }

        /** @throws IllegalArgumentException if it is none of them */
        static Corners of(String written) {
            return Stream.of(values())
                    .filter(corners -> corners.written.equals(written))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("corners " + written));
        }
    }

    /** As {@link #stamp(byte[], List, Corners)}, at opposite corners. */
    public static byte[] stamp(byte[] sides, List<SheetCode> codes) {
        return stamp(sides, codes, Corners.DIAGONAL);
    }

    /**
     * Stamps a file of sides.
     *
     * @param codes one for each page of the file, in its order
     * @throws IllegalArgumentException if there are not as many codes as pages
     */
    public static byte[] stamp(byte[] sides, List<SheetCode> codes, Corners corners) {
        try (PDDocument document = Loader.loadPDF(sides)) {
            draw(document, codes, corners);
            document.setDocumentId((long) codes.hashCode());
            ByteArrayOutputStream out = new ByteArrayOutputStream(sides.length + 4096 * codes.size());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws into an open file. */
    static void draw(PDDocument document, List<SheetCode> codes, Corners corners) throws IOException {
        if (document.getNumberOfPages() != codes.size()) {
            throw new IllegalArgumentException(document.getNumberOfPages() + " pages, " + codes.size() + " codes");
        }
        try (InputStream face = Objects.requireNonNull(SheetStamp.class.getResourceAsStream(FACE), FACE)) {
            SheetStamp stamp = new SheetStamp(document, PDType0Font.load(document, face, true), corners);
            for (int page = 0; page < codes.size(); page++) {
                stamp.stamp(document.getPage(page), codes.get(page));
            }
        }
    }

    private void stamp(PDPage page, SheetCode code) throws IOException {
        PDRectangle seen = asSeen(page);
        DataMatrix upper = matrix("T" + code.written());
        DataMatrix lower = matrix("B" + code.written());
        float edge = EDGE_MM * POINTS_PER_MM;
        float size = upper.getWidth() * MODULE_MM * POINTS_PER_MM;
        float gap = GAP_MM * POINTS_PER_MM;
        String letters = code.readable();
        float length = font.getStringWidth(letters) / 1000 * LETTERS;
        boolean right = corners == Corners.DIAGONAL;
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.transform(turn(page));
            draw(content, upper, edge, seen.getHeight() - edge - size);
            write(content, letters, edge + size + gap, seen.getHeight() - edge - LETTERS);
            draw(content, lower, right ? seen.getWidth() - edge - size : edge, edge);
            write(content, letters, right ? seen.getWidth() - edge - size - gap - length : edge + size + gap, edge);
        }
    }

    private static int rotation(PDPage page) {
        return Math.floorMod(page.getRotation(), FULL_TURN);
    }

    private static PDRectangle asSeen(PDPage page) {
        PDRectangle box = page.getCropBox();
        return rotation(page) % 180 == 0
                ? new PDRectangle(box.getWidth(), box.getHeight())
                : new PDRectangle(box.getHeight(), box.getWidth());
    }

    /** From the corner and the axes of the page as it is looked at to its own. */
    private static Matrix turn(PDPage page) {
        PDRectangle box = page.getCropBox();
        float left = box.getLowerLeftX();
        float bottom = box.getLowerLeftY();
        float right = box.getUpperRightX();
        float top = box.getUpperRightY();
        return switch (rotation(page)) {
            case 90 -> new Matrix(0, 1, -1, 0, right, bottom);
            case 180 -> new Matrix(-1, 0, 0, -1, right, top);
            case 270 -> new Matrix(0, -1, 1, 0, left, top);
            default -> new Matrix(1, 0, 0, 1, left, bottom);
        };
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

    private void write(PDPageContentStream content, String text, float x, float y) throws IOException {
        content.beginText();
        content.setFont(font, LETTERS);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }
}
