package nienkhoa.intake;

import java.util.List;
import java.util.Map;
import nienkhoa.intake.Layout.Column;

/**
 * A sheet that was recognised: where each column of its layout lies.
 *
 * @param columns the columns found, from left to right
 * @param unknown how many columns have a header that the layout does not know
 */
public record SheetShape(Layout layout, Layout.Sheet sheet, List<Placed> columns, int unknown) {

    /** A column of the layout at its place in the sheet, counted from 0. */
    public record Placed(int index, Column column) {}

    /** Place of a field's column from 0; -1 if the sheet has none. */
    int indexOf(String field) {
        for (Placed placed : columns) {
            if (placed.column().field().equals(field)) {
                return placed.index();
            }
        }
        return -1;
    }

    /** What the first rows of a sheet turned out to be. */
    sealed interface Outcome {

        /**
         * @param headerFrom number of the header's first row
         * @param dataFrom number of the first row after the header
         */
        record Recognised(SheetShape shape, int headerFrom, int dataFrom) implements Outcome {}

        /** A known layout whose required columns are not all there. */
        record Incomplete(Layout layout, List<String> missing, int headerRow) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** What one sort of sheet finds in header paths. */
    record Match(Layout layout, Layout.Sheet sheet, Map<Integer, Column> found, List<String> missing, int headed) {

        boolean isComplete() {
            return missing.isEmpty();
        }

        SheetShape shape() {
            List<Placed> placed = found.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> new Placed(entry.getKey(), entry.getValue()))
                    .toList();
            return new SheetShape(layout, sheet, placed, headed - placed.size());
        }
    }
}
