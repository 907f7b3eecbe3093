package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.data.CanonicalJson;
import nienkhoa.printrun.PrintFixture.FakeDocuments;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.SheetJob.Content;
import nienkhoa.printrun.SheetJob.Print;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetFilesTest {

    private static final PDRectangle A3 = new PDRectangle(1190.55f, 841.89f);

    @TempDir
    Path home;

    private final FakeDocuments documents = new FakeDocuments();
    private SheetFiles files = files(Path.of("."));

    @BeforeEach
    void inAHome() {
        files = files(home);
        documents.add(PrintFixture.FORM, "5A", 5);
        documents.add(PrintFixture.FORM, "5A", 3);
    }

    private SheetFiles files(Path where) {
        return new SheetFiles(where, where.resolve("work/print"), documents, PrintPolicy.with(where.resolve("none")));
    }

    @Test
    void takesTheSidesOfTheSheetsAskedForOutOfTwoDocuments() throws IOException {
        byte[] pdf = files.pdf("D00001", List.of(sheet(1, 3, 3, 2, true), sheet(2, 4, 1, 2, true)));

        assertThat(lines(pdf)).hasSize(4);
        assertThat(lines(pdf).get(0)).startsWith("D00001 001 0003/0005A " + code(1));
        assertThat(lines(pdf).get(3)).startsWith("D00001 001 0004/0005B " + code(2));
        assertThat(files.pdf("D00001", List.of(sheet(1, 3, 3, 2, true), sheet(2, 4, 1, 2, true))))
                .isEqualTo(pdf);
    }

    @Test
    void aFormThatForbidsCodesGetsNone() throws IOException {
        byte[] pdf = files.pdf("D00001", List.of(sheet(1, 1, 1, 2, false)));

        assertThat(lines(pdf)).isEqualTo(List.of("", ""));
    }

    @Test
    void oneSidedSheetsHaveNoBacks() throws IOException {
        byte[] pdf = files.pdf("D00001", List.of(sheet(1, 4, 4, 1, true), sheet(1, 5, 5, 1, true)));

        assertThat(lines(pdf)).hasSize(2).allMatch(line -> line.contains("/0005A "));
    }

    @Test
    void countsTheSheetsOfEachWay() {
        byte[] five = FakeDocuments.pdf(5, PDRectangle.A4, 0);

        assertThat(Sheeting.of("x", five, "duplex"))
                .hasSize(3)
                .last()
                .isEqualTo(new Sheeting.Sheet(Paper.A4, Edge.LONG, 2, 1));
        assertThat(Sheeting.of("x", five, "one-sided"))
                .hasSize(5)
                .last()
                .isEqualTo(new Sheeting.Sheet(Paper.A4, Edge.ONE_SIDED, 1, 0));
        assertThat(Sheeting.of("x", five, "two-up"))
                .hasSize(2)
                .last()
                .isEqualTo(new Sheeting.Sheet(Paper.A3, Edge.SHORT, 2, 1));
        assertThat(Sheeting.of("x", five, "booklet")).hasSize(2);
        assertThat(Sheeting.of("x", FakeDocuments.pdf(1, A3, 0), "duplex"))
                .containsExactly(new Sheeting.Sheet(Paper.A3, Edge.SHORT, 2, 1));
    }

    @Test
    void removesWhatEndedRunsLeft() throws IOException {
        Path left = Files.createDirectories(home.resolve("work/print/D00001/papers"));
        Path kept = Files.createDirectories(home.resolve("work/print/D00002"));

        files.keepOnly(Set.of("D00002"));

        assertThat(left.getParent()).doesNotExist();
        assertThat(kept).exists();
    }

    private static SheetJob.Sheet sheet(int pupil, int number, int ofDocument, int sides, boolean coded) {
        byte[] pdf = FakeDocuments.pdf(pupil == 1 ? 5 : 3, PDRectangle.A4, 0);
        Content content = new Content(
                FakeDocuments.id(PrintFixture.FORM, "5A", pupil),
                "",
                CanonicalJson.sha256(pdf),
                sides == 2 ? "duplex" : "one-sided",
                PrintFixture.FORM);
        Print print = new Print(Paper.A4, sides == 2 ? Edge.LONG : Edge.ONE_SIDED, sides);
        return new SheetJob.Sheet(1, number, 5, content, ofDocument, print, 1, coded);
    }

    private static String code(int pupil) {
        return SheetCode.shortened(FakeDocuments.id(PrintFixture.FORM, "5A", pupil));
    }

    /** The first line of each page; empty for a page without text. */
    private static List<String> lines(byte[] pdf) throws IOException {
        List<String> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                Optional<String> first = text.getText(document).lines().findFirst();
                lines.add(first.orElse("").strip());
            }
        }
        return lines;
    }
}
