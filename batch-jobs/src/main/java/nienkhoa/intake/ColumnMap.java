package nienkhoa.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.SheetShape.Headed;
import nienkhoa.intake.SheetShape.Use;
import nienkhoa.model.SchoolYear;

/** What the unknown columns of an export may mean, without taking anything in. */
public final class ColumnMap {

    /** No row is judged here, so no year is asked for. */
    private static final SchoolYear ANY_YEAR = new SchoolYear(2000);

    private final Layouts layouts;
    private final Workbooks workbooks;

    public ColumnMap(Layouts layouts, Workbooks workbooks) {
        this.layouts = layouts;
        this.workbooks = workbooks;
    }

    /**
     * An unknown column.
     *
     * @param kind the sort of sheet of the layout
     * @param header as it is written
     * @param field what it may mean; empty if nothing is near enough
     * @param label the name that the layout has for that field
     */
    public record UnknownColumn(
            String layout,
            String title,
            FactKind kind,
            String file,
            String sheet,
            String cell,
            String header,
            String field,
            String label) {}

    /** Every unknown header of every sort of sheet once, in the order of files and sheets. */
    public List<UnknownColumn> unknown(TakenExport export) {
        FindingCollector none = new FindingCollector(0);
        ExportFiles files = new ExportFiles(export, none, new RejectedStudents(ANY_YEAR));
        WorkbookReader reader = new WorkbookReader(workbooks, layouts, none, files);
        for (int file = 0; file < export.files().size(); file++) {
            Path path = export.folder().resolve(export.files().get(file).path());
            if (!PhotoFile.isNamedLikeOne(export.files().get(file).path()) && workbooks.looksLikeWorkbook(path)) {
                reader.read(file, path, facts -> {});
            }
        }
        List<UnknownColumn> unknown = new ArrayList<>();
        files.sightings().all().forEach(sheet -> unknown(sheet, unknown));
        return List.copyOf(unknown);
    }

    private void unknown(SheetSighting sheet, List<UnknownColumn> all) {
        Layout layout = sheet.shape().layout();
        ColumnSuggestion suggestion = new ColumnSuggestion(layouts);
        for (Headed column : sheet.shape().headed()) {
            if (column.use() == Use.UNKNOWN) {
                Column perhaps = suggestion.of(sheet, column).orElse(null);
                UnknownColumn unknown = new UnknownColumn(
                        layout.name(),
                        layout.title(),
                        sheet.shape().sheet().kind(),
                        sheet.path(),
                        sheet.name(),
                        sheet.header(column).cell(),
                        sheet.header(column).text(),
                        perhaps == null ? "" : perhaps.field(),
                        perhaps == null ? "" : perhaps.label());
                if (all.stream().noneMatch(other -> isSame(other, unknown))) {
                    all.add(unknown);
                }
            }
        }
    }

    private static boolean isSame(UnknownColumn one, UnknownColumn other) {
        return one.layout().equals(other.layout())
                && one.kind() == other.kind()
                && HeaderKey.of(one.header()).equals(HeaderKey.of(other.header()));
    }

    /**
     * Writes mappings beside those that a school has already: columns with a field become headers of it, the others become
     * columns that are not read.
     *
     * @param folder {@code config/layouts} of the home
     * @return the files written
     */
    public static List<Path> save(List<UnknownColumn> columns, Path folder) {
        return columns.stream()
                .map(UnknownColumn::layout)
                .distinct()
                .sorted()
                .map(layout -> LayoutAdditions.save(
                        folder,
                        layout,
                        columns.stream()
                                .filter(column -> column.layout().equals(layout))
                                .toList()))
                .toList();
    }
}
