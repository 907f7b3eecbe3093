package nienkhoa.printrun.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nienkhoa.printrun.Reconciliation;
import nienkhoa.printrun.Reconciliation.Fault;
import nienkhoa.printrun.Reconciliation.Kind;
import nienkhoa.printrun.SeenSide;
import nienkhoa.printrun.SheetCode;
import nienkhoa.printrun.SheetCode.Side;
import nienkhoa.printrun.SheetStamp;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets are stamped, made pictures of, spoiled as scanners and people spoil them, and read back. */
class ScannedRunTest {

    private static final int SHEETS = 6;

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
        assertThat(seen).as(why).allMatch(side -> side.upsideDown() == turned);
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

    @Test
    void namesEveryFaultOfAStackAndNoOther() throws IOException {
        List<SheetCode> codes = codes("RUN001", 1);
        List<BufferedImage> good = scan(codes, PDRectangle.A4, 150);
        BufferedImage foreign =
                scan(codes("RUN002", 1).subList(0, 1), PDRectangle.A4, 150).get(0);
        BufferedImage voided =
                scan(codes("RUN001", 2).subList(0, 1), PDRectangle.A4, 150).get(0);
        Random dice = new Random(20261125);

        for (int round = 0; round < 40; round++) {
            Kind kind = Kind.values()[round % Kind.values().length];
            int at = dice.nextInt(good.size() - 1);
            List<BufferedImage> stack = new ArrayList<>(good);
            switch (kind) {
                case MISSING -> stack.remove(at);
                case DOUBLED -> stack.add(at + 1, good.get(at));
                case SWAPPED -> Collections.swap(stack, at, at + 1);
                case FOREIGN -> stack.add(at, dice.nextBoolean() ? foreign : voided);
                case BLANK -> stack.add(at, blankPage());
                case TURNED -> stack.set(at, turn(good.get(at), 180));
                case UNREADABLE -> stack.set(at, blot(good.get(at)));
            }

            Reconciliation result = Reconciliation.of(codes, read(stack));

            List<Kind> kinds = result.faults().stream().map(Fault::kind).toList();
            assertThat(kinds)
                    .isEqualTo(kind == Kind.UNREADABLE ? List.of(Kind.UNREADABLE, Kind.MISSING) : List.of(kind));
            boolean lost = kind == Kind.MISSING || kind == Kind.UNREADABLE;
            assertThat(result.repair())
                    .isEqualTo(
                            lost
                                    ? List.of(new Reconciliation.Place(
                                            1, codes.get(at).sheet()))
                                    : List.of());
        }
    }

    @Test
    void findsNothingWrongWithAStackThatIsWhole() throws IOException {
        List<SheetCode> codes = codes("RUN001", 1);

        Reconciliation result = Reconciliation.of(codes, read(scan(codes, PDRectangle.A4, 150)));

        assertThat(result.faults()).isEmpty();
        assertThat(result.repair()).isEmpty();
    }

    private static List<SeenSide> read(List<BufferedImage> stack) {
        List<SeenSide> seen = new ArrayList<>();
        stack.forEach(page -> seen.add(SheetReader.read(seen.size() + 1, page)));
        return seen;
    }

    private static List<SheetCode> codes(String run, int serial) {
        List<SheetCode> codes = new ArrayList<>();
        for (int sheet = 1; sheet <= SHEETS; sheet++) {
            for (Side side : Side.values()) {
                codes.add(new SheetCode(run, 1, sheet, SHEETS, side, "0123456789ABCDEF", "A1B2C3", serial));
            }
        }
        return codes;
    }

    private static List<BufferedImage> scan(List<SheetCode> codes, PDRectangle paper, int dpi) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument stamped = Loader.loadPDF(SheetStamp.stamp(form(codes.size(), paper), codes))) {
            PDFRenderer renderer = new PDFRenderer(stamped);
            for (int page = 0; page < codes.size(); page++) {
                pages.add(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY));
            }
        }
        return pages;
    }

    /** Pages with a frame, lines and text 15 mm from the edge, as our forms have them. */
    private static byte[] form(int pages, PDRectangle paper) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(paper);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.addRect(43, 43, paper.getWidth() - 86, paper.getHeight() - 86);
                    content.stroke();
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.TIMES_ROMAN), 12);
                    content.setLeading(18);
                    content.newLineAtOffset(60, paper.getHeight() - 80);
                    for (int line = 0; line < 30; line++) {
                        content.showText("Hoc ba, trang " + i + ", dong " + line);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static BufferedImage turn(BufferedImage page, double degrees) {
        double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
        int width = page.getWidth() + (int) Math.round(sine * page.getHeight());
        int height = page.getHeight() + (int) Math.round(sine * page.getWidth());
        BufferedImage turned = blankPage(width, height);
        Graphics2D brush = turned.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.translate(width / 2.0, height / 2.0);
        brush.rotate(Math.toRadians(degrees));
        brush.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
        brush.drawImage(page, 0, 0, null);
        brush.dispose();
        return turned;
    }

    private static BufferedImage spoil(BufferedImage page, String how, Random dice) {
        if (how.equals("blur")) {
            float[] even = new float[9];
            Arrays.fill(even, 1 / 9f);
            return new ConvolveOp(new Kernel(3, 3, even), ConvolveOp.EDGE_NO_OP, null).filter(page, null);
        }
        if (how.equals("noise")) {
            for (int i = 0; i < page.getWidth() * page.getHeight() / 100; i++) {
                page.setRGB(dice.nextInt(page.getWidth()), dice.nextInt(page.getHeight()), dice.nextInt(0xffffff));
            }
        }
        return page;
    }

    /** Ink over both codes. */
    private static BufferedImage blot(BufferedImage page) {
        BufferedImage blotted = turn(page, 0);
        Graphics2D brush = blotted.createGraphics();
        brush.setColor(Color.BLACK);
        brush.fillRect(0, 0, 110, 110);
        brush.fillRect(page.getWidth() - 110, page.getHeight() - 110, 110, 110);
        brush.dispose();
        return blotted;
    }

    private static BufferedImage blankPage() {
        return blankPage(1240, 1754);
    }

    private static BufferedImage blankPage(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = blank.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        return blank;
    }
}
