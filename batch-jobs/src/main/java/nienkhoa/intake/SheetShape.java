package nienkhoa.intake;

import java.util.List;
import java.util.Map;
import nienkhoa.intake.Layout.Column;

/**
 * A sheet that was recognised: where each column of its layout lies.
 *
 * @param columns the columns found, from left to right
 * @param headed all columns that bear a header, also unknown ones, from left to right
 */
public record SheetShape(Layout layout, Layout.Sheet sheet, List<Placed> columns, List<Headed> headed) {

    public SheetShape {
        columns = List.copyOf(columns);
        headed = List.copyOf(headed);
    }

    /** A column of the layout at its place in the sheet, counted from 0. */
    public record Placed(int index, Column column) {}

    /**
     * A column with a header.
     *
     * @param index from 0
     * @param path keys of the header, from the group down
     * @param use what the layout does with it
     */
    public record Headed(int index, List<String> path, Use use) {}

    /** What becomes of a column. */
    public enum Use {
        READ,
        IGNORED,
        UNKNOWN
    }

    /** How many columns have a header that the layout does not know. */
    int unknown() {
        return unknown(headed);
    }

    private static int unknown(List<Headed> headed) {
        return (int)
                headed.stream().filter(column -> column.use() == Use.UNKNOWN).count();
    }

    /** Place of a field's column from 0; of a choice or a part that of the column it comes from; -1 if there is none. */
    int indexOf(String field) {
        int origin = -1;
        for (Placed placed : columns) {
            String own = placed.column().field();
            if (own.equals(field)) {
                return placed.index();
            }
            if (origin < 0 && (field.startsWith(own + ".") || own.endsWith("." + field))) {
                origin = placed.index();
            }
        }
        return origin;
    }

    /** What the first rows of a sheet turned out to be. */
    sealed interface Outcome {

        /**
         * @param headerFrom number of the header's first row
         * @param dataFrom number of the first row after the header
         */
        record Recognised(SheetShape shape, int headerFrom, int dataFrom) implements Outcome {}

        /**
         * A known layout whose required columns are not all there.
         *
         * @param shape what of it was found
         * @param missing names of the required columns that were not found
         */
        record Incomplete(SheetShape shape, List<String> missing, int headerFrom, int dataFrom) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /**
     * What one sort of sheet finds in header paths.
     *
     * @param found columns of the layout by their place
     * @param headed all columns with a header, from left to right
     * @param missing names of the required columns that were not found
     */
    record Match(
            Layout layout, Layout.Sheet sheet, Map<Integer, Column> found, List<Headed> headed, List<String> missing) {

        boolean isComplete() {
            return missing.isEmpty();
        }

        boolean knowsMost() {
            return strangers() <= found.size();
        }

        /** How many columns with a header the layout does not know. */
        int strangers() {
            return unknown(headed);
        }

        SheetShape shape() {
            List<Placed> placed = found.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> new Placed(entry.getKey(), entry.getValue()))
                    .toList();
            return new SheetShape(layout, sheet, placed, headed);
        }
    }
}
