package nienkhoa.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.model.Finding;

/**
 * What became of an export.
 *
 * @param stopped whether nothing was written because the export has nothing of the school year asked for, or because a
 *     person has to confirm it
 * @param findings by file, sheet and cell
 * @param byCode how often each finding was made, also of those that were only counted
 * @param rejectedStudents students of the asked year whose place in a class was rejected, so that nothing is planned for
 *     them
 * @param workbook the findings for people; empty if there are none
 * @param supplement whether a corrected workbook was taken in alone, so that what it does not name has not vanished
 * @param load what the load does to the register; after a dry run what it would do
 */
public record IntakeResult(
        String exportSha256,
        boolean stopped,
        Counts counts,
        List<Finding> findings,
        Map<String, Long> byCode,
        List<RejectedStudent> rejectedStudents,
        Optional<Path> workbook,
        boolean supplement,
        LoadOutcome load) {

    public IntakeResult {
        findings = List.copyOf(findings);
        byCode = Map.copyOf(byCode);
        rejectedStudents = List.copyOf(rejectedStudents);
    }

    IntakeResult with(Path report) {
        return new IntakeResult(
                exportSha256,
                stopped,
                counts,
                findings,
                byCode,
                rejectedStudents,
                Optional.of(report),
                supplement,
                load);
    }

    /**
     * @param files all files of the export
     * @param workbooks files read as workbooks
     * @param sheets recognised sheets
     * @param rowsAccepted rows whose records got a new revision
     * @param rowsUnchanged rows that say what the register had already
     * @param rowsRejected rows with at least one reason against them
     * @param students students with at least one accepted row
     * @param unknownColumns columns with a header that no layout knows
     * @param revisions new revisions by kind
     * @param changes steps by which values came to differ from their cells, by rule
     */
    public record Counts(
            long files,
            long workbooks,
            long sheets,
            long rowsAccepted,
            long rowsUnchanged,
            long rowsRejected,
            long students,
            long findings,
            long unknownColumns,
            Map<String, Long> revisions,
            Map<ChangeRule, Long> changes) {}

    /**
     * @param student id; empty if the row names no valid code
     * @param place where the row stands, in words
     * @param codes all reasons
     */
    public record RejectedStudent(String student, String place, List<String> codes) {

        public RejectedStudent {
            codes = List.copyOf(codes);
        }
    }
}
