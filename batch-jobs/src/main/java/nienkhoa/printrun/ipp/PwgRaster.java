package nienkhoa.printrun.ipp;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nienkhoa.printrun.PrintJob;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a job as pictures in grey, for printers that read no PDF (PWG 5102.4, {@code sgray_8}). One page is in
 * memory at a time. The file lies beside the job's own and goes with {@link #close}.
 */
final class PwgRaster implements AutoCloseable {

    private final Path file;

    private PwgRaster(Path file) {
        this.file = file;
    }

    /** In hundredths of a millimetre; paper is fed by its short edge. */
    static int width(Paper paper) {
        return paper == Paper.A3 ? 29700 : 21000;
    }

    static int height(Paper paper) {
        return paper == Paper.A3 ? 42000 : 29700;
    }

    /** @param sheetBack {@code pwg-raster-document-sheet-back} of the printer */
    static PwgRaster of(PrintJob job, int dpi, String sheetBack) {
        Path file = job.pdf().resolveSibling(job.pdf().getFileName() + ".pwg");
        try (PDDocument document = Loader.loadPDF(job.pdf().toFile());
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            out.write("RaS2".getBytes(StandardCharsets.US_ASCII));
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                boolean back = job.edge() != Edge.ONE_SIDED && page % 2 == 1;
                BackSide turn = back ? BackSide.of(sheetBack, job.edge()) : BackSide.NONE;
                PwgPage header = new PwgPage(job.paper(), job.edge(), dpi, turn, document.getNumberOfPages());
                header.write(out);
                PwgLines.write(pixels(renderer, page, document, header), header.width(), out);
            }
            return new PwgRaster(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that is wider than high is turned onto the paper, front and back the same way. */
    private static byte[] pixels(PDFRenderer renderer, int page, PDDocument document, PwgPage sheet)
            throws IOException {
        BufferedImage picture = new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = picture.createGraphics();
        brush.setBackground(Color.WHITE);
        brush.clearRect(0, 0, sheet.width(), sheet.height());
        brush.setTransform(sheet.turn().transform(sheet.width(), sheet.height()));
        PDRectangle box = document.getPage(page).getCropBox();
        boolean turned = document.getPage(page).getRotation() % 180 != 0;
        if (turned ? box.getHeight() > box.getWidth() : box.getWidth() > box.getHeight()) {
            brush.transform(new AffineTransform(0, 1, -1, 0, sheet.width(), 0));
        }
        renderer.renderPageToGraphics(page, brush, sheet.dpi() / 72f);
        brush.dispose();
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }
}
