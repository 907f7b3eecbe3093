package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.intake.Staging.Merge;
import nienkhoa.intake.difference.Difference;
import nienkhoa.intake.difference.DifferenceLine;
import nienkhoa.intake.difference.DifferenceReport;
import nienkhoa.intake.difference.DifferenceTally;
import nienkhoa.intake.evidence.DataYear;

/** Compares joined records with the register and keeps the difference for people. */
record LoadComparison(Merge merge, Difference difference, List<DifferenceLine> lines, Optional<Path> workbook) {

    static final LoadComparison NONE = new LoadComparison(Merge.NOTHING, Difference.NONE, List.of(), Optional.empty());

    /**
     * @param file the workbook; it goes away if nothing that the register knows becomes different
     * @param always whether to write it even so, if there is any line
     */
    static LoadComparison of(
            Staging.Session session,
            Staging.Whole whole,
            DataYear dataYear,
            FindingsReport report,
            Path file,
            boolean always) {
        List<DifferenceLine> kept = new ArrayList<>();
        try (DifferenceReport workbook = report.difference(file)) {
            DifferenceTally tally = new DifferenceTally(line -> {
                write(workbook, line);
                if (kept.size() < LoadOutcome.LINES_KEPT) {
                    kept.add(line);
                }
            });
            Merge merge = session.compare(whole, tally);
            Difference difference = tally.end();
            if (difference.touchesKnown() || (always && !kept.isEmpty())) {
                workbook.finish(difference, dataYear);
                return new LoadComparison(merge, difference, kept, Optional.of(file));
            }
            Files.deleteIfExists(file);
            return new LoadComparison(merge, difference, List.of(), Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("difference cannot be written to " + file, e);
        }
    }

    private static void write(DifferenceReport workbook, DifferenceLine line) {
        try {
            workbook.line(line);
        } catch (IOException e) {
            throw new UncheckedIOException("difference cannot be written", e);
        }
    }
}
