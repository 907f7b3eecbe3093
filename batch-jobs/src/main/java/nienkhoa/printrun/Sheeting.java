package nienkhoa.printrun;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.imposition.Way;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Counts the sheets of a document before they are made. */
public final class Sheeting {

    private static final float ROUNDING_POINTS = 3;

    /** Between the pages of a folded sheet, in mm. */
    private static final double GUTTER_MM = 10;

    private Sheeting() {}

    /**
     * One piece of paper.
     *
     * @param sides printed sides, 1 or 2
     * @param blank of which nothing of the document stands on
     */
    public record Sheet(Paper paper, Edge edge, int sides, int blank) {}

    /** The way of this name; one-sided sheets are laid like those of two sides and lose their backs. */
    static Way way(String name) {
        return switch (name) {
            case "two-up" -> new Way.TwoUp(GUTTER_MM);
            case "booklet" -> new Way.Booklet(GUTTER_MM, 0);
            default -> new Way.Duplex();
        };
    }

    static boolean oneSided(String way) {
        return way.equals("one-sided");
    }

    /**
     * The sheets of a document in the order of printing.
     *
     * @throws PrintRefused if it is no PDF, or has a page that is neither A4 nor A3, or a sheet of two sizes
     */
    public static List<Sheet> of(String name, byte[] pdf, String way) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (oneSided(way)) {
                List<Sheet> sheets = new ArrayList<>();
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    sheets.add(new Sheet(paper(name, document, page), Edge.ONE_SIDED, 1, 0));
                }
                return sheets;
            }
            return twoSided(name, document, way(way));
        } catch (IOException e) {
            throw new PrintRefused("P401_NOT_A_PDF", name);
        }
    }

    private static List<Sheet> twoSided(String name, PDDocument document, Way way) {
        List<List<Integer>> sides = way.sides(document.getNumberOfPages());
        List<Sheet> sheets = new ArrayList<>();
        for (int side = 0; side < sides.size(); side += 2) {
            List<Integer> front = sides.get(side);
            List<Integer> back = sides.get(side + 1);
            int blank = (empty(front) ? 1 : 0) + (empty(back) ? 1 : 0);
            if (way.across() > 1) {
                sheets.add(new Sheet(Paper.A3, Edge.SHORT, 2, blank));
                continue;
            }
            int first = empty(front) ? back.get(0) : front.get(0);
            Paper paper = paper(name, document, first);
            if (!empty(back) && paper(name, document, back.get(0)) != paper) {
                throw new PrintRefused("P403_TWO_SIZES_ON_A_SHEET", name, Integer.toString(sheets.size() + 1));
            }
            sheets.add(new Sheet(paper, landscape(document, first) ? Edge.SHORT : Edge.LONG, 2, blank));
        }
        return sheets;
    }

    private static boolean empty(List<Integer> side) {
        return side.stream().allMatch(page -> page == 0);
    }

    private static Paper paper(String name, PDDocument document, int number) {
        PDRectangle box = document.getPage(number - 1).getCropBox();
        float small = Math.min(box.getWidth(), box.getHeight());
        float large = Math.max(box.getWidth(), box.getHeight());
        if (is(PDRectangle.A4, small, large)) {
            return Paper.A4;
        }
        if (is(PDRectangle.A3, small, large)) {
            return Paper.A3;
        }
        throw new PrintRefused("P402_OTHER_PAPER", name, Integer.toString(number));
    }

    private static boolean is(PDRectangle paper, float small, float large) {
        return Math.abs(paper.getWidth() - small) < ROUNDING_POINTS
                && Math.abs(paper.getHeight() - large) < ROUNDING_POINTS;
    }

    private static boolean landscape(PDDocument document, int number) {
        PDPage page = document.getPage(number - 1);
        boolean wide = page.getCropBox().getWidth() > page.getCropBox().getHeight();
        return page.getRotation() % 180 == 0 ? wide : !wide;
    }
}
