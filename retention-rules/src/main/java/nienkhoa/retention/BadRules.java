package nienkhoa.retention;

import java.util.List;
import java.util.stream.Collectors;

/** Rules of a home, an office or a draft that cannot be used; none of them counts. */
public final class BadRules extends RuntimeException {

    private final transient List<Problem> problems;

    BadRules(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Every fault, each with its file and rule. */
    public List<Problem> problems() {
        return problems;
    }
}
