package nienkhoa.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nienkhoa.model.SchoolYear;
import nienkhoa.rendering.Scope.FormChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code year-end}: from an export to an archive, in one go. */
@Command(name = "year-end", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class YearEndCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "${bundle:label.export}", descriptionKey = "export")
    private Path export;

    @Option(names = "--school-year", required = true, paramLabel = "2023-2024")
    private SchoolYear year;

    @Option(names = "--school", paramLabel = "${bundle:label.code}")
    private Optional<String> school = Optional.empty();

    @Option(names = "--class", paramLabel = "5A")
    private Optional<String> className = Optional.empty();

    @Option(names = "--form", paramLabel = "${bundle:label.form}")
    private Optional<FormChoice> form = Optional.empty();

    @Option(names = "--confirm", paramLabel = "${bundle:label.reason}")
    private Optional<String> confirm = Optional.empty();

    @Spec
    private CommandSpec spec;

    YearEndCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Console console = root.console();
        ExportFolder.check(export);
        SelfTest.run();
        Home home = root.home();
        LoadChoice load = new LoadChoice(false, confirm, LoadChoice.commandLine(spec), console.messages());
        YearEndRequest request = new YearEndRequest(export.toAbsolutePath(), year, school, className, form, load);
        Progress progress = console.progress();
        progress.begin(Progress.Stage.DATABASE, 0);
        try (Application application = Application.open(home)) {
            YearEndSummary summary =
                    application.part(YearEndRunner.class).run(request, home, console.messages(), progress);
            progress.end();
            console.result(summary, YearEndTable.of(summary, console.messages()));
            return summary.exit().number();
        } finally {
            progress.end();
        }
    }
}
