package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our own export must look as if the report engine had exported the pages: not one pixel may differ. PDFBox rounds the
 * sums of its floats a little differently for the two, which is one level of 255 at the edge of some letters.
 */
class PdfExportTest {

    private static final int DPI = 50;
    private static final int MOST_PAGES = 6;
    private static final int ROUNDING = 2;

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final SimpleJasperReportsContext CONTEXT = FormRenderer.context();
    private static final Fill FILL =
            new Fill(CONTEXT, new Templates(CONTEXT, ColumnTableDesign::customise), new Deadline(() -> 0, 1));
    private static final PlainExport PLAIN = new PlainExport(CONTEXT);
    private static final PdfExport OURS = new PdfExport(CONTEXT);

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void looksLikeTheReportEnginesOwnExport(Sample sample) throws IOException {
        List<JasperPrint> prints = prints(sample);
        PdfFinish finish = new PdfFinish("Văn bản", "Trường", LocalDate.EPOCH, new byte[0]);

        try (PDDocument plain = Loader.loadPDF(PLAIN.export(prints));
                PDDocument ours = Loader.loadPDF(OURS.export(prints, finish))) {
            assertThat(ours.getNumberOfPages()).isEqualTo(plain.getNumberOfPages());
            for (int page = 0; page < Math.min(MOST_PAGES, ours.getNumberOfPages()); page++) {
                assertThat(differentPixels(picture(plain, page), picture(ours, page)))
                        .as("page %d", page + 1)
                        .isZero();
            }
        }
    }

    private static List<JasperPrint> prints(Sample sample) {
        Edition edition = sample.edition(CATALOGUE);
        Node document = Node.parse(sample.text());
        Photos photos = new Photos();
        photos.fetch(CATALOGUE.form(edition).spec(), document, sample::photo);
        return FILL.fill(BookParts.of(CATALOGUE.book(edition), sample.variant(), document), photos)
                .prints();
    }

    private static BufferedImage picture(PDDocument document, int page) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.RGB);
    }

    private static int differentPixels(BufferedImage one, BufferedImage other) {
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                different += distance(one.getRGB(x, y), other.getRGB(x, y)) > ROUNDING ? 1 : 0;
            }
        }
        return different;
    }

    private static int distance(int one, int other) {
        Color a = new Color(one);
        Color b = new Color(other);
        return Math.max(
                Math.abs(a.getRed() - b.getRed()),
                Math.max(Math.abs(a.getGreen() - b.getGreen()), Math.abs(a.getBlue() - b.getBlue())));
    }
}
