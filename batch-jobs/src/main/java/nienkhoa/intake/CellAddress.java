package nienkhoa.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people name cells. */
final class CellAddress {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{0,3})([0-9]{1,8}).*");

    private CellAddress() {}

    /** The row of an address or of the first cell of a range; 0 if it names none. */
    static int row(String cell) {
        Matcher address = ADDRESS.matcher(cell);
        return address.matches() ? Integer.parseInt(address.group(2)) : 0;
    }

    /** The column from 0; -1 for a whole row. */
    static int column(String cell) {
        Matcher address = ADDRESS.matcher(cell);
        int column = 0;
        for (char letter : (address.matches() ? address.group(1) : "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /**
     * For example {@code C12}.
     *
     * @param column from 0
     * @param row from 1
     */
    static String of(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.append(row).toString();
    }
}
