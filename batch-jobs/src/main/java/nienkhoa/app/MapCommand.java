package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.intake.ColumnMap;
import nienkhoa.intake.ColumnMap.UnknownColumn;
import nienkhoa.intake.Layouts;
import nienkhoa.intake.RefusedExport;
import nienkhoa.intake.TakenExport;
import nienkhoa.intake.xlsx.FastExcelWorkbooks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code map}: says what the unknown columns of an export may mean, and keeps the answers; takes nothing in. */
@Command(name = "map", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class MapCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "${bundle:label.export}", descriptionKey = "export")
    private Path export;

    @Option(names = "--save")
    private boolean save;

    @Option(names = "--ignore-rest")
    private boolean ignoreRest;

    MapCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param saved the files written
     */
    record Result(List<UnknownColumn> columns, List<String> saved) {}

    @Override
    public Integer call() {
        Console console = root.console();
        ExportFolder.check(export);
        Home home = root.home();
        HomeLock lock = HomeLock.take(home);
        try {
            Path folder = home.config().resolve("layouts");
            TakenExport taken = TakenExport.of(export.toAbsolutePath(), home.root());
            List<UnknownColumn> columns = new ColumnMap(Layouts.with(folder), new FastExcelWorkbooks()).unknown(taken);
            Result result = new Result(columns, saved(columns, folder));
            console.result(result, text(result, console));
            boolean answered = columns.stream().allMatch(column -> save && (ignoreRest || isKnown(column)));
            return (answered ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } catch (RefusedExport e) {
            throw Problem.refused("intake", e.finding());
        } finally {
            lock.close();
        }
    }

    private List<String> saved(List<UnknownColumn> columns, Path folder) {
        if (!save) {
            return List.of();
        }
        List<UnknownColumn> answered =
                columns.stream().filter(column -> ignoreRest || isKnown(column)).toList();
        return ColumnMap.save(answered, folder).stream().map(Path::toString).toList();
    }

    private static boolean isKnown(UnknownColumn column) {
        return !column.field().isEmpty();
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (UnknownColumn column : result.columns()) {
            lines.add(console.text(
                    isKnown(column) ? "MAP_PERHAPS" : "MAP_UNKNOWN",
                    column.header(),
                    column.file() + " [" + column.sheet() + "] " + column.cell(),
                    column.title(),
                    column.label()));
        }
        lines.add(console.text("MAP_COUNT", Integer.toString(result.columns().size())));
        result.saved().forEach(file -> lines.add(console.text("MAP_SAVED", file)));
        return String.join(System.lineSeparator(), lines);
    }
}
