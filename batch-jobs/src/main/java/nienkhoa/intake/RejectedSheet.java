package nienkhoa.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.Layout.ValueType;
import nienkhoa.intake.RejectedRows.CopiedRow;
import nienkhoa.intake.RejectedRows.HeadRow;
import nienkhoa.intake.RejectedRows.Mark;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.model.Finding;

/** A sheet of an export with rejected rows, while it is copied. */
final class RejectedSheet {

    private static final Set<ValueType> DAYS = EnumSet.of(ValueType.DATE, ValueType.BIRTH_DATE, ValueType.PRINTED_DATE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final SheetHead head;
    private final Map<Integer, List<Finding>> findingsByRow;
    private final Set<Integer> dayColumns;
    private final List<HeadRow> headRows = new ArrayList<>();

    /** @param findingsByRow the rows to be copied, with what is said about them */
    RejectedSheet(SheetHead head, Map<Integer, List<Finding>> findingsByRow) {
        this.head = head;
        this.findingsByRow = findingsByRow;
        this.dayColumns = head.context().place().shape().columns().stream()
                .filter(placed -> DAYS.contains(placed.column().type()))
                .map(SheetShape.Placed::index)
                .collect(Collectors.toSet());
    }

    int file() {
        return head.context().file();
    }

    int sheet() {
        return head.context().sheet();
    }

    long rows() {
        return findingsByRow.size();
    }

    boolean hasHead() {
        return !headRows.isEmpty();
    }

    void forget() {
        headRows.clear();
    }

    String layoutTitle() {
        return head.context().place().shape().layout().title();
    }

    /** Columns of the titles and the header, without that of the origin, which is always the last. */
    int width() {
        return headRows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** Sheets that say the same can be copied one below the other under one head. */
    String titlesAndHeader() {
        return CanonicalJson.sha256(headerKey(headRows) + head.titles());
    }

    /** What remains of the head if the titles are left to the rows' origins. */
    String headerAlone() {
        return CanonicalJson.sha256(headerKey(header(0)));
    }

    private String headerKey(List<HeadRow> rows) {
        SheetShape shape = head.context().place().shape();
        return shape.layout().name() + "|" + shape.sheet().kind() + "|" + rows;
    }

    /** The header's rows from row 1, without the titles that some exports put among them. */
    private List<HeadRow> header(int width) {
        return headRows.stream()
                .filter(row -> row.number() >= headerRow())
                .map(row -> new HeadRow(
                        row.number() - headerRow() + 1,
                        row.cells().stream()
                                .map(cell -> SheetTitles.isTitle(cell) ? "" : cell)
                                .toList()))
                .map(row -> row.number() == 1 && width > 0 ? withOrigin(row, width) : row)
                .toList();
    }

    /** Number of the header's first row in the head. */
    private int headerRow() {
        return head.headerFrom() - head.titlesFrom() + 1;
    }

    List<HeadRow> head(boolean titled, int width) {
        return titled
                ? headRows.stream()
                        .map(row -> row.number() == headerRow() ? withOrigin(row, width) : row)
                        .toList()
                : header(width);
    }

    private static HeadRow withOrigin(HeadRow row, int width) {
        List<String> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) {
            cells.add("");
        }
        cells.add(Origin.HEADER);
        return new HeadRow(row.number(), List.copyOf(cells));
    }

    RowVisitor readsHead() {
        return new Visitor(row -> {
            if (row.number() >= head.titlesFrom() && row.number() < head.dataFrom()) {
                headRows.add(new HeadRow(row.number() - head.titlesFrom() + 1, cells(row, row.size(), false)));
            }
            return row.number() < head.dataFrom() - 1;
        });
    }

    /** Reads the rejected rows, at least {@code width} cells wide. */
    RowVisitor reads(int width, Function<RawRow, Origin> origins, Consumer<CopiedRow> take) {
        int last = findingsByRow.keySet().stream().max(Integer::compare).orElse(0);
        return new Visitor(row -> {
            List<Finding> findings = findingsByRow.get(row.number());
            if (findings != null) {
                take.accept(new CopiedRow(
                        cells(row, width, true), origins.apply(row).text(), marks(findings)));
            }
            return row.number() < last;
        });
    }

    private List<Mark> marks(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Mark(Math.max(0, column(finding)), finding))
                .toList();
    }

    private int column(Finding finding) {
        int column = CellAddress.column(finding.place().cell());
        int origin = head.originColumn();
        return column == origin && origin >= 0 ? 0 : column;
    }

    /** The cells before the origin, without empty ones at the end. */
    private List<String> cells(RawRow raw, int width, boolean data) {
        int origin = head.originColumn();
        RawRow row = origin < 0 ? raw : new CorrectedRow(raw);
        int end = Math.min(origin < 0 ? row.size() : origin, width);
        List<String> cells = new ArrayList<>(end);
        int filled = 0;
        for (int i = 0; i < end; i++) {
            String text = data ? value(row, i) : row.text(i);
            cells.add(text);
            filled = text.isEmpty() ? filled : i + 1;
        }
        return List.copyOf(cells.subList(0, filled));
    }

    /** A day that the workbook holds as a number is written out: the copy counts days from elsewhere. */
    private String value(RawRow row, int column) {
        String text = row.text(column);
        if (!dayColumns.contains(column) || !row.isNumber(column)) {
            return text;
        }
        Optional<LocalDate> day = Dates.serial(text, head.context().dates1904());
        return day.filter(date -> text.length() >= 5).map(DAY::format).orElse(text);
    }

    /** Of a row that was corrected before the origin stays, a round later; of any other its own place. */
    Function<RawRow, Origin> origins(String export, Function<String, Optional<String>> schoolByPath) {
        SheetPlace place = head.context().place();
        return row -> {
            Optional<Origin> known =
                    head.originColumn() < 0 ? Optional.empty() : Origin.parse(row.text(head.originColumn()));
            return known.map(origin -> origin.again(export))
                    .orElseGet(() -> new Origin(
                            export,
                            schoolByPath.apply(place.file()).orElse(""),
                            place.file(),
                            place.sheet(),
                            row.number(),
                            1,
                            head.titles(),
                            Origin.digest(row, -1)));
        };
    }

    /** Rows until one is the last that is wanted. */
    private record Visitor(Wish wish) implements RowVisitor {

        @Override
        public boolean row(RawRow row) {
            return wish.wantsMoreAfter(row);
        }

        @Override
        public void end() {}
    }

    private interface Wish {
        boolean wantsMoreAfter(RawRow row);
    }
}
