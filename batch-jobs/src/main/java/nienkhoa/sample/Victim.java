package nienkhoa.sample;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.sample.DefectKind.InRow;
import nienkhoa.sample.DefectKind.Shared;

/** One defect of a student, or of two, and all rows about them. */
final class Victim {

    private final DefectKind kind;
    private final int year;
    private final List<Life> lives;
    private final String shared;
    private final List<StudentRow> rows = new ArrayList<>();
    private boolean planted;

    /**
     * @param year the target year
     * @param lives the student; of a shared value the owner and then the one who gets it too
     * @param shared the owner's value; empty if the defect is no shared value
     */
    Victim(DefectKind kind, int year, List<Life> lives, String shared) {
        this.kind = kind;
        this.year = year;
        this.lives = List.copyOf(lives);
        this.shared = shared;
    }

    DefectKind kind() {
        return kind;
    }

    List<Life> lives() {
        return lives;
    }

    /** The rows so far; may be added to. */
    List<StudentRow> rows() {
        return rows;
    }

    /** Plants the defect if this is the row for it; returns all rows to be written. */
    List<StudentRow> rows(Life life, StudentRow row) {
        List<StudentRow> written = new ArrayList<>(List.of(row));
        if (kind instanceof InRow inRow && !planted && isMeant(inRow, row)) {
            planted = true;
            written.addAll(inRow.plant().apply(row));
        } else if (kind instanceof Shared both && life.equals(lives.get(1)) && isClassListOfYear(row)) {
            row.put(both.label(), shared);
        }
        rows.addAll(written);
        return written;
    }

    private boolean isMeant(InRow inRow, StudentRow row) {
        boolean ofYear = row.kind == RowKind.CLASS_LIST || row.kind.isOfYear();
        return row.kind == inRow.row()
                && (!ofYear || row.year() == year)
                && (inRow.sheet().isEmpty() || inRow.sheet().equals(row.sheet()));
    }

    private boolean isClassListOfYear(StudentRow row) {
        return row.kind == RowKind.CLASS_LIST && row.year() == year;
    }

    /** All rows, once each has told what is wrong with itself. */
    List<StudentRow> concluded() {
        if (kind instanceof Shared both) {
            rows.stream()
                    .filter(row -> row.kind == RowKind.CLASS_LIST)
                    .filter(row -> row.text(both.label()).equals(shared))
                    .forEach(row -> row.reject(both.code(), both.label()));
        }
        return List.copyOf(rows);
    }
}
