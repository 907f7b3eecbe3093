package nienkhoa.printrun;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nienkhoa.printrun.Reconciliation.Fault;
import nienkhoa.printrun.Reconciliation.Kind;
import nienkhoa.printrun.Reconciliation.Place;
import nienkhoa.printrun.SheetCode.Side;

/** One comparison of a stack with what was printed. */
final class StackCheck {

    /** Between the two halves of a side lies at most the other side. */
    private static final int HALVES_APART = 3;

    private final List<SheetCode> printed;
    private final Set<SheetCode> known;
    private final Set<Place> twoSided;
    private final Predicate<SheetCode> voided;
    private final List<SeenSide> seen;
    private final List<SeenSide> ours;
    private final Lying lying;
    private final StackOrder order;
    private final WholeBundles whole;
    private final List<Fault> faults = new ArrayList<>();

    StackCheck(List<SheetCode> printed, Predicate<SheetCode> voided, List<SeenSide> seen) {
        this.printed = printed;
        this.known = new HashSet<>(printed);
        this.twoSided = printed.stream()
                .filter(code -> code.side() == Side.B)
                .map(Place::of)
                .collect(Collectors.toSet());
        this.voided = voided;
        this.seen = joined(seen);
        this.ours = this.seen.stream()
                .filter(side -> side.code().filter(known::contains).isPresent())
                .toList();
        this.lying = new Lying(ours);
        this.order = StackOrder.of(printed, ours);
        this.whole = new WholeBundles(printed, twoSided, this.seen, lying);
    }

    Reconciliation result() {
        order.kind().ifPresent(kind -> faults.add(new Fault(kind, 0, "")));
        faults.addAll(whole.faults());
        strangers();
        Set<SheetCode> found = judge();
        faults.sort(Comparator.comparingInt(Fault::page));
        Set<Place> repair = new TreeSet<>();
        for (SheetCode code : printed) {
            if (!found.contains(code) && !whole.explains(code)) {
                faults.add(new Fault(Kind.MISSING, 0, code.readable()));
                repair.add(Place.of(code));
            }
        }
        return new Reconciliation(
                faults, List.copyOf(repair), whole.bundles().stream().sorted().toList());
    }

    /** The second half of a side that was scanned in two is no page of its own. */
    private static List<SeenSide> joined(List<SeenSide> seen) {
        List<SeenSide> joined = new ArrayList<>();
        for (SeenSide side : seen) {
            List<SeenSide> before = joined.subList(Math.max(0, joined.size() - HALVES_APART), joined.size());
            if (before.stream().noneMatch(side::isOtherHalfOf)) {
                joined.add(side);
            }
        }
        return joined;
    }

    /** Pages without a code of what was printed. */
    private void strangers() {
        for (int i = 0; i < seen.size(); i++) {
            SeenSide side = seen.get(i);
            if (side.code().isEmpty() && !emptyBack(i) && !whole.explains(side)) {
                faults.add(fault(side.blank() ? Kind.BLANK : Kind.UNREADABLE, side));
            }
            side.code()
                    .filter(code -> !known.contains(code))
                    .ifPresent(code -> faults.add(fault(voided.test(code) ? Kind.VOIDED : Kind.FOREIGN, side)));
        }
    }

    /** Of a side that lies there twice, the one in its right place counts; else the first. */
    private Set<SheetCode> judge() {
        Set<SheetCode> found = new HashSet<>();
        order.right().forEach(side -> found.add(side.code().orElseThrow()));
        for (SeenSide side : ours) {
            boolean first =
                    !order.right().contains(side) && found.add(side.code().orElseThrow());
            if (first) {
                faults.add(fault(Kind.SWAPPED, side));
            }
            if (!first && !order.right().contains(side)) {
                faults.add(fault(Kind.DOUBLED, side));
            } else if (lying.turned(side)) {
                faults.add(fault(Kind.TURNED, side));
            }
        }
        return found;
    }

    private boolean emptyBack(int at) {
        int beside = order.backsFirst() ? at + 1 : at - 1;
        if (!seen.get(at).blank() || beside < 0 || beside >= seen.size()) {
            return false;
        }
        Optional<SheetCode> front = seen.get(beside).code();
        return front.filter(code -> code.side() == Side.A && known.contains(code))
                .filter(code -> !twoSided.contains(Place.of(code)))
                .isPresent();
    }

    private static Fault fault(Kind kind, SeenSide side) {
        return new Fault(kind, side.page(), side.code().map(SheetCode::readable).orElse(""));
    }
}
