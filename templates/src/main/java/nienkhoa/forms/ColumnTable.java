package nienkhoa.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The columns of a table from left to right.
 *
 * <p>A column table is a file of comma separated values: {@code content} (see {@link CellText}), the headings
 * {@code group}, {@code item} and {@code metric} from the outermost to the innermost, {@code width} in mm, {@code kind}
 * (see {@link CellKind}), {@code rotated}, {@code media} ({@code xlsx}: not printed) and {@code mark}, which says where
 * the heading is known from: {@code V} seen in a public text, {@code R-H R-M R-L} recalled, {@code D} our choice. It may
 * have {@code each}, see {@link Column#columns}; the columns of such lines are as wide as is needed to fill the paper.
 * Neighbours with the same headings share them.
 */
record ColumnTable(List<Column> columns) {

    /** Those of all forms in use, taken apart once: some dozens. */
    private static final Map<String, ColumnTable> KNOWN = new ConcurrentHashMap<>();

    ColumnTable {
        columns = List.copyOf(columns);
    }

    static ColumnTable parse(String csv) {
        return KNOWN.computeIfAbsent(
                csv,
                lines -> new ColumnTable(
                        Csv.read(lines).stream().map(ColumnTable::column).toList()));
    }

    /** Without the columns that only the workbook has. */
    ColumnTable printed() {
        return new ColumnTable(columns.stream().filter(Column::printed).toList());
    }

    /** With the columns that lines with {@code each} stand for in this part of a document. */
    ColumnTable of(Node at, Labels labels) {
        return new ColumnTable(
                columns.stream().flatMap(column -> column.columns(at, labels)).toList());
    }

    /** With the columns of lines with {@code each} stretched or narrowed alike, so that all take this width. */
    ColumnTable fitted(double mm) {
        if (isFixed()) {
            return this;
        }
        double elastic = columns.stream()
                .filter(column -> !column.each().isEmpty())
                .mapToDouble(Column::widthMm)
                .sum();
        double scale = (mm - widthMm() + elastic) / elastic;
        return new ColumnTable(columns.stream()
                .map(column -> column.each().isEmpty() ? column : column.withWidth(column.widthMm() * scale))
                .toList());
    }

    /** Whether the columns are the same for every document. */
    boolean isFixed() {
        return columns.stream().allMatch(column -> column.each().isEmpty());
    }

    double widthMm() {
        return columns.stream().mapToDouble(Column::widthMm).sum();
    }

    /** How many rows the deepest heading takes. */
    int headerRows() {
        return columns.stream()
                .mapToInt(column -> column.headings().size())
                .max()
                .orElse(0);
    }

    /**
     * Heights of the header rows, in points. A form may say more of them than there are where no column with an outer heading
     * is printed: the last row takes the rest.
     */
    int[] headerHeights(List<Double> mm) {
        int[] heights = mm.stream().mapToInt(ColumnTableDesign::points).toArray();
        int last = headerRows() - 1;
        if (last < 0 || last >= heights.length) {
            return heights;
        }
        heights[last] = Arrays.stream(heights, last, heights.length).sum();
        return Arrays.copyOf(heights, last + 1);
    }

    /** The headings, merged where neighbours share an outer heading, and stretched down to the last header row. */
    List<HeaderCell> header() {
        List<HeaderCell> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            int depth = columns.get(column).headings().size();
            for (int row = 0; row < depth; row++) {
                if (!continuesLeft(column, row)) {
                    cells.add(headerCell(column, row));
                }
            }
        }
        return cells;
    }

    private HeaderCell headerCell(int column, int row) {
        Column first = columns.get(column);
        int next = column + 1;
        while (next < columns.size() && continuesLeft(next, row)) {
            next++;
        }
        boolean own = row == first.headings().size() - 1;
        int rowSpan = own ? headerRows() - row : 1;
        return new HeaderCell(
                row, rowSpan, column, next - column, first.headings().get(row), own && first.rotated());
    }

    /** Whether this column's heading in this row is the one of its left neighbour, going on. */
    private boolean continuesLeft(int column, int row) {
        if (column == 0) {
            return false;
        }
        List<String> own = columns.get(column).headings();
        List<String> left = columns.get(column - 1).headings();
        if (own.equals(left)) {
            return true;
        }
        return row < own.size() - 1
                && left.size() > row + 1
                && own.subList(0, row + 1).equals(left.subList(0, row + 1));
    }

    private static Column column(Map<String, String> line) {
        List<String> headings = Stream.of("group", "item", "metric")
                .map(name -> value(line, name))
                .filter(heading -> !heading.isEmpty())
                .toList();
        return new Column(
                value(line, "content"),
                headings,
                Double.parseDouble(value(line, "width")),
                CellKind.of(value(line, "kind")),
                value(line, "rotated").equals("yes"),
                !value(line, "media").equals("xlsx"),
                line.getOrDefault("each", ""));
    }

    private static String value(Map<String, String> line, String name) {
        String value = line.get(name);
        if (value == null) {
            throw new IllegalArgumentException("column table without " + name);
        }
        return value;
    }
}
