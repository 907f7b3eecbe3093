package nienkhoa.intake;

import java.time.Instant;
import java.util.List;
import nienkhoa.model.SchoolYear;

/**
 * One load in the table of loads.
 *
 * @param stops codes of what stops such a load, also if it was confirmed
 * @param confirmed the reason for going on; empty if none was needed or none was given
 * @param counts canonical JSON
 */
public record LoadEntry(
        String exportSha256,
        SchoolYear year,
        Instant at,
        String by,
        Outcome outcome,
        List<String> stops,
        String confirmed,
        String counts) {

    public LoadEntry {
        stops = List.copyOf(stops);
    }

    /** How a load ended. */
    public enum Outcome {
        COMMITTED,
        STOPPED,
        DRY_RUN
    }
}
