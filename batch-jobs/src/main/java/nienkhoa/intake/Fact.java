package nienkhoa.intake;

import java.util.List;
import java.util.Map;

/**
 * One row of one sheet after normalising, as it waits to be joined with the others.
 *
 * @param file number of the file in the manifest, from 0
 * @param sheet number of the sheet in its workbook, from 0
 * @param row number of the row as Excel shows it, from 1
 * @param schoolYear first calendar year; 0 if rows of this kind have none
 * @param className empty if rows of this kind have none
 * @param moetCode empty for rows about the school
 * @param identityNumber empty unless the row gives one
 * @param rejected whether the row has been rejected already; it is kept to explain why other rows find no student
 * @param values by field; empty cells are absent. {@code localCode} is the school's own code of a student, {@code
 *     schoolCode} the row's own word about its school
 * @param match whose row it is; {@link Match#NONE} until facts are matched with students
 * @param changes how values came to differ from their cells; not there any more when the row comes back from staging
 */
public record Fact(
        int file,
        int sheet,
        int row,
        FactKind kind,
        int schoolYear,
        String className,
        String moetCode,
        String identityNumber,
        boolean rejected,
        Map<String, String> values,
        Match match,
        List<Change> changes) {

    /** A row as it is read, whose values are what its cells say. */
    public Fact(
            int file,
            int sheet,
            int row,
            FactKind kind,
            int schoolYear,
            String className,
            String moetCode,
            String identityNumber,
            boolean rejected,
            Map<String, String> values) {
        this(file, sheet, row, kind, schoolYear, className, moetCode, identityNumber, rejected, values, List.of());
    }

    /** A row as it is read. */
    public Fact(
            int file,
            int sheet,
            int row,
            FactKind kind,
            int schoolYear,
            String className,
            String moetCode,
            String identityNumber,
            boolean rejected,
            Map<String, String> values,
            List<Change> changes) {
        this(
                file,
                sheet,
                row,
                kind,
                schoolYear,
                className,
                moetCode,
                identityNumber,
                rejected,
                values,
                Match.NONE,
                changes);
    }

    /** Whether both come from one row and, if it speaks of several assessment times, from the same part of it. */
    boolean isSameRow(Fact other) {
        return file == other.file
                && sheet == other.sheet
                && row == other.row
                && value("time").equals(other.value("time"));
    }

    /** The value of a field; empty if the cell was empty or the column is not there. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Code of the school that the row names, or from whose files it was copied to be corrected; empty if it says neither. */
    public String schoolCode() {
        String own = value("schoolCode");
        return own.isEmpty() ? value(CorrectionRows.SCHOOL) : own;
    }

    /** Whose row it is; empty if that is not known. */
    public String studentId() {
        return match.studentId();
    }
}
