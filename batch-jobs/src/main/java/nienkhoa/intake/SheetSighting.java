package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sheet whose header was looked at, for what is to be said about its columns.
 *
 * @param path of the file inside the export
 * @param missing names of required columns that the sheet has not; empty if it was recognised
 * @param headers the header cells by column, counted from 0
 * @param rows first rows of data, to see what a column holds
 */
record SheetSighting(
        int file,
        int sheet,
        String path,
        String name,
        SheetShape shape,
        List<String> missing,
        Map<Integer, HeaderCell> headers,
        List<RawRow> rows) {

    /** Enough to see what a column holds. */
    private static final int ROWS_KEPT = 10;

    /**
     * The lowest header cell above a column.
     *
     * @param cell address such as {@code G5}
     */
    record HeaderCell(String text, String cell) {}

    static SheetSighting of(int file, int sheet, SheetPlace place, List<String> missing, List<RawRow> header) {
        Map<Integer, HeaderCell> headers = new HashMap<>();
        for (RawRow row : header) {
            for (SheetShape.Headed column : place.shape().headed()) {
                String text = PlainText.of(row.text(column.index()));
                if (!text.isEmpty() && !SheetTitles.isTitle(text)) {
                    headers.put(column.index(), new HeaderCell(text, CellAddress.of(column.index(), row.number())));
                }
            }
        }
        return new SheetSighting(
                file, sheet, place.file(), place.sheet(), place.shape(), missing, headers, new ArrayList<>());
    }

    /** Whether a column is there that no one knows, or one that has to be is not. */
    boolean isStrange() {
        return !missing.isEmpty() || shape.unknown() > 0;
    }

    boolean wantsRows() {
        return rows.size() < ROWS_KEPT;
    }

    /** Number of the lowest header row. */
    String headerRow() {
        return headers.values().stream()
                .map(header -> Integer.parseInt(header.cell().replaceAll("\\D", "")))
                .max(Comparator.naturalOrder())
                .map(String::valueOf)
                .orElse("");
    }

    HeaderCell header(SheetShape.Headed column) {
        return headers.getOrDefault(
                column.index(),
                new HeaderCell(column.path().get(column.path().size() - 1), CellAddress.of(column.index(), 1)));
    }
}
