package nienkhoa.printrun.scan;

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
import java.util.List;
import java.util.Random;
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

/** Stamped sheets as pictures, spoiled as scanners and people spoil them. */
final class TestScans {

    static final int SHEETS = 6;

    private TestScans() {}

    static List<SheetCode> codes(String run, int serial) {
        List<SheetCode> codes = new ArrayList<>();
        for (int sheet = 1; sheet <= SHEETS; sheet++) {
            for (Side side : Side.values()) {
                codes.add(new SheetCode(run, 1, sheet, SHEETS, side, "0123456789ABCDEF", "A1B2C3", serial));
            }
        }
        return codes;
    }

    static List<BufferedImage> scan(List<SheetCode> codes, PDRectangle paper, int dpi) throws IOException {
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

    static BufferedImage turn(BufferedImage page, double degrees) {
        double sine = Math.abs(Math.sin(Math.toRadians(degrees)));
        double cosine = Math.abs(Math.cos(Math.toRadians(degrees)));
        int width = (int) Math.ceil(cosine * page.getWidth() + sine * page.getHeight());
        int height = (int) Math.ceil(cosine * page.getHeight() + sine * page.getWidth());
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

    static BufferedImage spoil(BufferedImage page, String how, Random dice) {
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

    /** Taken by hand: on a dark table, darker towards one corner, a little askew and narrower at the top. */
    static BufferedImage photographed(BufferedImage page) {
        int width = page.getWidth() * 5 / 4;
        int height = page.getHeight() * 5 / 4;
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage askew = turn(page, 3);
        double x0 = (width - askew.getWidth()) / 2.0;
        double y0 = (height - askew.getHeight()) / 2.0;
        for (int y = 0; y < height; y++) {
            double narrower = 1 + 0.06 * (1 - (double) y / height);
            for (int x = 0; x < width; x++) {
                int fromX = (int) ((x - width / 2.0) * narrower + width / 2.0 - x0);
                int fromY = (int) (y - y0);
                boolean paper = fromX >= 0 && fromY >= 0 && fromX < askew.getWidth() && fromY < askew.getHeight();
                int grey = paper ? askew.getRaster().getSample(fromX, fromY, 0) : 60;
                double light = 0.3 + 0.35 * ((double) x / width + (double) y / height) / 2;
                photo.getRaster().setSample(x, y, 0, (int) ((25 + grey * 0.9) * light));
            }
        }
        return photo;
    }

    /** Ink over both codes. */
    static BufferedImage blot(BufferedImage page) {
        BufferedImage blotted = turn(page, 0);
        Graphics2D brush = blotted.createGraphics();
        brush.setColor(Color.BLACK);
        brush.fillRect(0, 0, 110, 110);
        brush.fillRect(page.getWidth() - 110, page.getHeight() - 110, 110, 110);
        brush.dispose();
        return blotted;
    }

    static BufferedImage blankPage() {
        return blankPage(1240, 1754);
    }

    static BufferedImage blankPage(int width, int height) {
        BufferedImage blank = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = blank.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, width, height);
        brush.dispose();
        return blank;
    }
}
