package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import nienkhoa.printrun.SheetCode.Side;
import nienkhoa.printrun.SheetStamp.Corners;
import nienkhoa.printrun.scan.SheetReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetStampTest {

    private static final int DPI = 100;
    private static final double PIXELS_PER_MM = DPI / 25.4;

    private static final SheetCode CODE = new SheetCode("D00001", 1, 3, 20, Side.A, "0123456789ABCDEF", "A1B2C3", 1);

    @ParameterizedTest(name = "page turned by {0}")
    @ValueSource(ints = {0, 90, 180, 270, -90})
    void standsInTheCornersAsTheyAreLookedAt(int rotation) throws IOException {
        BufferedImage seen = picture(SheetStamp.stamp(page(rotation, 0), List.of(CODE)));

        assertThat(ink(seen, 3, 3, 12)).isPositive();
        assertThat(ink(seen, mm(seen.getWidth()) - 15, mm(seen.getHeight()) - 15, 12))
                .isPositive();
        assertThat(ink(seen, mm(seen.getWidth()) - 15, 3, 12)).isZero();
        assertThat(ink(seen, 3, mm(seen.getHeight()) - 15, 12)).isZero();
        SeenSide read = SheetReader.read(1, large(SheetStamp.stamp(page(rotation, 0), List.of(CODE))));
        assertThat(read.code()).contains(CODE);
        assertThat(read.quarterTurns()).isZero();
    }

    @Test
    void staysInsideOfACroppedPage() throws IOException {
        BufferedImage seen = picture(SheetStamp.stamp(page(90, 60), List.of(CODE)));

        assertThat(ink(seen, 3, 3, 12)).isPositive();
        assertThat(ink(seen, mm(seen.getWidth()) - 15, mm(seen.getHeight()) - 15, 12))
                .isPositive();
    }

    @Test
    void canStandAtTheBindingEdgeOnly() throws IOException {
        BufferedImage seen = picture(SheetStamp.stamp(page(0, 0), List.of(CODE), Corners.BINDING_EDGE));

        assertThat(ink(seen, 3, mm(seen.getHeight()) - 15, 12)).isPositive();
        assertThat(ink(seen, mm(seen.getWidth()) - 15, mm(seen.getHeight()) - 15, 12))
                .isZero();
    }

    @Test
    void carriesItsOwnFace() throws IOException {
        try (PDDocument stamped = Loader.loadPDF(SheetStamp.stamp(page(0, 0), List.of(CODE)))) {
            for (COSName name : stamped.getPage(0).getResources().getFontNames()) {
                assertThat(stamped.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void theSameGivesTheSameBytes() throws IOException {
        byte[] page = page(0, 0);

        assertThat(SheetStamp.stamp(page, List.of(CODE))).isEqualTo(SheetStamp.stamp(page, List.of(CODE)));
    }

    private static byte[] page(int rotation, int crop) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            PDRectangle box = page.getMediaBox();
            page.setCropBox(new PDRectangle(crop, crop, box.getWidth() - 2 * crop, box.getHeight() - 2 * crop));
            document.addPage(page);
            document.setDocumentId(1L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static BufferedImage picture(byte[] pdf) throws IOException {
        return picture(pdf, DPI);
    }

    private static BufferedImage large(byte[] pdf) throws IOException {
        return picture(pdf, 150);
    }

    private static BufferedImage picture(byte[] pdf, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
        }
    }

    private static double mm(int pixels) {
        return pixels / PIXELS_PER_MM;
    }

    private static int ink(BufferedImage picture, double left, double top, double size) {
        int dark = 0;
        for (int y = (int) (top * PIXELS_PER_MM); y < (top + size) * PIXELS_PER_MM; y++) {
            for (int x = (int) (left * PIXELS_PER_MM); x < (left + size) * PIXELS_PER_MM; x++) {
                dark += (picture.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return dark;
    }
}
