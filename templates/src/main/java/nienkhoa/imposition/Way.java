package nienkhoa.imposition;

import java.util.List;

/** How pages are laid on sheets. */
public sealed interface Way {

    /** A page further from the fold than this could lose what stands in the 15 mm margins of our forms. */
    double MOST_GUTTER_MM = 20;

    /** The sides of one document's sheets, see {@link PageOrder}. */
    List<List<Integer>> sides(int pages);

    /** Between the two pages of a side, in mm. Pages keep their size: each moves outwards by half of it. */
    double gutterMm();

    /** Pages from left to right on a side. */
    default int across() {
        return 2;
    }

    /** Two A4 pages side by side on A3, in reading order. */
    record TwoUp(double gutterMm) implements Way {

        public TwoUp {
            checkGutter(gutterMm);
        }

        @Override
        public List<List<Integer>> sides(int pages) {
            return PageOrder.twoUp(pages);
        }
    }

    /**
     * A4 pages on A3 sheets to be folded and stitched through the fold.
     *
     * @param sheets most sheets of one signature (tập); 0: the whole book is one
     */
    record Booklet(double gutterMm, int sheets) implements Way {

        public Booklet {
            checkGutter(gutterMm);
            if (sheets < 0) {
                throw new IllegalArgumentException("sheets " + sheets);
            }
        }

        @Override
        public List<List<Integer>> sides(int pages) {
            return PageOrder.booklet(pages, sheets);
        }
    }

    /** Pages as they are, with a blank back where a document ends on a front. */
    record Duplex() implements Way {

        @Override
        public List<List<Integer>> sides(int pages) {
            return PageOrder.duplex(pages);
        }

        @Override
        public double gutterMm() {
            return 0;
        }

        @Override
        public int across() {
            return 1;
        }
    }

    private static void checkGutter(double mm) {
        if (!(mm >= 0 && mm <= MOST_GUTTER_MM)) {
            throw new IllegalArgumentException("gutter " + mm);
        }
    }
}
