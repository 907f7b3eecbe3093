package nienkhoa.printrun;

import java.util.List;
import java.util.function.Predicate;

/**
 * Compares what was printed with what a scan shows of it.
 *
 * @param faults by the pages of the scan, then what is missing in the order of printing
 * @param repair the sheets that have to be printed again, in the order of printing, as {@code {bundle, sheet}}
 * @param bundles of which every sheet seems to be wrong alike: a person has to look at them, and their sheets do not count
 *     as seen
 */
public record Reconciliation(List<Fault> faults, List<Place> repair, List<Integer> bundles) {

    public Reconciliation {
        faults = List.copyOf(faults);
        repair = List.copyOf(repair);
        bundles = List.copyOf(bundles);
    }

    /** What can be wrong with a stack of paper. */
    public enum Kind {
        /** A side that was printed does not lie in the scan. */
        MISSING,
        /** The side lies in the scan a second time. */
        DOUBLED,
        /** The side lies elsewhere than it was printed. */
        SWAPPED,
        /** The side is none of those asked for: of another run, bundle or content. */
        FOREIGN,
        /** The side was printed and voided: it has to be shredded. */
        VOIDED,
        /** Nothing is on the page. */
        BLANK,
        /** The page lies upside down. */
        TURNED,
        /** Something is on the page, but no code could be read. */
        UNREADABLE,
        /** The backs of a whole bundle stand on their heads. */
        WRONG_EDGE,
        /** Each side of a whole bundle lies on a sheet of its own. */
        ONE_SIDED,
        /** Only the fronts, or only the backs, of a whole bundle were seen. */
        ONE_SIDE_SEEN,
        /** The first sheet lies last. */
        REVERSED,
        /** The stack was scanned from its last back to its first front. */
        TURNED_OVER,
        /** The back of each sheet comes before its front. */
        FACE_DOWN
    }

    /** Which sheet. */
    public record Place(int bundle, int sheet) implements Comparable<Place> {

        static Place of(SheetCode code) {
            return new Place(code.bundle(), code.sheet());
        }

        @Override
        public int compareTo(Place other) {
            int byBundle = Integer.compare(bundle, other.bundle);
            return byBundle == 0 ? Integer.compare(sheet, other.sheet) : byBundle;
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param page of the scan; 0 for a side that is missing, for a whole bundle and for the whole stack
     * @param code in readable letters; the number of a whole bundle; empty for a page without a code and for the stack
     */
    public record Fault(Kind kind, int page, String code) {}

    /**
     * Compares. A blank page behind the front of a sheet that has nothing on its back is no fault.
     *
     * @param printed the sides that have to lie in the stack, in the order of printing, each once
     * @param voided whether a code that is none of them is of a voided printing
     */
    public static Reconciliation of(List<SheetCode> printed, Predicate<SheetCode> voided, List<SeenSide> seen) {
        return new StackCheck(printed, voided, seen).result();
    }
}
