package nienkhoa.printrun.scan;

import static nienkhoa.printrun.scan.TestScans.codes;
import static nienkhoa.printrun.scan.TestScans.turn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.printrun.SeenSide;
import nienkhoa.printrun.SheetCode;
import nienkhoa.printrun.SheetStamp;
import nienkhoa.printrun.scan.ScannedPages.Origin;
import nienkhoa.printrun.scan.ScannedPages.Scan;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as scanners and phones write them, whole and broken. */
class ScannedPagesTest {

    private static final List<SheetCode> CODES = codes("RUN001", 1).subList(0, 4);

    private static List<BufferedImage> pages;

    @TempDir
    Path folder;

    @BeforeAll
    static void print() throws IOException {
        pages = TestScans.scan(CODES, PDRectangle.A4, 200).stream()
                .map(page -> turn(page, 2))
                .toList();
    }

    @Test
    void everySortOfFileIsReadPageByPage() throws IOException {
        Path pdf = pdf("a.pdf", pages.subList(0, 1), 0);
        Path tiff = tiff("b.dat", pages.subList(1, 3));
        Path jpeg = picture("c.jpeg", "jpg", pages.get(3));
        Path png = picture("d", "png", pages.get(0));
        List<Integer> progress = new ArrayList<>();

        Scan scan = ScannedPages.read(List.of(pdf, tiff, jpeg, png), progress::add);

        assertThat(scan.findings()).isEmpty();
        assertThat(scan.sides())
                .extracting(side -> side.code().orElseThrow())
                .containsExactly(CODES.get(0), CODES.get(1), CODES.get(2), CODES.get(3), CODES.get(0));
        assertThat(scan.origins())
                .containsExactly(
                        new Origin(pdf, 1),
                        new Origin(tiff, 1),
                        new Origin(tiff, 2),
                        new Origin(jpeg, 1),
                        new Origin(png, 1));
        assertThat(progress).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aPdfIsReadAsItIsLookedAt() throws IOException {
        Path turned =
                pdf("turned.pdf", pages.stream().map(page -> turn(page, 90)).toList(), 270);
        Path drawn = folder.resolve("drawn.pdf");
        byte[] sides;
        try (PDDocument document = new PDDocument()) {
            CODES.forEach(code -> document.addPage(new PDPage(PDRectangle.A4)));
            var out = new ByteArrayOutputStream();
            document.save(out);
            sides = out.toByteArray();
        }
        Files.write(drawn, SheetStamp.stamp(sides, CODES));

        Scan scan = ScannedPages.read(List.of(turned, drawn), page -> {});

        assertThat(scan.sides()).hasSize(8).allMatch(side -> side.code().isPresent() && side.quarterTurns() == 0);
    }

    @Test
    void whatCannotBeReadIsNamedAndTheRestGoesOn() throws IOException {
        Path good = pdf("good.pdf", pages.subList(0, 2), 0);
        Path text = Files.writeString(folder.resolve("note.txt"), "Tờ trình");
        Path cut = folder.resolve("cut.tif");
        byte[] whole = Files.readAllBytes(tiff("whole.tif", pages.subList(0, 2)));
        Files.write(cut, Arrays.copyOf(whole, whole.length / 3));
        Path missing = folder.resolve("missing.pdf");
        Path broken = Files.writeString(folder.resolve("broken.pdf"), "%PDF-1.7 nothing more");

        Scan scan = ScannedPages.read(List.of(text, cut, missing, broken, good), page -> {});

        assertThat(scan.findings())
                .extracting(Finding::code, finding -> finding.args().get(0))
                .contains(
                        tuple("P501_NO_SCAN", "note.txt"),
                        tuple("P502_UNREADABLE_SCAN", "missing.pdf"),
                        tuple("P502_UNREADABLE_SCAN", "broken.pdf"))
                .anyMatch(told -> told.toList().contains("cut.tif"));
        assertThat(scan.sides().stream().flatMap(side -> side.code().stream()))
                .containsSubsequence(CODES.get(0), CODES.get(1));
        for (Finding finding : scan.findings()) {
            assertThat(Messages.vietnamese().of("print-scan", finding)).doesNotContain("{");
            assertThat(Messages.english().of("print-scan", finding)).doesNotContain("{");
        }
    }

    @Test
    void aFinerScanIsThinnedOut() throws IOException {
        List<BufferedImage> fine = TestScans.scan(CODES.subList(0, 1), PDRectangle.A4, 600);

        Scan scan = ScannedPages.read(List.of(pdf("fine.pdf", fine, 0), tiff("fine.tif", fine)), page -> {});

        assertThat(scan.sides()).extracting(SeenSide::code).allMatch(code -> code.equals(Optional.of(CODES.get(0))));
    }

    private Path pdf(String name, List<BufferedImage> pictures, int rotation) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = new PDDocument()) {
            for (BufferedImage picture : pictures) {
                float width = picture.getWidth() * 72 / 200f;
                float height = picture.getHeight() * 72 / 200f;
                PDPage page = new PDPage(new PDRectangle(width, height));
                page.setRotation(rotation);
                document.addPage(page);
                PDImageXObject image = JPEGFactory.createFromImage(document, picture);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, width, height);
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private Path tiff(String name, List<BufferedImage> pictures) throws IOException {
        Path file = folder.resolve(name);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage picture : pictures) {
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        }
        return file;
    }

    private Path picture(String name, String format, BufferedImage picture) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }
}
