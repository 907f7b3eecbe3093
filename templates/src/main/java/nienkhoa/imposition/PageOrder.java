package nienkhoa.imposition;

import java.util.ArrayList;
import java.util.List;

/**
 * Which pages of one document lie on which side of a sheet, in the order in which sides are printed: front and back of
 * the first sheet, front and back of the second. There is always a back, so that the next document begins on a new sheet.
 *
 * <p>A side is its pages from left to right, counted from 1; {@link #BLANK} is a place that stays empty.
 */
final class PageOrder {

    static final int BLANK = 0;

    /** Of a sheet folded once. */
    private static final int PAGES_A_SHEET = 4;

    private PageOrder() {}

    /** One page a side. */
    static List<List<Integer>> duplex(int pages) {
        List<List<Integer>> sides = new ArrayList<>();
        for (int page = 1; page <= roundUp(pages, 2); page++) {
            sides.add(List.of(orBlank(page, pages)));
        }
        return sides;
    }

    /** Two pages side by side in reading order. */
    static List<List<Integer>> twoUp(int pages) {
        List<List<Integer>> sides = new ArrayList<>();
        for (int page = 1; page <= roundUp(pages, PAGES_A_SHEET); page += 2) {
            sides.add(List.of(orBlank(page, pages), orBlank(page + 1, pages)));
        }
        return sides;
    }

    /**
     * Sheets to be laid into each other, folded once and stitched through the fold.
     *
     * @param sheets most sheets of one signature (tập); 0: the whole book is one. The last signature has as few as it needs
     */
    static List<List<Integer>> booklet(int pages, int sheets) {
        int whole = roundUp(pages, PAGES_A_SHEET);
        int signature = sheets == 0 ? whole : sheets * PAGES_A_SHEET;
        List<List<Integer>> sides = new ArrayList<>();
        for (int before = 0; before < whole; before += signature) {
            sides.addAll(signature(before, Math.min(signature, whole - before), pages));
        }
        return sides;
    }

    private static List<List<Integer>> signature(int before, int length, int pages) {
        List<List<Integer>> sides = new ArrayList<>();
        for (int outer = 1; outer <= length / 2; outer += 2) {
            int first = before + outer;
            int last = before + length + 1 - outer;
            sides.add(List.of(orBlank(last, pages), orBlank(first, pages)));
            sides.add(List.of(orBlank(first + 1, pages), orBlank(last - 1, pages)));
        }
        return sides;
    }

    private static int orBlank(int page, int pages) {
        return page <= pages ? page : BLANK;
    }

    private static int roundUp(int pages, int to) {
        return (pages + to - 1) / to * to;
    }
}
