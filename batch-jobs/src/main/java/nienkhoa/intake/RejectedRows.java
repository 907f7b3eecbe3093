package nienkhoa.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;

/**
 * The rows of an export that were rejected, as they stand in its files, for a workbook in which they can be corrected.
 * The files are read again; nothing of a row is kept.
 */
public final class RejectedRows {

    /** A cell of a sheet that says that it is a report and holds no data, so that it is passed over. */
    public static final String REPORT_MARK = Origin.REPORT;

    /** As many sheets as a person may leaf through; with more, sheets with one header are put together. */
    private static final int SHEETS_WITH_TITLES = 40;

    /** Headers that differ in so many ways are no layout any more. */
    private static final int MOST_SHEETS = 200;

    private final TakenExport export;
    private final Workbooks workbooks;
    private final Function<String, Optional<String>> schoolByPath;
    private final List<RejectedSheet> rejected = new ArrayList<>();
    private List<List<RejectedSheet>> groups = List.of();
    private boolean titled = true;

    /** No rows at all. */
    static RejectedRows none(TakenExport export, Workbooks workbooks) {
        return new RejectedRows(export, workbooks, path -> Optional.empty());
    }

    private RejectedRows(TakenExport export, Workbooks workbooks, Function<String, Optional<String>> schoolByPath) {
        this.export = export;
        this.workbooks = workbooks;
        this.schoolByPath = schoolByPath;
    }

    /**
     * @param findings all that was found; those that name a row of a recognised sheet choose what is copied
     * @param heads the recognised sheets, by file and sheet
     */
    static RejectedRows of(
            TakenExport export,
            Workbooks workbooks,
            List<Finding> findings,
            List<SheetHead> heads,
            Function<String, Optional<String>> schoolByPath) {
        RejectedRows rows = new RejectedRows(export, workbooks, schoolByPath);
        Map<String, NavigableMap<Integer, List<Finding>>> bySheet = bySheet(findings);
        for (int i = 0; i < heads.size(); i++) {
            SheetHead head = heads.get(i);
            int end = i + 1 < heads.size() && head.isInSheetOf(heads.get(i + 1))
                    ? heads.get(i + 1).titlesFrom()
                    : Integer.MAX_VALUE;
            SheetPlace place = head.context().place();
            Map<Integer, List<Finding>> byRow =
                    new TreeMap<>(bySheet.getOrDefault(sheet(place.file(), place.sheet()), new TreeMap<>())
                            .subMap(head.dataFrom(), end));
            byRow.entrySet().removeIf(row -> !isRejected(row.getValue()));
            if (!byRow.isEmpty()) {
                rows.rejected.add(new RejectedSheet(head, byRow));
            }
        }
        rows.group();
        return rows;
    }

    private static boolean isRejected(List<Finding> aboutRow) {
        return aboutRow.stream().anyMatch(finding -> finding.severity() == Severity.REJECT);
    }

    private static Map<String, NavigableMap<Integer, List<Finding>>> bySheet(List<Finding> findings) {
        Map<String, NavigableMap<Integer, List<Finding>>> bySheet = new LinkedHashMap<>();
        for (Finding finding : findings) {
            String sheet = sheet(finding.place().file(), finding.place().sheet());
            bySheet.computeIfAbsent(sheet, none -> new TreeMap<>())
                    .computeIfAbsent(CellAddress.row(finding.place().cell()), none -> new ArrayList<>(1))
                    .add(finding);
        }
        return bySheet;
    }

    private static String sheet(String file, String sheet) {
        return file + "\u0000" + sheet;
    }

    private void group() {
        each(rejected, RejectedSheet::readsHead);
        rejected.removeIf(sheet -> !sheet.hasHead());
        groups = grouped(RejectedSheet::titlesAndHeader);
        titled = groups.size() <= SHEETS_WITH_TITLES;
        groups = titled ? groups : grouped(RejectedSheet::headerAlone);
    }

    private List<List<RejectedSheet>> grouped(Function<RejectedSheet, String> by) {
        Map<String, List<RejectedSheet>> found = new LinkedHashMap<>();
        rejected.forEach(sheet -> found.computeIfAbsent(by.apply(sheet), none -> new ArrayList<>())
                .add(sheet));
        return List.copyOf(found.values());
    }

    /** One copy for each kind of head, in the order of files. */
    public List<Copy> copies() {
        return groups.stream().limit(MOST_SHEETS).map(Copy::new).toList();
    }

    /** How many rejected rows are in no copy. */
    public long left() {
        return groups.stream()
                .skip(MOST_SHEETS)
                .flatMap(List::stream)
                .mapToLong(RejectedSheet::rows)
                .sum();
    }

    /** Reads the sheets again, each file once as long as its sheets follow each other. */
    private void each(List<RejectedSheet> sheets, Function<RejectedSheet, RowVisitor> visitor) {
        for (int from = 0, end; from < sheets.size(); from = end) {
            int file = sheets.get(from).file();
            end = from;
            Map<Integer, RejectedSheet> wanted = new TreeMap<>();
            while (end < sheets.size()
                    && sheets.get(end).file() == file
                    && !wanted.containsKey(sheets.get(end).sheet())) {
                wanted.put(sheets.get(end).sheet(), sheets.get(end));
                end++;
            }
            try {
                workbooks.read(export.locate(file), (index, name, dates1904) -> {
                    RejectedSheet sheet = wanted.get(index);
                    return sheet == null ? NONE : visitor.apply(sheet);
                });
            } catch (UnreadableWorkbook e) {
                // The file broke off while it was read the first time, too, and that is its finding.
                wanted.values().forEach(RejectedSheet::forget);
            }
        }
    }

    private static final RowVisitor NONE = new RowVisitor() {
        @Override
        public boolean row(RawRow row) {
            return false;
        }

        @Override
        public void end() {}
    };

    /** Rejected rows below the head of their sheets. */
    public final class Copy {

        private final List<RejectedSheet> sheets;
        private final int width;

        private Copy(List<RejectedSheet> sheets) {
            this.sheets = sheets;
            this.width = sheets.stream().mapToInt(RejectedSheet::width).max().orElse(0);
        }

        /** What people call the layout. */
        public String title() {
            return sheets.get(0).layoutTitle();
        }

        /** Titles and header of the original; the column after {@link #width} is the origin's. */
        public List<HeadRow> head() {
            return sheets.get(0).head(titled, width);
        }

        /** Number of columns before the origin. */
        public int width() {
            return width;
        }

        /** The rows, in the order of files, sheets and rows. */
        public void rows(Consumer<CopiedRow> take) {
            each(sheets, sheet -> sheet.reads(width, origins(sheet), take));
        }

        private Function<RawRow, Origin> origins(RejectedSheet sheet) {
            return sheet.origins(export.sha256().substring(0, Origin.EXPORT_DIGITS), schoolByPath);
        }
    }

    /** @param number of the row, from 1 */
    public record HeadRow(int number, List<String> cells) {}

    /**
     * @param cells as they stand in the export, days written out
     * @param origin text of the last column
     */
    public record CopiedRow(List<String> cells, String origin, List<Mark> marks) {

        public CopiedRow {
            cells = List.copyOf(cells);
            marks = List.copyOf(marks);
        }
    }

    /** @param column from 0; the first one for findings about the whole row */
    public record Mark(int column, Finding finding) {}
}
