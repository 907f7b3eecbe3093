package nienkhoa.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.Corrections.Standing;
import nienkhoa.intake.Layout.Title;
import nienkhoa.intake.RowReader.ReadRow;
import nienkhoa.intake.WorkbookReader.Rows;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Reads the rows of a sheet with rejected rows that somebody has corrected. */
final class CorrectionRows implements Rows {

    /** Field of a fact: the path of the file that its row came from first. */
    static final String PATH = "@path";

    /** Field of a fact: the number that its row had there. */
    static final String ROW = "@row";

    /** Field of a fact: the code of the school that its row came from. */
    static final String SCHOOL = "@school";

    private final CellReader cells;
    private final SheetContext titles;
    private final int originColumn;
    private final Corrections corrections;
    private final ExportFiles files;

    /** @param titles what the rows above the copy say; where they are silent, the row's origin speaks */
    CorrectionRows(
            CellReader cells, SheetContext titles, int originColumn, Corrections corrections, ExportFiles files) {
        this.cells = cells;
        this.titles = titles;
        this.originColumn = originColumn;
        this.corrections = corrections;
        this.files = files;
    }

    /** The facts of a row; none for rows that were emptied and for rows that stand in a later workbook again. */
    @Override
    public List<ReadRow> read(RawRow row) {
        Optional<Origin> origin = Origin.parse(row.text(originColumn));
        SheetContext context = origin.map(this::completed).orElse(titles);
        return new RowReader(cells, context, new Numbering())
                .read(new CorrectedRow(row)).stream()
                        .flatMap(read -> {
                            Checking checking = new Checking(row, context, read);
                            origin.ifPresentOrElse(checking::known, checking::unknown);
                            checking.titles();
                            return checking.result().stream();
                        })
                        .toList();
    }

    @Override
    public boolean mayBeHeader(RawRow row) {
        return false;
    }

    @Override
    public void above(List<RawRow> rows) {}

    /** Nothing: copies hold only some of the rows of a table. */
    @Override
    public List<Finding> end() {
        return List.of();
    }

    private SheetContext completed(Origin origin) {
        Origin.Titles told = origin.titles();
        return new SheetContext(
                titles.place(),
                titles.file(),
                titles.sheet(),
                titles.dates1904(),
                titles.schoolYear() > 0 ? titles.schoolYear() : told.schoolYear(),
                titles.className().or(() -> some(told.className())),
                titles.time().or(() -> some(told.time())),
                titles.subject().or(() -> some(told.subject())),
                titles.semester().or(() -> some(told.semester())));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(something -> !something.isEmpty());
    }

    /** One row, and what its origin adds to it. */
    private final class Checking {

        private final RawRow row;
        private final SheetContext context;
        private final Fact fact;
        private final List<Finding> found;
        private final Map<String, String> values;
        private boolean rejected;
        private boolean passedOver;

        Checking(RawRow row, SheetContext context, ReadRow read) {
            this.row = row;
            this.context = context;
            this.fact = read.fact();
            this.found = new ArrayList<>(read.findings());
            this.values = new HashMap<>(read.fact().values());
            this.rejected = read.fact().rejected();
        }

        void known(Origin origin) {
            values.put(PATH, origin.file());
            values.put(ROW, String.valueOf(origin.row()));
            values.put(SCHOOL, origin.school());
            if (fact.kind() == FactKind.CLASS_LIST) {
                // Class lists without numbers go by their rows, and the copy has others.
                values.putIfAbsent("ordinal", String.valueOf(origin.row()));
            }
            if (!corrections.holds(origin)) {
                find("I082_ORIGIN_ELSEWHERE", Severity.WARN, origin.file());
            }
            corrections.standing(origin).ifPresent(standing -> stand(origin, standing));
        }

        private void stand(Origin origin, Standing standing) {
            if (standing.isAt(fact.file(), fact.sheet(), fact.row())) {
                return;
            }
            passedOver =
                    standing.round() > origin.round() || standing.content().equals(Origin.digest(row, originColumn));
            if (!passedOver) {
                String at =
                        "[" + standing.sheetName() + "] " + standing.row() + " (" + files.path(standing.file()) + ")";
                find("I084_CORRECTED_TWICE", Severity.REJECT, at);
            }
        }

        void unknown() {
            boolean empty = row.text(originColumn).isBlank();
            find(empty ? "I080_NO_ORIGIN" : "I081_ORIGIN_DAMAGED", Severity.WARN);
            corrections.onlySchool(fact.file()).ifPresent(school -> values.put(SCHOOL, school));
        }

        /** What the whole sheet has to say elsewhere, each row has to know here. */
        void titles() {
            Set<Title> wanted = context.place().shape().sheet().titles();
            if (wanted.contains(Title.SCHOOL_YEAR) && context.schoolYear() == 0) {
                find("I013_UNKNOWN_SCHOOL_YEAR", Severity.REJECT);
            }
            if (wanted.contains(Title.TIME) && context.time().isEmpty()) {
                find("I015_UNKNOWN_TIME", Severity.REJECT);
            }
            if (wanted.contains(Title.SUBJECT) && context.subject().isEmpty()) {
                find("I016_UNKNOWN_SUBJECT", Severity.REJECT);
            }
            if (wanted.contains(Title.SEMESTER) && context.semester().isEmpty()) {
                find("I061_UNKNOWN_SEMESTER", Severity.REJECT);
            }
        }

        private void find(String code, Severity severity, String... args) {
            String subject = Matching.provisionalId(fact.moetCode(), fact.identityNumber());
            SheetPlace place = context.place();
            String cell = CellAddress.of(originColumn, row.number());
            found.add(new Finding(
                    code, severity, new Place(place.file(), place.sheet(), cell, subject), "", List.of(args)));
            rejected |= severity == Severity.REJECT;
        }

        Optional<ReadRow> result() {
            Fact corrected = new Fact(
                    fact.file(),
                    fact.sheet(),
                    fact.row(),
                    fact.kind(),
                    fact.schoolYear(),
                    fact.className(),
                    fact.moetCode(),
                    fact.identityNumber(),
                    rejected,
                    values,
                    fact.changes());
            return passedOver ? Optional.empty() : Optional.of(new ReadRow(corrected, found));
        }
    }
}
