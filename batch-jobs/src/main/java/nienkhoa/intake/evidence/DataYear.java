package nienkhoa.intake.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nienkhoa.model.SchoolYear;

/**
 * What the data seem to be of.
 *
 * @param asked the school year asked for
 * @param seems the school year that the evidence points to
 * @param latest the newest date of coming or leaving in the data
 * @param evidence strongest kinds last
 */
public record DataYear(SchoolYear asked, SchoolYear seems, Optional<LocalDate> latest, List<Evidence> evidence) {

    public DataYear {
        evidence = List.copyOf(evidence);
    }

    /** Whether the data have rows of the year asked for that seem to be another year's. */
    public boolean contradicts() {
        boolean titled = evidence.stream()
                .anyMatch(each ->
                        each.kind() == Evidence.Kind.TITLES && each.says().equals(asked));
        return titled && !seems.equals(asked);
    }
}
