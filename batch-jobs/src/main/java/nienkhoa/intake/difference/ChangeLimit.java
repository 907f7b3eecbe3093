package nienkhoa.intake.difference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nienkhoa.model.SchoolYear;

/**
 * How much of the register a load may disturb before a person has to confirm it.
 *
 * @param share of the students whom the register has, above 0 up to 1
 */
public record ChangeLimit(double share) {

    /**
     * The default. A round of corrections touches single students of a class of 25 to 45, and in the course of a year a
     * few in a hundred leave it; the class of another year, or of another school, differs in nearly all.
     */
    public static final double DEFAULT_SHARE = 0.25;

    /** Fewer may well be all corrections of a small class, and are quickly looked through. */
    static final int FEWEST_STUDENTS = 5;

    public ChangeLimit {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share);
        }
    }

    /**
     * What is above the limit.
     *
     * @param classes class sections above it, those of the year asked for first, then the worst first
     * @param disturbed of the whole year asked for
     * @param registered of the whole year asked for, in the classes that the export lists
     */
    public record Excess(List<ClassDifference> classes, long disturbed, long registered) {

        public Excess {
            classes = List.copyOf(classes);
        }
    }

    /** Empty if every class, and the year as a whole, stays within the limit. */
    public Optional<Excess> exceededBy(Difference difference, SchoolYear year) {
        List<ClassDifference> classes = difference.classes().stream()
                .filter(each -> isExceeded(each.disturbed(), each.registered()))
                .sorted(Comparator.comparing(
                                (ClassDifference each) -> each.place().year() != year.start())
                        .thenComparingDouble(each -> -share(each.disturbed(), each.registered()))
                        .thenComparing(ClassDifference::place))
                .toList();
        List<ClassDifference> ofYear = difference.classes().stream()
                .filter(each -> each.place().year() == year.start())
                .toList();
        long disturbed = ofYear.stream().mapToLong(ClassDifference::disturbed).sum();
        long registered = ofYear.stream().mapToLong(ClassDifference::registered).sum();
        return classes.isEmpty() && !isExceeded(disturbed, registered)
                ? Optional.empty()
                : Optional.of(new Excess(classes, disturbed, registered));
    }

    private boolean isExceeded(long disturbed, long registered) {
        return disturbed >= FEWEST_STUDENTS && share(disturbed, registered) > share;
    }

    /** More can be disturbed than are registered only if the register has none. */
    private static double share(long disturbed, long registered) {
        return registered == 0 ? 0 : (double) disturbed / registered;
    }
}
