package nienkhoa.intake;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import nienkhoa.intake.LegacyText.Encoding;

/** How often the columns of a sheet have held text that certainly is in letters of the time before Unicode. */
final class LegacyEvidence {

    private final Map<Integer, Column> columns = new HashMap<>();

    Column column(int index) {
        return columns.computeIfAbsent(index, none -> new Column());
    }

    /** One column. */
    static final class Column {

        /** So many certain cells settle what the doubtful ones are. */
        private static final int ENOUGH = 2;

        private final Map<Encoding, Integer> cells = new EnumMap<>(Encoding.class);

        void found(Encoding encoding) {
            cells.merge(encoding, 1, Integer::sum);
        }

        /** Whether the column is known for this encoding and for no other. */
        boolean speaksFor(Encoding encoding) {
            return cells.size() == 1 && cells.getOrDefault(encoding, 0) >= ENOUGH;
        }
    }
}
