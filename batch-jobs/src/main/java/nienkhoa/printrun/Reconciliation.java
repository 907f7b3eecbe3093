package nienkhoa.printrun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what was printed with what a scan shows of it.
 *
 * @param faults in the order of the scan, then what is missing in the order of printing
 * @param repair the sheets that have to be printed again, in the order of printing, as {@code {bundle, sheet}}
 */
public record Reconciliation(List<Fault> faults, List<Place> repair) {

    public Reconciliation {
        faults = List.copyOf(faults);
        repair = List.copyOf(repair);
    }

    /** What can be wrong with a stack of paper. */
    public enum Kind {
        /** A side that was printed does not lie in the scan. */
        MISSING,
        /** The side lies in the scan a second time. */
        DOUBLED,
        /** The side lies elsewhere than it was printed. */
        SWAPPED,
        /** The side is none of those asked for: of another run, content or a voided printing. */
        FOREIGN,
        /** Nothing is on the page. */
        BLANK,
        /** The page lies upside down. */
        TURNED,
        /** Something is on the page, but no code could be read. */
        UNREADABLE
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
     * @param page of the scan; 0 for a side that is missing
     * @param code in readable letters; empty for a page without one
     */
    public record Fault(Kind kind, int page, String code) {}

    /**
     * Compares.
     *
     * @param printed the sides that have to lie in the stack, in the order of printing, each once
     */
    public static Reconciliation of(List<SheetCode> printed, List<SeenSide> seen) {
        Map<SheetCode, Integer> order = new HashMap<>();
        printed.forEach(code -> order.put(code, order.size()));
        List<Fault> faults = new ArrayList<>();
        List<SeenSide> ours = new ArrayList<>();
        Set<SheetCode> found = new HashSet<>();
        for (SeenSide side : seen) {
            judge(side, order, found, faults, ours);
        }
        int[] places = ours.stream()
                .mapToInt(side -> order.getOrDefault(side.code().orElseThrow(), -1))
                .toArray();
        Set<Integer> inOrder = longestRise(places);
        for (int i = 0; i < places.length; i++) {
            if (!inOrder.contains(i)) {
                faults.add(fault(Kind.SWAPPED, ours.get(i)));
            }
        }
        Set<Place> repair = new TreeSet<>();
        for (SheetCode code : printed) {
            if (!found.contains(code)) {
                faults.add(new Fault(Kind.MISSING, 0, code.readable()));
                repair.add(Place.of(code));
            }
        }
        return new Reconciliation(faults, List.copyOf(repair));
    }

    private static void judge(
            SeenSide side,
            Map<SheetCode, Integer> order,
            Set<SheetCode> found,
            List<Fault> faults,
            List<SeenSide> ours) {
        if (side.code().isEmpty()) {
            faults.add(fault(side.blank() ? Kind.BLANK : Kind.UNREADABLE, side));
            return;
        }
        SheetCode code = side.code().get();
        if (!order.containsKey(code)) {
            faults.add(fault(Kind.FOREIGN, side));
        } else if (!found.add(code)) {
            faults.add(fault(Kind.DOUBLED, side));
        } else {
            ours.add(side);
            if (side.upsideDown()) {
                faults.add(fault(Kind.TURNED, side));
            }
        }
    }

    private static Fault fault(Kind kind, SeenSide side) {
        return new Fault(kind, side.page(), side.code().map(SheetCode::readable).orElse(""));
    }

    /** The indices of a longest rising part: what lies outside of it was moved. */
    private static Set<Integer> longestRise(int[] places) {
        int[] ends = new int[places.length];
        int[] before = new int[places.length];
        int length = 0;
        for (int i = 0; i < places.length; i++) {
            int value = places[i];
            int[] values = Arrays.stream(ends, 0, length).map(at -> places[at]).toArray();
            int at = -Arrays.binarySearch(values, value) - 1;
            before[i] = at == 0 ? -1 : ends[at - 1];
            ends[at] = i;
            length = Math.max(length, at + 1);
        }
        Set<Integer> rise = new HashSet<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
            rise.add(i);
        }
        return rise;
    }
}
