package nienkhoa.sample;

import java.util.Comparator;

/**
 * What intake has to find in an export with planted defects.
 *
 * @param defect the kind of defect that it comes from
 * @param severity REJECT or WARN
 */
record ExpectedFinding(String defect, String code, String severity, Place place) {

    static final Comparator<ExpectedFinding> ORDER = Comparator.comparing(
                    (ExpectedFinding finding) -> finding.place().file())
            .thenComparing(finding -> finding.place().sheet())
            .thenComparingInt(finding -> finding.place().row())
            .thenComparing(finding -> finding.place().cell())
            .thenComparing(ExpectedFinding::code);

    /** Parts that do not apply are empty. */
    record Place(String file, String sheet, String cell) {

        private int row() {
            String digits = cell.replaceAll("\\D", "");
            return digits.isEmpty() ? 0 : Integer.parseInt(digits);
        }
    }

    static final String HEADER = "defect,code,severity,file,sheet,cell";

    /** A line of the list; only names of sheets can hold a comma. */
    String line() {
        String sheet = place.sheet().contains(",") ? '"' + place.sheet() + '"' : place.sheet();
        return String.join(",", defect, code, severity, place.file(), sheet, place.cell());
    }
}
