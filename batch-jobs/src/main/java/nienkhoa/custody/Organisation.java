package nienkhoa.custody;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nienkhoa.model.School.Dated;
import org.jspecify.annotations.Nullable;

/**
 * A school or an office over the days of its existence.
 *
 * @param code mã trường of a school, for an office the code that the home gives it
 * @param names in force one after another; one at least
 * @param parents offices above it, one after another
 * @param successors who took over what it kept; several if it was split
 */
public record Organisation(
        String code,
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<Named> names,
        List<Parent> parents,
        List<Successor> successors)
        implements Dated {

    public Organisation {
        names = List.copyOf(names);
        parents = List.copyOf(parents);
        successors = List.copyOf(successors);
    }

    /** What an organisation is. */
    public enum Kind {
        SCHOOL,
        COMMUNE_OFFICE,
        /** Until 30/6/2025, when the district level ended. */
        DISTRICT_OFFICE,
        DEPARTMENT
    }

    public record Named(@Nullable LocalDate from, @Nullable LocalDate until, String name) implements Dated {}

    public record Parent(@Nullable LocalDate from, @Nullable LocalDate until, String code) implements Dated {}

    /**
     * Who takes over.
     *
     * @param on first day on which the successor is the one
     * @param decision number of the instrument that says so
     * @param decided day of the instrument
     * @param confirmed false as long as nobody has seen the instrument; nothing is handed over on hearsay
     */
    public record Successor(String code, LocalDate on, String decision, LocalDate decided, boolean confirmed) {}

    /** Its name on a day; before the first and after the last day of its existence the nearest one. */
    public String name(LocalDate day) {
        return names.stream()
                .filter(name -> name.inForceOn(day))
                .findFirst()
                .orElseGet(() -> begins(names.get(0), day) ? names.get(0) : names.get(names.size() - 1))
                .name();
    }

    private static boolean begins(Named first, LocalDate day) {
        return first.from() != null && day.isBefore(first.from());
    }

    public Optional<String> parent(LocalDate day) {
        return parents.stream()
                .filter(parent -> parent.inForceOn(day))
                .map(Parent::code)
                .findFirst();
    }

    /** Whether its last day lies before this one. */
    public boolean endedBy(LocalDate day) {
        return until != null && until.isBefore(day);
    }
}
