package nienkhoa.printrun.scan;

import static nienkhoa.printrun.scan.TestScans.codes;
import static nienkhoa.printrun.scan.TestScans.scan;
import static nienkhoa.printrun.scan.TestScans.spoil;
import static nienkhoa.printrun.scan.TestScans.turn;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nienkhoa.printrun.Reconciliation;
import nienkhoa.printrun.SeenSide;
import nienkhoa.printrun.SheetCode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets are stamped, made pictures of, spoiled as scanners and people spoil them, and read back. */
class ScannedRunTest {

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            # dpi, degrees, turned, spoil, why
            150,   0, false, none,  a plain scan at the least resolution
            150,  10, false, none,  skewed as far as a feeder skews
            150, -10, true,  none,  skewed the other way and upside down
            200,   3, true,  noise, dust all over the page
            200,  -6, false, blur,  out of focus
            300,   7, false, noise, the finest scan
            """)
    void readsEverySideOfAScan(int dpi, double degrees, boolean turned, String spoil, String why) throws IOException {
        List<SheetCode> codes = codes("RUN001", 1);

        List<SeenSide> seen = scan(codes, PDRectangle.A4, dpi).stream()
                .map(page -> spoil(turn(page, degrees + (turned ? 180 : 0)), spoil, new Random(7)))
                .map(page -> SheetReader.read(1, page))
                .toList();

        assertThat(seen).as(why).extracting(side -> side.code().orElseThrow()).isEqualTo(codes);
        assertThat(seen).as(why).allMatch(side -> side.quarterTurns() == (turned ? 2 : 0));
    }

    @Test
    void readsA3() throws IOException {
        PDRectangle a3 = new PDRectangle(PDRectangle.A3.getHeight(), PDRectangle.A3.getWidth());
        List<SheetCode> codes = codes("RUN001", 1).subList(0, 2);

        List<BufferedImage> pages = scan(codes, a3, 200);

        assertThat(pages)
                .extracting(page -> SheetReader.read(1, turn(page, 5)).code().orElseThrow())
                .isEqualTo(codes);
    }

    @Test
    void readsTheOtherCopyWhereACornerIsPunched() throws IOException {
        List<SheetCode> codes = codes("RUN001", 1).subList(0, 1);
        BufferedImage page = scan(codes, PDRectangle.A4, 150).get(0);
        Graphics2D brush = page.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillOval(20, 20, 60, 60);
        brush.dispose();

        assertThat(SheetReader.read(1, page).code()).contains(codes.get(0));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "90, 1", "180, 2", "270, 3"})
    void tellsHowACrosswisePageLies(int degrees, int quarterTurns) throws IOException {
        PDRectangle a3 = new PDRectangle(PDRectangle.A3.getHeight(), PDRectangle.A3.getWidth());
        BufferedImage page = scan(codes("RUN001", 1).subList(0, 1), a3, 150).get(0);

        for (int skew : new int[] {-9, 0, 9}) {
            assertThat(SheetReader.read(1, turn(page, degrees + skew)).quarterTurns())
                    .isEqualTo(quarterTurns);
        }
    }

    @Test
    void readsAPhotographInBadLight() throws IOException {
        List<SheetCode> codes = codes("RUN001", 1).subList(0, 4);

        assertThat(scan(codes, PDRectangle.A4, 200))
                .extracting(page ->
                        SheetReader.read(1, TestScans.photographed(page)).code().orElseThrow())
                .isEqualTo(codes);
    }

    @Test
    void findsNothingWrongWithAStackThatIsWhole() throws IOException {
        List<SheetCode> codes = codes("RUN001", 1);

        Reconciliation result = Reconciliation.of(codes, code -> false, read(scan(codes, PDRectangle.A4, 150)));

        assertThat(result.faults()).isEmpty();
        assertThat(result.repair()).isEmpty();
    }

    private static List<SeenSide> read(List<BufferedImage> stack) {
        List<SeenSide> read = new ArrayList<>();
        stack.forEach(page -> read.add(SheetReader.read(read.size() + 1, page)));
        return read;
    }
}
