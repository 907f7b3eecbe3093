package nienkhoa.sample;

import java.util.Set;
import nienkhoa.sample.DefectKind.Warned;
import nienkhoa.sample.ExpectedFinding.Place;
import org.apache.poi.ss.util.CellReference;

/** A sheet with a defect above its data, which are read all the same. */
final class WarnedSheet {

    private final Warned kind;
    private final String file;
    private String column = "";
    private int firstRow;

    /** @param file in the export */
    WarnedSheet(Warned kind, String file) {
        this.kind = kind;
        this.file = file;
    }

    Warned kind() {
        return kind;
    }

    /** What becomes of a title or a header label; the last one of them stands above the data. */
    String text(String written, int atColumn, int nextRow) {
        firstRow = nextRow;
        String text = kind.text().apply(written);
        if (!text.equals(written)) {
            column = CellReference.convertNumToColString(atColumn);
        }
        return text;
    }

    /** Where the finding is told, when everything is written. */
    Place place(Set<StudentRow> victims) {
        boolean inData = kind.cell().equals("?");
        return new Place(file, kind.sheet(), kind.cell().replace("?", column) + (inData ? firstStanding(victims) : ""));
    }

    private int firstStanding(Set<StudentRow> victims) {
        int row = firstRow;
        while (isRefused(victims, row)) {
            row++;
        }
        return row;
    }

    private boolean isRefused(Set<StudentRow> victims, int row) {
        return victims.stream()
                .anyMatch(victim -> victim.number() == row
                        && victim.file().equals(file)
                        && victim.sheet().equals(kind.sheet())
                        && !victim.stands());
    }
}
