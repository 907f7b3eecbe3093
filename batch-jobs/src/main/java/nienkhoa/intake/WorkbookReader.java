package nienkhoa.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import nienkhoa.intake.HeaderSearch.Found;
import nienkhoa.intake.Layout.Title;
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
    private final Map<String, Optional<Found>> seen = HeaderSearch.memory();

    WorkbookReader(Workbooks workbooks, Layouts layouts, FindingCollector findings, ExportFiles files) {
        this.workbooks = workbooks;
        this.layouts = layouts;
        this.index = new HeaderIndex(layouts);
        this.cells = new CellReader(layouts);
        this.findings = findings;
        this.files = files;
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

    /** One sheet while its rows come in. */
    private final class SheetReading implements RowVisitor {

        private final int file;
        private final int sheet;
        private final String name;
        private final boolean dates1904;
        private final Consumer<List<Fact>> sink;
        private final List<String> passedOver;
        private final HeaderSearch search = new HeaderSearch(index, seen);
        private final List<RawRow> first = new ArrayList<>();
        private List<Fact> facts = new ArrayList<>();
        private @Nullable RowReader rows;
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
            if (decided) {
                read(row);
                return rows != null;
            }
            first.add(row);
            search.offer(row).ifPresent(this::decide);
            return !decided || rows != null;
        }

        @Override
        public void end() {
            if (!decided && !first.isEmpty()) {
                decide(search.end());
            }
            sink.accept(facts);
        }

        private void decide(Outcome outcome) {
            decided = true;
            if (outcome instanceof Outcome.Recognised recognised) {
                open(recognised);
            } else if (outcome instanceof Outcome.Incomplete incomplete) {
                find(
                        "I002_MISSING_COLUMN",
                        String.valueOf(incomplete.headerRow()),
                        String.join("; ", incomplete.missing()),
                        incomplete.layout().title());
            } else if (first.stream().anyMatch(this::holdsText)) {
                passedOver.add(name);
            }
        }

        private boolean holdsText(RawRow row) {
            for (int i = 0; i < row.size(); i++) {
                if (!row.text(i).isBlank()) {
                    return true;
                }
            }
            return false;
        }

        private void open(Outcome.Recognised recognised) {
            SheetShape shape = recognised.shape();
            List<RawRow> above = rowsBetween(0, recognised.headerFrom());
            List<RawRow> header = rowsBetween(recognised.headerFrom(), recognised.dataFrom());
            SheetPlace place = new SheetPlace(files.path(file), name, shape);
            files.sheet(file, sheet, place);
            Optional<SheetContext> context = context(place, new SheetTitles(layouts, above, header));
            context.ifPresent(known -> rows = new RowReader(cells, known));
            rowsBetween(recognised.dataFrom(), Integer.MAX_VALUE).forEach(this::read);
        }

        private List<RawRow> rowsBetween(int from, int end) {
            return first.stream()
                    .filter(row -> row.number() >= from && row.number() < end)
                    .toList();
        }

        /** Empty, with a finding, if the titles do not say what they have to. */
        private Optional<SheetContext> context(SheetPlace place, SheetTitles titles) {
            var wanted = place.shape().sheet().titles();
            OptionalInt year = titles.schoolYear();
            Optional<String> subject = titles.subject(name);
            Optional<String> time = titles.time();
            if (wanted.contains(Title.SCHOOL_YEAR) && year.isEmpty()) {
                find("I013_UNKNOWN_SCHOOL_YEAR", "", "Năm học");
            } else if (wanted.contains(Title.TIME) && time.isEmpty()) {
                find("I015_UNKNOWN_TIME", "");
            } else if (wanted.contains(Title.SUBJECT) && subject.isEmpty()) {
                find("I016_UNKNOWN_SUBJECT", "");
            } else {
                boolean ofYear = wanted.contains(Title.SCHOOL_YEAR);
                return Optional.of(new SheetContext(
                        place,
                        file,
                        sheet,
                        dates1904,
                        ofYear ? year.orElse(0) : 0,
                        ofYear ? titles.className() : Optional.empty(),
                        ofYear ? time : Optional.empty(),
                        wanted.contains(Title.SUBJECT) ? subject : Optional.empty()));
            }
            return Optional.empty();
        }

        private void find(String code, String cell, String... args) {
            Place place = new Place(files.path(file), name, cell, "");
            findings.add(new Finding(code, Severity.REJECT, place, "", List.of(args)));
        }

        private void read(RawRow row) {
            if (rows == null) {
                return;
            }
            rows.read(row).ifPresent(read -> {
                files.row(read.fact(), read.findings());
                facts.add(read.fact());
            });
            if (facts.size() >= ROWS_TOGETHER) {
                sink.accept(facts);
                facts = new ArrayList<>();
            }
        }
    }
}
