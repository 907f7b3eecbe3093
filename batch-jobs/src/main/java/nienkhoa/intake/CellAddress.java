package nienkhoa.intake;

/** How people name cells. */
final class CellAddress {

    private CellAddress() {}

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
