package nienkhoa.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nienkhoa.intake.HeaderSearch.Found;
import nienkhoa.intake.Layout.Title;
import nienkhoa.intake.RowReader.ReadRow;
import nienkhoa.intake.SheetShape.Outcome;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.intake.Workbooks.SheetVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** Reads the workbooks of one export; may be used by several threads. */
final class WorkbookReader {

    /** Rows handed on together; a class has fewer. */
    private static final int ROWS_TOGETHER = 500;

    private final Workbooks workbooks;
    private final Layouts layouts;
    private final HeaderIndex index;
    private final CellReader cells;
    private final FindingCollector findings;
    private final ExportFiles files;
    private final Corrections corrections;
    private final Map<List<List<String>>, Found> seen = HeaderSearch.memory();

    WorkbookReader(
            Workbooks workbooks,
            Layouts layouts,
            FindingCollector findings,
            ExportFiles files,
            Corrections corrections) {
        this.workbooks = workbooks;
        this.layouts = layouts;
        this.index = new HeaderIndex(layouts);
        this.cells = new CellReader(layouts);
        this.findings = findings;
        this.files = files;
        this.corrections = corrections;
    }

    /** Reads one workbook; what cannot be read becomes a finding. */
    void read(int file, Path path, Consumer<List<Fact>> sink) {
        files.workbook();
        List<String> passedOver = new ArrayList<>();
        try {
            workbooks.read(path, new FileReading(file, sink, passedOver));
        } catch (UnreadableWorkbook e) {
            files.unreadable(file);
            findings.add(new Finding(e.code(), Severity.REJECT, Place.ofFile(files.path(file)), "", List.of()));
        }
        if (!passedOver.isEmpty()) {
            findings.add(new Finding(
                    "I019_UNKNOWN_SHEET",
                    Severity.WARN,
                    Place.ofFile(files.path(file)),
                    String.join("; ", passedOver),
                    List.of(String.valueOf(passedOver.size()))));
        }
    }

    /** One file while its sheets come in. */
    private final class FileReading implements SheetVisitor {

        private final int file;
        private final Consumer<List<Fact>> sink;
        private final List<String> passedOver;

        FileReading(int file, Consumer<List<Fact>> sink, List<String> passedOver) {
            this.file = file;
            this.sink = sink;
            this.passedOver = passedOver;
        }

        @Override
        public RowVisitor sheet(int index, String name, boolean dates1904) {
            return new SheetReading(file, index, name, dates1904, sink, passedOver);
        }

        @Override
        public void notice(String code) {
            findings.add(new Finding(code, Severity.WARN, Place.ofFile(files.path(file)), "", List.of()));
        }
    }

    /** What makes facts of the rows of one sheet. */
    interface Rows {

        /** The facts of a row, one unless the layout has parts; none for rows that are no data. */
        List<ReadRow> read(RawRow row);

        /** Whether a row below the header is worth comparing with headers. */
        boolean mayBeHeader(RawRow row);

        /** Rows above a header, which may say how many students there are. */
        void above(List<RawRow> rows);

        /** After the last row: what is to be said about the table as a whole. */
        List<Finding> end();
    }

    /** One sheet while its rows come in. */
    private final class SheetReading implements RowVisitor {

        private final int file;
        private final int sheet;
        private final String name;
        private final boolean dates1904;
        private final Consumer<List<Fact>> sink;
        private final List<String> passedOver;
        private final List<RawRow> first = new ArrayList<>();
        private final Numbering numbering = new Numbering();
        private HeaderSearch search = new HeaderSearch(index, seen);
        private List<Fact> facts = new ArrayList<>();
        private @Nullable Rows rows;
        private @Nullable SheetHead head;
        private @Nullable SheetTitles titles;
        private @Nullable SheetSighting sighting; // null unless some of its columns are strange
        private boolean decided;

        SheetReading(
                int file,
                int sheet,
                String name,
                boolean dates1904,
                Consumer<List<Fact>> sink,
                List<String> passedOver) {
            this.file = file;
            this.sheet = sheet;
            this.name = name;
            this.dates1904 = dates1904;
            this.sink = sink;
            this.passedOver = passedOver;
        }

        @Override
        public boolean row(RawRow row) {
            if (decided && (rows == null || !rows.mayBeHeader(row) || !search.mayBegin(row))) {
                read(row);
                return isOpen();
            }
            if (decided) {
                decided = false;
                search = HeaderSearch.at(row.number(), index, seen);
            }
            first.add(row);
            search.offer(row).ifPresent(this::decide);
            return !decided || isOpen();
        }

        /** Of a sheet that is refused some rows are still looked at, to say which column may be the missing one. */
        private boolean isOpen() {
            return rows != null || (sighting != null && sighting.wantsRows());
        }

        @Override
        public void end() {
            if (!decided && !first.isEmpty()) {
                decide(search.end());
            }
            if (rows != null) {
                rows.end().forEach(findings::add);
            }
            sink.accept(facts);
        }

        private void decide(Outcome outcome) {
            decided = true;
            if (outcome instanceof Outcome.Recognised recognised) {
                open(recognised);
            } else if (rows != null && outcome instanceof Outcome.Unknown) {
                List<RawRow> data = List.copyOf(first);
                first.clear();
                data.forEach(this::read);
            } else if (Origin.isReport(first)) {
                rows = null;
            } else if (outcome instanceof Outcome.Incomplete incomplete) {
                refuse(incomplete);
            } else if (!first.stream().allMatch(RawRow::isBlank)) {
                passedOver.add(name);
            }
        }

        private void refuse(Outcome.Incomplete incomplete) {
            find(
                    "I002_MISSING_COLUMN",
                    String.valueOf(incomplete.headerFrom()),
                    String.join("; ", incomplete.missing()),
                    incomplete.shape().layout().title());
            rows = null;
            SheetPlace place = new SheetPlace(files.path(file), name, incomplete.shape());
            see(place, incomplete.missing(), rowsBetween(incomplete.headerFrom(), incomplete.dataFrom()));
            rowsBetween(incomplete.dataFrom(), Integer.MAX_VALUE).forEach(this::read);
        }

        private void see(SheetPlace place, List<String> missing, List<RawRow> header) {
            SheetSighting found = SheetSighting.of(file, sheet, place, missing, header);
            files.sightings().add(found);
            sighting = found.isStrange() ? found : null;
        }

        /** Begins a table: the sheet's first, another one below it, or the same one on a new page. */
        private void open(Outcome.Recognised recognised) {
            SheetShape shape = recognised.shape();
            List<RawRow> above = rowsBetween(0, recognised.headerFrom());
            List<RawRow> header = rowsBetween(recognised.headerFrom(), recognised.dataFrom());
            List<RawRow> data = rowsBetween(recognised.dataFrom(), Integer.MAX_VALUE);
            SheetPlace place = new SheetPlace(files.path(file), name, shape);
            int origin = Origin.column(header);
            files.sheet(file, sheet, recognised.headerFrom(), place);
            if (origin < 0) {
                see(place, List.of(), header);
            }
            titles = new SheetTitles(layouts, above, header, titles);
            int titlesFrom = titlesFrom(above, recognised.headerFrom());
            Optional<SheetHead> opened = (origin < 0 ? context(place, titles) : Optional.of(told(place, titles)))
                    .map(known ->
                            new SheetHead(known, titlesFrom, recognised.headerFrom(), recognised.dataFrom(), origin));
            if (rows == null
                    || head == null
                    || opened.filter(head::isOfSameTable).isEmpty()) {
                close();
                head = opened.orElse(null);
                rows = opened.map(this::reader).orElse(null);
            }
            if (rows != null) {
                rows.above(above);
            }
            first.clear();
            data.forEach(this::read);
        }

        /** Ends a table. */
        private void close() {
            if (rows != null) {
                rows.end().forEach(findings::add);
            }
        }

        /** A first table's head begins where the sheet does; that of another one with the rows below the one before. */
        private int titlesFrom(List<RawRow> above, int headerFrom) {
            if (rows == null) {
                return 1;
            }
            return above.isEmpty() ? headerFrom : above.get(0).number();
        }

        private Rows reader(SheetHead head) {
            files.opened(head);
            Rows all = head.originColumn() < 0
                    ? new RowReader(cells, head.context(), numbering)
                    : new CorrectionRows(cells, head.context(), head.originColumn(), corrections, files);
            return new ReplacedRows(head.context().place(), corrections, findings).before(all);
        }

        private List<RawRow> rowsBetween(int from, int end) {
            return first.stream()
                    .filter(row -> row.number() >= from && row.number() < end)
                    .toList();
        }

        /** Empty, with a finding, if the titles do not say what they have to. */
        private Optional<SheetContext> context(SheetPlace place, SheetTitles titles) {
            var wanted = place.shape().sheet().titles();
            Optional<Integer> year = titles.schoolYear();
            Optional<String> subject = titles.subject(name);
            Optional<String> time = titles.time();
            Optional<String> semester = titles.semester(name);
            if (wanted.contains(Title.SCHOOL_YEAR) && year.isEmpty()) {
                find("I013_UNKNOWN_SCHOOL_YEAR", "", "Năm học");
            } else if (wanted.contains(Title.TIME) && time.isEmpty()) {
                find("I015_UNKNOWN_TIME", "");
            } else if (wanted.contains(Title.SUBJECT) && subject.isEmpty()) {
                find("I016_UNKNOWN_SUBJECT", "");
            } else if (wanted.contains(Title.SEMESTER) && semester.isEmpty()) {
                find("I061_UNKNOWN_SEMESTER", "");
            } else {
                return Optional.of(told(place, titles));
            }
            return Optional.empty();
        }

        private SheetContext told(SheetPlace place, SheetTitles titles) {
            var wanted = place.shape().sheet().titles();
            boolean ofYear = wanted.contains(Title.SCHOOL_YEAR);
            return new SheetContext(
                    place,
                    file,
                    sheet,
                    dates1904,
                    ofYear ? titles.schoolYear().orElse(0) : 0,
                    ofYear ? titles.className() : Optional.empty(),
                    ofYear ? titles.time() : Optional.empty(),
                    wanted.contains(Title.SUBJECT) ? titles.subject(name) : Optional.empty(),
                    wanted.contains(Title.SEMESTER) ? titles.semester(name) : Optional.empty());
        }

        private void find(String code, String cell, String... args) {
            Place place = new Place(files.path(file), name, cell, "");
            findings.add(new Finding(code, Severity.REJECT, place, "", List.of(args)));
        }

        private void read(RawRow row) {
            if (sighting != null && sighting.wantsRows() && !row.isBlank()) {
                sighting.rows().add(row);
            }
            if (rows == null) {
                return;
            }
            List<ReadRow> read = rows.read(row);
            if (read.isEmpty()) {
                rememberAsTitle(row);
                return;
            }
            first.clear();
            for (ReadRow one : read) {
                files.row(one.fact(), one.findings());
                facts.add(one.fact());
            }
            if (facts.size() >= ROWS_TOGETHER) {
                sink.accept(facts);
                facts = new ArrayList<>();
            }
        }

        /** Rows below the data may be the titles of another table. */
        private void rememberAsTitle(RawRow row) {
            if (!row.isBlank()) {
                first.add(row);
            }
            if (first.size() > HeaderSearch.FIRST_ROWS) {
                first.remove(0);
            }
        }
    }
}
