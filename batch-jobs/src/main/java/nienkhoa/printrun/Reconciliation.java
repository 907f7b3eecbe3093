package nienkhoa.printrun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nienkhoa.printrun.SheetCode.Side;

/**
 * Compares what was printed with what a scan shows of it.
 *
 * @param faults by the pages of the scan, then what is missing in the order of printing
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
     * Compares. A blank page behind the front of a sheet that has nothing on its back is no fault.
     *
     * @param printed the sides that have to lie in the stack, in the order of printing, each once
     */
    public static Reconciliation of(List<SheetCode> printed, List<SeenSide> seen) {
        Map<SheetCode, Integer> order = new HashMap<>();
        printed.forEach(code -> order.put(code, order.size()));
        List<SeenSide> ours = seen.stream()
                .filter(side -> side.code().filter(order::containsKey).isPresent())
                .toList();
        Set<SeenSide> right = inOrder(ours, order);
        Set<Place> printedBehind = printed.stream()
                .filter(code -> code.side() == Side.B)
                .map(Place::of)
                .collect(Collectors.toSet());
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            if (seen.get(i).code().isEmpty() && !emptyBack(seen, i, order.keySet(), printedBehind)) {
                faults.add(fault(seen.get(i).blank() ? Kind.BLANK : Kind.UNREADABLE, seen.get(i)));
            } else if (seen.get(i)
                    .code()
                    .filter(code -> !order.containsKey(code))
                    .isPresent()) {
                faults.add(fault(Kind.FOREIGN, seen.get(i)));
            }
        }
        Set<SheetCode> found = judge(ours, right, faults);
        faults.sort(Comparator.comparingInt(Fault::page));
        Set<Place> repair = new TreeSet<>();
        for (SheetCode code : printed) {
            if (!found.contains(code)) {
                faults.add(new Fault(Kind.MISSING, 0, code.readable()));
                repair.add(Place.of(code));
            }
        }
        return new Reconciliation(faults, List.copyOf(repair));
    }

    /** Of a side that lies there twice, the one in its right place counts; else the first. */
    private static Set<SheetCode> judge(List<SeenSide> ours, Set<SeenSide> right, List<Fault> faults) {
        Set<SheetCode> found = new HashSet<>();
        right.forEach(side -> found.add(side.code().orElseThrow()));
        for (SeenSide side : ours) {
            boolean first = !right.contains(side) && found.add(side.code().orElseThrow());
            if (first) {
                faults.add(fault(Kind.SWAPPED, side));
            }
            if (!first && !right.contains(side)) {
                faults.add(fault(Kind.DOUBLED, side));
            } else if (side.turned()) {
                faults.add(fault(Kind.TURNED, side));
            }
        }
        return found;
    }

    private static boolean emptyBack(List<SeenSide> seen, int at, Set<SheetCode> printed, Set<Place> printedBehind) {
        if (!seen.get(at).blank() || at == 0) {
            return false;
        }
        return seen.get(at - 1)
                .code()
                .filter(front -> front.side() == Side.A && printed.contains(front))
                .filter(front -> !printedBehind.contains(Place.of(front)))
                .isPresent();
    }

    private static Fault fault(Kind kind, SeenSide side) {
        return new Fault(kind, side.page(), side.code().map(SheetCode::readable).orElse(""));
    }

    /** A longest part that lies in the order of printing: what lies outside of it was moved or is there twice. */
    private static Set<SeenSide> inOrder(List<SeenSide> ours, Map<SheetCode, Integer> order) {
        int[] places = ours.stream()
                .mapToInt(side -> order.getOrDefault(side.code().orElseThrow(), -1))
                .toArray();
        int[] ends = new int[places.length];
        int[] values = new int[places.length];
        int[] before = new int[places.length];
        int length = 0;
        for (int i = 0; i < places.length; i++) {
            int found = Arrays.binarySearch(values, 0, length, places[i]);
            int at = found < 0 ? -found - 1 : found;
            before[i] = at == 0 ? -1 : ends[at - 1];
            ends[at] = i;
            values[at] = places[i];
            length = Math.max(length, at + 1);
        }
        Set<SeenSide> rise = new HashSet<>();
        for (int i = length == 0 ? -1 : ends[length - 1]; i >= 0; i = before[i]) {
            rise.add(ours.get(i));
        }
        return rise;
    }
}
