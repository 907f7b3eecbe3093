package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.model.Finding;
import nienkhoa.retention.Instrument;
import nienkhoa.retention.RetentionRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code retention import-annex}: reads the official annex and writes a file for a person to look through. */
@Command(name = "import-annex", sortOptions = false)
final class RetentionImportCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "FILE.csv|xlsx", descriptionKey = "annex-file")
    private Path file = Path.of("");

    @Option(names = "--instrument", paramLabel = "08/2025/TT-BGDĐT", descriptionKey = "annex-instrument")
    private String instrument = "08/2025/TT-BGDĐT";

    RetentionImportCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String review, int lines, int proposed, List<String> faults) {}

    @Override
    public Integer call() {
        Console console = root.console();
        AnnexTable.Read read = AnnexTable.read(file);
        Home home = root.home();
        try (Application application = Application.open(home)) {
            RetentionRules rules = application.part(Keeping.class).rules();
            String validFrom = rules.instrument(instrument)
                    .flatMap(Instrument::effective)
                    .orElseThrow(() -> HomeRules.problem("K546_UNKNOWN_INSTRUMENT", instrument))
                    .toString();
            AnnexReview review = AnnexReview.of(instrument, validFrom, read.lines(), rules);
            Path out = write(home, review);
            Result result = new Result(
                    out.toString(),
                    review.lines().size(),
                    (int) review.lines().stream()
                            .filter(line -> !line.recordClass().isEmpty())
                            .count(),
                    read.findings().stream().map(one -> sentence(one, console)).toList());
            console.result(result, text(result, console));
            return (result.faults().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private Path write(Home home, AnnexReview review) {
        Path out = home.out().resolve("retention").resolve(file.getFileName() + "-review.yaml");
        try {
            Files.createDirectories(out.resolveSibling(""));
            Files.writeString(out, new YAMLMapper().writeValueAsString(review));
        } catch (IOException e) {
            throw Problem.failedBy(e, "S001_HOME_NOT_WRITABLE", out.toString());
        }
        return out;
    }

    private static String sentence(Finding finding, Console console) {
        return finding.code() + ": " + console.messages().of("keeping", finding);
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>(result.faults());
        lines.add(KeepingTexts.text(
                console,
                "IMPORT_DONE",
                Integer.toString(result.lines()),
                Integer.toString(result.proposed()),
                result.review()));
        return String.join(System.lineSeparator(), lines);
    }
}
