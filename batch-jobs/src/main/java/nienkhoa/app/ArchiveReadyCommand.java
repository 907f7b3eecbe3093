package nienkhoa.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.app.postgres.YearEndLedger;
import nienkhoa.archive.postgres.ReadyDossiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;

/** {@code archive ready}: archives every dossier whose documents are made and passed; a second call finds nothing new. */
@Command(name = "ready", sortOptions = false)
final class ArchiveReadyCommand implements Callable<Integer> {

    private final RootCommand root;

    ArchiveReadyCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(long judged, long dossiers, long documents, long bytes, long waiting, List<Fault> faults) {}

    /** A finding with its sentence. */
    record Fault(String code, String dossier, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            ReadyArchive.Done done = new ReadyArchive(
                            application.part(YearEndParts.class),
                            new ReadyDossiers(application.part(JdbcClient.class)),
                            application.part(YearEndLedger.class),
                            application.part(Home.class))
                    .run();
            List<Fault> faults = done.findings().stream()
                    .map(finding -> new Fault(
                            finding.code(),
                            finding.place().subject(),
                            console.messages().of("archive", finding)))
                    .toList();
            Result result =
                    new Result(done.judged(), done.dossiers(), done.documents(), done.bytes(), done.waiting(), faults);
            console.result(result, text(result, console));
            return (faults.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(console.text(
                result.dossiers() == 0 ? "READY_NOTHING" : "READY_ARCHIVED",
                "" + result.dossiers(),
                "" + result.documents()));
        if (result.waiting() > 0) {
            lines.add(console.text("READY_WAITING", "" + result.waiting()));
        }
        result.faults().forEach(fault -> lines.add("  " + fault.code() + ": " + fault.message()));
        return String.join(System.lineSeparator(), lines);
    }
}
