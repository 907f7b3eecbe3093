package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import nienkhoa.printrun.Reconciliation.Kind;
import nienkhoa.printrun.Reconciliation.Place;
import nienkhoa.printrun.ipp.Fault;
import nienkhoa.printrun.ipp.FaultyPrinter;
import nienkhoa.printrun.ipp.IppOptions;
import nienkhoa.printrun.ipp.IppPrinter;
import nienkhoa.printrun.scan.ScannedPages;
import nienkhoa.printrun.scan.ScannedPages.Scan;
import nienkhoa.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A run is printed on an IPP printer, its paper scanned, and what is missing printed again. */
class ScanBackTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    @Test
    void whatTheScanMissesIsPrintedAgainAndTheStackIsWhole() throws IOException {
        DATABASE.clear();
        PrintFixture shop = new PrintFixture(DATABASE.dataSource(), folder);
        shop.documents.add(PrintFixture.FORM, "1A", 4);
        shop.documents.add(PrintFixture.FORM, "1A", 2);
        PrintRun run = shop.open();
        try (FaultyPrinter machine = new FaultyPrinter();
                IppPrinter printer = new IppPrinter(machine.uri(), IppOptions.standard())) {
            Destination to = new Destination("may", printer, true, "");
            machine.faults(Fault.NONE, Fault.BUSY);
            assertThat(shop.loop().send(run.id(), to, PrintFixture.NOBODY).trouble())
                    .isEmpty();
            List<Path> stack = paper(machine.documents(), "first");
            int lost = stack.size() - 2;
            List<Path> found = new ArrayList<>(stack);
            found.subList(lost, lost + 2).clear();

            Reconciliation first = scanned(shop, run, found);

            assertThat(first.faults()).extracting(fault -> fault.kind()).containsOnly(Kind.MISSING);
            Place place = first.repair().get(0);
            assertThat(first.repair()).hasSize(1);
            Reprint again = new Reprint(
                    place.bundle(), place.sheet(), place.sheet(), 0, Reprint.Reason.LOST, "", Optional.empty());
            shop.reprints.reprint(shop.desk.find(run.id()), again, PrintFixture.CLERK);
            int before = machine.documents().size();
            assertThat(shop.loop().send(run.id(), to, PrintFixture.NOBODY).trouble())
                    .isEmpty();
            List<byte[]> news =
                    machine.documents().subList(before, machine.documents().size());
            found.addAll(lost, paper(news, "again"));

            Reconciliation second = scanned(shop, shop.desk.find(run.id()), found);

            assertThat(second.faults()).isEmpty();
            assertThat(shop.paper.bundle(run, 1).counts().allSeen()).isTrue();
        }
    }

    private static Reconciliation scanned(PrintFixture shop, PrintRun run, List<Path> stack) {
        Scan scan = ScannedPages.read(stack, page -> {});
        assertThat(scan.findings()).isEmpty();
        return shop.paper.scanned(run, Optional.empty(), scan.sides(), PrintFixture.CLERK);
    }

    /** Pictures of all sides, in the order in which they came out. */
    private List<Path> paper(List<byte[]> jobs, String name) throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (byte[] job : jobs) {
            try (PDDocument document = Loader.loadPDF(job)) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    BufferedImage picture = renderer.renderImageWithDPI(page, 150, ImageType.GRAY);
                    Path file = folder.resolve(name + pictures.size() + ".png");
                    ImageIO.write(picture, "png", file.toFile());
                    pictures.add(file);
                }
            }
        }
        return pictures;
    }
}
