package nienkhoa.intake;

import java.util.List;
import java.util.Map;
import nienkhoa.intake.Corrections.Standing;
import nienkhoa.intake.RowReader.ReadRow;
import nienkhoa.intake.WorkbookReader.Rows;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Passes over the rows of one sheet for which a corrected workbook has others. */
final class ReplacedRows {

    private final SheetPlace place;
    private final Map<Integer, Standing> replaced;
    private final FindingCollector findings;

    ReplacedRows(SheetPlace place, Corrections corrections, FindingCollector findings) {
        this.place = place;
        this.replaced = corrections.replaced(place.file(), place.sheet());
        this.findings = findings;
    }

    Rows before(Rows rows) {
        return replaced.isEmpty() ? rows : new Others(rows);
    }

    /** A row that is another one than when it was rejected is not replaced, since it may be about another student. */
    private boolean isReplaced(RawRow row) {
        Standing standing = replaced.get(row.number());
        if (standing == null) {
            return false;
        }
        boolean same = standing.rowDigest().equals(Origin.digest(row, -1));
        if (!same) {
            String cell = String.valueOf(row.number());
            String at = "[" + standing.sheetName() + "] " + standing.row();
            findings.add(new Finding(
                    "I083_ORIGINAL_CHANGED",
                    Severity.WARN,
                    Place.ofCell(place.file(), place.sheet(), cell),
                    "",
                    List.of(at)));
        }
        return same;
    }

    /** The rows that no other stands in for. */
    private final class Others implements Rows {

        private final Rows rows;
        private boolean some;

        Others(Rows rows) {
            this.rows = rows;
        }

        @Override
        public List<ReadRow> read(RawRow row) {
            boolean isReplaced = isReplaced(row);
            some |= isReplaced;
            return isReplaced ? List.of() : rows.read(row);
        }

        @Override
        public boolean mayBeHeader(RawRow row) {
            return rows.mayBeHeader(row);
        }

        @Override
        public void above(List<RawRow> above) {
            rows.above(above);
        }

        /** Nothing if rows are missing, for then no number fits. */
        @Override
        public List<Finding> end() {
            return some ? List.of() : rows.end();
        }
    }
}
