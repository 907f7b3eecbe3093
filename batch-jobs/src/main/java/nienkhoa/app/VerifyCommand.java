package nienkhoa.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.archive.tt05.Profile;
import nienkhoa.archive.verify.FormsPdfProof;
import nienkhoa.archive.verify.Report;
import nienkhoa.archive.verify.Verifier;
import nienkhoa.model.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code verify}: checks the archive from its folder alone, without a database and without changing anything. */
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

    /** Findings printed for people; all are in the JSON. */
    private static final int MOST_PRINTED = 100;

    private static final double NANOS_A_SECOND = 1e9;

    private final RootCommand root;

    @Option(names = "--threads", paramLabel = "2")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--profile", paramLabel = "legal|eark")
    private List<String> profiles = List.of();

    VerifyCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(
            String archive,
            int dossiers,
            int files,
            int documents,
            long bytes,
            double seconds,
            int findings,
            List<Fault> faults) {}

    /** A finding with its sentence. */
    record Fault(String code, String severity, String dossier, String file, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Path archive = root.homePath().resolve("archive");
        if (threads < 1) {
            throw Problem.wrongUse("S034_BAD_ARGUMENT", "--threads", Integer.toString(threads), "2");
        }
        profiles.stream()
                .filter(name -> !Profile.NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.wrongUse("S034_BAD_ARGUMENT", "--profile", name, String.join(", ", Profile.NAMES));
                });
        if (!Files.isDirectory(archive)) {
            throw Problem.wrongUse("S043_NO_ARCHIVE", archive.toString());
        }
        long began = System.nanoTime();
        Report report = verify(archive, console.progress());
        Result result = result(archive, report, (System.nanoTime() - began) / NANOS_A_SECOND, console);
        console.result(result, text(result, console));
        return (report.isSound() ? ExitCode.DONE : ExitCode.FINDINGS).number();
    }

    private Report verify(Path archive, Progress progress) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return new Verifier(
                            new FormsPdfProof(),
                            threads,
                            AuditWitness.read(root.homePath()),
                            profiles.stream().map(Profile::bundled).toList())
                    .verify(new OcflArchiveFolder(archive), (done, total) -> {
                        if (begun.compareAndSet(false, true)) {
                            progress.begin(Progress.Stage.VERIFY, total);
                        }
                        progress.done(1);
                    });
        } finally {
            progress.end();
        }
    }

    private static Result result(Path archive, Report report, double seconds, Console console) {
        List<Fault> faults = report.findings().stream()
                .map(finding -> fault(finding, console))
                .toList();
        return new Result(
                archive.toString(),
                report.dossiers(),
                report.files(),
                report.documents(),
                report.bytes(),
                seconds,
                faults.size(),
                faults);
    }

    private static Fault fault(Finding finding, Console console) {
        return new Fault(
                finding.code(),
                finding.severity().name(),
                finding.place().subject(),
                finding.place().file(),
                console.messages().of("archive", finding));
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(console.text(
                "VERIFY_COUNTS",
                result.archive(),
                Integer.toString(result.dossiers()),
                Integer.toString(result.files()),
                Integer.toString(result.documents()),
                Long.toString(result.bytes() >> 20)));
        result.faults().stream()
                .limit(MOST_PRINTED)
                .map(fault -> "  " + fault.code() + " " + fault.dossier() + " " + fault.file() + ": " + fault.message())
                .forEach(lines::add);
        lines.add(console.text(ending(result), Integer.toString(result.findings())));
        return String.join(System.lineSeparator(), lines);
    }

    private static String ending(Result result) {
        if (result.findings() == 0) {
            return "VERIFY_SOUND";
        }
        boolean doubts =
                result.faults().stream().allMatch(fault -> fault.severity().equals("WARN"));
        return doubts ? "VERIFY_DOUBTS" : "VERIFY_FAULTS";
    }
}
