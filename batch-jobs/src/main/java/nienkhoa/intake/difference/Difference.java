package nienkhoa.intake.difference;

import java.util.List;
import java.util.function.Function;

/**
 * What a load changes in the register.
 *
 * @param classes in the order of schools, years and names; a school itself comes before its classes
 */
public record Difference(List<ClassDifference> classes) {

    public static final Difference NONE = new Difference(List.of());

    public Difference {
        classes = List.copyOf(classes);
    }

    /** Places in classes; a student who is in the lists of several school years counts in each. */
    public Counts students() {
        return sum(ClassDifference::students);
    }

    public Counts results() {
        return sum(ClassDifference::results);
    }

    private Counts sum(Function<ClassDifference, Counts> counts) {
        return classes.stream().map(counts).reduce(Counts.NONE, Counts::plus);
    }

    public boolean touchesKnown() {
        return classes.stream().anyMatch(ClassDifference::touchesKnown);
    }
}
