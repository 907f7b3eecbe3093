package nienkhoa.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nienkhoa.intake.difference.Difference;
import nienkhoa.intake.difference.DifferenceLine;
import nienkhoa.intake.evidence.DataYear;
import nienkhoa.model.Finding;

/**
 * What a load does to the register, or would do.
 *
 * @param entry as it stands in the table of loads
 * @param difference nothing if the load stopped before it was compared
 * @param stops why it stops unless it is confirmed
 * @param workbook the difference for people; empty if nothing that the register knew becomes different
 * @param lines the first {@link #LINES_KEPT} lines of the workbook; none without it
 */
public record LoadOutcome(
        LoadEntry entry,
        DataYear dataYear,
        Difference difference,
        List<Finding> stops,
        Optional<Path> workbook,
        List<DifferenceLine> lines) {

    /** So many that nobody reads them in a console, few enough for a small heap; the workbook has all. */
    public static final int LINES_KEPT = 10_000;

    public LoadOutcome {
        stops = List.copyOf(stops);
        lines = List.copyOf(lines);
    }
}
