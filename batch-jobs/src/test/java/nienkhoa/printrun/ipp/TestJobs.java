package nienkhoa.printrun.ipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import nienkhoa.printrun.PrintJob;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Jobs with a black square at the upper left of each side. */
final class TestJobs {

    private TestJobs() {}

    static PrintJob job(Path folder, String name, Paper paper, Edge edge, int sides) {
        Path pdf = folder.resolve(name + ".pdf");
        PDRectangle size = paper == Paper.A4
                ? PDRectangle.A4
                : new PDRectangle(PDRectangle.A3.getHeight(), PDRectangle.A3.getWidth());
        try (PDDocument document = new PDDocument()) {
            for (int side = 0; side < sides; side++) {
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.addRect(20, size.getHeight() - 120, 100, 100);
                    content.fill();
                }
            }
            document.save(pdf.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PrintJob(name, pdf, paper, edge, sides, edge == Edge.ONE_SIDED ? sides : (sides + 1) / 2);
    }
}
