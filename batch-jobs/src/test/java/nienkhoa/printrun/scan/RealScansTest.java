package nienkhoa.printrun.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nienkhoa.model.Finding;
import nienkhoa.printrun.Reconciliation;
import nienkhoa.printrun.SeenSide;
import nienkhoa.printrun.SeenSide.Part;
import nienkhoa.printrun.SheetCode;
import nienkhoa.printrun.scan.ScannedPages.Scan;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as phones and scanners show them: nothing is dropped, and no code is read wrong. */
class RealScansTest {

    private static final List<SheetCode> CODES = TestScans.codes("RUN001", 1).subList(0, 4);

    private static List<BufferedImage> at150;
    private static List<BufferedImage> at200;

    @TempDir
    Path folder;

    @BeforeAll
    static void print() throws IOException {
        at150 = TestScans.scan(CODES, PDRectangle.A4, 150);
        at200 = TestScans.scan(CODES, PDRectangle.A4, 200);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aPhotoFromAsideInBadLightIsRead(long seed) {
        int side = (int) seed - 1;

        SeenSide seen = SheetReader.read(1, new Camera(seed).photo(at200.get(side)));

        assertThat(seen.code()).contains(CODES.get(side));
        assertThat(seen.quarterTurns()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"shining through", "moire", "darkness", "faint", "bilevel", "colour"})
    void whatScannersDoIsRead(String how) {
        for (int side = 0; side < CODES.size(); side++) {
            SeenSide seen = SheetReader.read(1, spoiled(at150.get(side), how, side));

            assertThat(seen.code()).as("%s, side %d", how, side).contains(CODES.get(side));
        }
    }

    private static BufferedImage spoiled(BufferedImage plain, String how, int side) {
        Camera camera = new Camera(side);
        BufferedImage page = TestScans.turn(plain, 5 * side - 9);
        return switch (how) {
            case "shining through" ->
                TestScans.turn(camera.shiningThrough(plain, at150.get(CODES.size() - 1 - side)), 5 * side - 9);
            case "moire" -> camera.moire(page);
            case "darkness" -> camera.inDarkness(plain);
            case "faint" -> camera.faint(page);
            case "bilevel" -> Camera.bilevel(page, 100 + 35 * side);
            default -> Camera.compressed(Camera.inColour(page), 0.6f);
        };
    }

    @Test
    void aBlankBackIsBlankInAnyLight() {
        BufferedImage blank =
                TestScans.blankPage(at150.get(0).getWidth(), at150.get(0).getHeight());

        for (BufferedImage page : List.of(
                new Camera(1).shiningThrough(blank, at150.get(0)),
                new Camera(1).inDarkness(blank),
                new Camera(1).moire(blank))) {
            assertThat(SheetReader.read(1, page)).isEqualTo(SeenSide.without(1, true));
        }
    }

    @Test
    void aPhoneSaysHowItWasHeld() throws IOException {
        int[] orientations = {1, 3, 6, 8};
        int[] pixelsTurned = {0, 180, 270, 90};
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < orientations.length; i++) {
            BufferedImage asTheSensorSees = TestScans.turn(at150.get(i), pixelsTurned[i]);
            Path file = folder.resolve(i + ".jpg");
            files.add(Files.write(file, withExif(Camera.jpeg(asTheSensorSees, 0.7f), orientations[i])));
        }

        Scan scan = ScannedPages.read(files, page -> {});

        assertThat(scan.sides())
                .extracting(side -> side.code().orElseThrow(), SeenSide::quarterTurns)
                .containsExactly(
                        tuple(CODES.get(0), 0), tuple(CODES.get(1), 0), tuple(CODES.get(2), 0), tuple(CODES.get(3), 0));
    }

    /** The orientation in Exif, as cameras write it behind the first marker. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        out.writeBytes(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void aLargeSheetScannedInHalvesIsOneSide() throws IOException {
        PDRectangle a3 = new PDRectangle(PDRectangle.A3.getHeight(), PDRectangle.A3.getWidth());
        List<SheetCode> codes = CODES.subList(0, 2);
        List<SeenSide> seen = new ArrayList<>();
        for (BufferedImage page : TestScans.scan(codes, a3, 150)) {
            int half = page.getWidth() / 2;
            seen.add(SheetReader.read(seen.size() + 1, page.getSubimage(0, 0, half, page.getHeight())));
            seen.add(SheetReader.read(seen.size() + 1, page.getSubimage(half, 0, half, page.getHeight())));
        }

        assertThat(seen).extracting(SeenSide::part).containsExactly(Part.UPPER, Part.LOWER, Part.UPPER, Part.LOWER);
        assertThat(Reconciliation.of(codes, code -> false, seen).faults()).isEmpty();
    }

    @Test
    void faxCompressionIsReadInTiffAndInPdf() throws IOException {
        List<BufferedImage> bits =
                at150.stream().map(page -> Camera.bilevel(page, 140)).toList();
        Path tiff = Scanners.faxTiff(folder.resolve("g4.tif"), bits);
        Path fax = pdf("g4.pdf", bits, CCITTFactory::createFromImage);
        Path jbig2 = pdf("jbig2.pdf", bits, Scanners::jbig2);

        Scan scan = ScannedPages.read(List.of(tiff, fax, jbig2), page -> {});

        assertThat(scan.findings()).isEmpty();
        assertThat(scan.sides())
                .extracting(side -> side.code().orElseThrow())
                .isEqualTo(
                        IntStream.range(0, 12).mapToObj(i -> CODES.get(i % 4)).toList());
    }

    @Test
    void aPageInJpeg2000IsNamedAndNotTakenForBlank() throws IOException {
        Path pdf = pdf("jpx.pdf", at150.subList(0, 1), Scanners::jpeg2000);

        Scan scan = ScannedPages.read(List.of(pdf), page -> {});

        assertThat(scan.findings()).extracting(Finding::code).containsExactly("P503_UNREADABLE_PAGE");
        assertThat(scan.sides())
                .extracting(SeenSide::code, SeenSide::blank)
                .containsExactly(tuple(Optional.empty(), false));
    }

    private Path pdf(String name, List<BufferedImage> pages, Scanners.Writer writer) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument document = new PDDocument()) {
            for (BufferedImage page : pages) {
                PDImageXObject picture = writer.write(document, page);
                Scanners.addPage(document, picture);
            }
            document.save(file.toFile());
        }
        return file;
    }
}
