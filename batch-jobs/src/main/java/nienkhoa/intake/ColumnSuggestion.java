package nienkhoa.intake;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.ValueType;
import nienkhoa.intake.SheetShape.Headed;

/**
 * Which column of a layout an unknown header may mean: the nearest by its letters whose values fit, else the only one
 * that the values fit. Only ever a question for a person.
 */
final class ColumnSuggestion {

    /** Letters that may differ, of a hundred. */
    private static final int MOST_DIFFERENT = 34;

    /** Types whose values cannot be taken for others; marks and counts look alike. */
    private static final Set<ValueType> TELLING = EnumSet.of(
            ValueType.MOET_CODE, ValueType.IDENTITY_NUMBER, ValueType.DATE, ValueType.CODE, ValueType.SCHOOL_YEAR);

    private final Layouts layouts;
    private final CellReader cells;

    ColumnSuggestion(Layouts layouts) {
        this.layouts = layouts;
        this.cells = new CellReader(layouts);
    }

    /** What an unknown column may be; empty rather than a guess. */
    Optional<Column> of(SheetSighting sheet, Headed unknown) {
        List<Column> free = sheet.shape().sheet().columns().stream()
                .filter(column -> sheet.shape().indexOf(column.field()) < 0)
                .toList();
        String key = layouts.headerKey(sheet.header(unknown).text());
        return free.stream()
                .filter(column -> difference(column, key) <= MOST_DIFFERENT && fits(sheet, unknown, column, false))
                .min(Comparator.comparingInt(column -> difference(column, key)))
                .or(() -> byValues(sheet, unknown, free));
    }

    private Optional<Column> byValues(SheetSighting sheet, Headed unknown, List<Column> free) {
        List<Column> fitting = free.stream()
                .filter(column -> TELLING.contains(column.type()) && fits(sheet, unknown, column, true))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private boolean fits(SheetSighting sheet, Headed unknown, Column column, boolean filled) {
        int values = 0;
        for (RawRow row : sheet.rows()) {
            if (!row.text(unknown.index()).isBlank()) {
                values++;
                if (cells.read(column, row, unknown.index(), false) instanceof CellValue.Bad) {
                    return false;
                }
            }
        }
        return values > 0 || !filled;
    }

    /** Letters that differ between a header of the column and the key, of a hundred. */
    private int difference(Column column, String key) {
        int least = 100;
        for (String header : column.header()) {
            List<String> path = layouts.path(header);
            String word = path.get(path.size() - 1);
            int longest = Math.max(1, Math.max(word.length(), key.length()));
            least = Math.min(least, 100 * distance(word, key) / longest);
        }
        return least;
    }

    /** How many letters have to be put in, taken out or changed (Levenshtein). */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            int[] swap = before;
            before = now;
            now = swap;
        }
        return before[other.length()];
    }
}
