package nienkhoa.printrun;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nienkhoa.printrun.Reconciliation.Fault;
import nienkhoa.printrun.Reconciliation.Kind;
import nienkhoa.printrun.Reconciliation.Place;
import nienkhoa.printrun.SheetCode.Side;

/** What is wrong with every sheet of a bundle alike: one finding, not hundreds. */
final class WholeBundles {

    /** Fewer sheets are no evidence. */
    private static final int LEAST = 3;

    private final List<SheetCode> printed;
    private final List<SeenSide> seen;
    private final Set<SheetCode> found;
    private final Set<Place> sheetsFound;
    private final Set<Place> twoSided;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Integer> bundles = new TreeSet<>();
    private final Set<Integer> explainedPages = new HashSet<>();
    private final Set<SheetCode> explainedSides = new HashSet<>();

    /** @param twoSided the sheets that were printed on both sides */
    WholeBundles(List<SheetCode> printed, Set<Place> twoSided, List<SeenSide> seen, Lying lying) {
        this.printed = printed;
        this.twoSided = twoSided;
        this.seen = seen;
        this.found = seen.stream().flatMap(side -> side.code().stream()).collect(Collectors.toSet());
        found.retainAll(new HashSet<>(printed));
        this.sheetsFound = found.stream().map(Place::of).collect(Collectors.toSet());
        found.stream().map(SheetCode::bundle).distinct().sorted().forEach(bundle -> {
            sides(bundle);
            if (lying.backsOnTheirHeads(bundle, LEAST)) {
                add(Kind.WRONG_EDGE, bundle);
            }
        });
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Which of them a person has to look at, and perhaps to print again. */
    Set<Integer> bundles() {
        return Set.copyOf(bundles);
    }

    /** Whether a blank page is told by one of the findings. */
    boolean explains(SeenSide blank) {
        return explainedPages.contains(blank.page());
    }

    /** Whether a missing side is told by one of the findings. */
    boolean explains(SheetCode missing) {
        return explainedSides.contains(missing);
    }

    private void sides(int bundle) {
        long fronts = count(bundle, Side.A);
        long backs = count(bundle, Side.B);
        Set<Integer> blanks = blanksBehind(bundle);
        if (Math.max(fronts, backs) >= LEAST && Math.min(fronts, backs) == 0) {
            add(Kind.ONE_SIDE_SEEN, bundle);
            explainedPages.addAll(blanks);
            printed.stream()
                    .filter(code -> code.bundle() == bundle)
                    .filter(code -> !found.contains(code) && sheetsFound.contains(Place.of(code)))
                    .forEach(explainedSides::add);
        } else if (blanks.size() >= 2 * LEAST && blanks.size() * 4L >= (fronts + backs) * 3) {
            add(Kind.ONE_SIDED, bundle);
            explainedPages.addAll(blanks);
        }
    }

    private void add(Kind kind, int bundle) {
        faults.add(new Fault(kind, 0, Integer.toString(bundle)));
        bundles.add(bundle);
    }

    private long count(int bundle, Side side) {
        return found.stream()
                .filter(code -> code.bundle() == bundle && code.side() == side && twoSided.contains(Place.of(code)))
                .count();
    }

    /** Blank pages that come behind a side of a sheet that has two. */
    private Set<Integer> blanksBehind(int bundle) {
        Set<Integer> pages = new HashSet<>();
        for (int i = 1; i < seen.size(); i++) {
            Optional<SheetCode> before = seen.get(i - 1).code();
            if (seen.get(i).blank()
                    && before.filter(found::contains)
                            .filter(code -> code.bundle() == bundle && twoSided.contains(Place.of(code)))
                            .isPresent()) {
                pages.add(seen.get(i).page());
            }
        }
        return pages;
    }
}
