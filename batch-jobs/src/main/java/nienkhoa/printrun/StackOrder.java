package nienkhoa.printrun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.printrun.Reconciliation.Kind;
import nienkhoa.printrun.Reconciliation.Place;
import nienkhoa.printrun.SheetCode.Side;

/**
 * In which order a stack lies as a whole, and which of its sides lie in that order. Whole bundles may lie in any order.
 *
 * @param kind what is wrong with the whole stack; empty if it lies as it was printed
 * @param backsFirst whether the back of a sheet comes before its front
 * @param right a longest part that lies in this order: what lies outside of it was moved or is there twice
 */
record StackOrder(Optional<Kind> kind, boolean backsFirst, Set<SeenSide> right) {

    /** A stack of fewer sheets is no evidence. */
    private static final int LEAST_SHEETS = 3;

    private static final List<StackOrder> WRONG = List.of(
            new StackOrder(Optional.of(Kind.REVERSED), false, Set.of()),
            new StackOrder(Optional.of(Kind.TURNED_OVER), true, Set.of()),
            new StackOrder(Optional.of(Kind.FACE_DOWN), true, Set.of()));

    /**
     * The order that most of the sides lie in.
     *
     * @param printed in the order of printing
     * @param ours those of the printed sides that the scan shows
     */
    static StackOrder of(List<SheetCode> printed, List<SeenSide> ours) {
        Map<Place, Integer> sheets = new HashMap<>();
        printed.forEach(code -> sheets.putIfAbsent(Place.of(code), sheets.size()));
        StackOrder best = new StackOrder(Optional.empty(), false, Set.of()).filled(sheets, ours);
        if (ours.stream().map(StackOrder::sheet).distinct().count() < LEAST_SHEETS) {
            return best;
        }
        for (StackOrder wrong : WRONG) {
            StackOrder other = wrong.filled(sheets, ours);
            if (other.right.size() > best.right.size() && other.right.size() * 3 >= ours.size() * 2) {
                best = other;
            }
        }
        return best;
    }

    private static Place sheet(SeenSide side) {
        return Place.of(side.code().orElseThrow());
    }

    private boolean backwards() {
        return kind.filter(wrong -> wrong != Kind.FACE_DOWN).isPresent();
    }

    private StackOrder filled(Map<Place, Integer> sheets, List<SeenSide> ours) {
        List<SeenSide> turned = new ArrayList<>(ours);
        if (backwards()) {
            Collections.reverse(turned);
        }
        Side first = backwards() == backsFirst ? Side.A : Side.B;
        Map<Integer, Integer> bundles = bundles(turned);
        int most = sheets.size() + 1;
        int[] places = turned.stream()
                .mapToInt(side -> {
                    SheetCode code = side.code().orElseThrow();
                    int sheet = bundles.getOrDefault(code.bundle(), 0) * most + sheets.getOrDefault(sheet(side), 0);
                    return 2 * sheet + (code.side() == first ? 0 : 1);
                })
                .toArray();
        return new StackOrder(kind, backsFirst, rise(turned, places));
    }

    /** The rank of each bundle: by the middle of its sides. */
    private static Map<Integer, Integer> bundles(List<SeenSide> turned) {
        Map<Integer, List<Integer>> places = new HashMap<>();
        for (int at = 0; at < turned.size(); at++) {
            int bundle = turned.get(at).code().orElseThrow().bundle();
            places.computeIfAbsent(bundle, unseen -> new ArrayList<>()).add(at);
        }
        Map<Integer, Integer> ranks = new HashMap<>();
        places.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> entry.getValue().get(entry.getValue().size() / 2)))
                .forEach(entry -> ranks.put(entry.getKey(), ranks.size()));
        return ranks;
    }

    private static Set<SeenSide> rise(List<SeenSide> sides, int[] places) {
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
            rise.add(sides.get(i));
        }
        return rise;
    }
}
