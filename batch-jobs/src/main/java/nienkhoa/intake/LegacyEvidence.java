package nienkhoa.intake;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import nienkhoa.intake.LegacyText.Encoding;

/** How often a sheet and its columns have held text that certainly is in letters of the time before Unicode. */
final class LegacyEvidence {

    private final Map<Integer, Column> columns = new HashMap<>();
    private final Map<Encoding, Integer> sheet = new EnumMap<>(Encoding.class);

    Column column(int index) {
        return columns.computeIfAbsent(index, none -> new Column(sheet));
    }

    /** One column. */
    static final class Column {

        /** So many certain cells settle what the doubtful ones are. */
        private static final int ENOUGH_IN_COLUMN = 2;

        private static final int ENOUGH_IN_SHEET = 3;

        private final Map<Encoding, Integer> cells = new EnumMap<>(Encoding.class);
        private final Map<Encoding, Integer> sheet;

        private Column(Map<Encoding, Integer> sheet) {
            this.sheet = sheet;
        }

        void found(Encoding encoding) {
            cells.merge(encoding, 1, Integer::sum);
            sheet.merge(encoding, 1, Integer::sum);
        }

        /** Whether the column, or the whole sheet, is known for this encoding and for no other. */
        boolean speaksFor(Encoding encoding) {
            return speaksFor(encoding, cells, ENOUGH_IN_COLUMN) || speaksFor(encoding, sheet, ENOUGH_IN_SHEET);
        }

        private static boolean speaksFor(Encoding encoding, Map<Encoding, Integer> cells, int enough) {
            return cells.size() == 1 && cells.getOrDefault(encoding, 0) >= enough;
        }
    }
}
