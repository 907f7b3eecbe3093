package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.tt05.PackageZip;
import nienkhoa.custody.CustodyRefused;
import nienkhoa.custody.Transfer;
import nienkhoa.custody.Transfer.Place;
import nienkhoa.custody.TransferDesk;
import nienkhoa.custody.TransferOffice;
import nienkhoa.custody.TransferOffice.Plan;
import nienkhoa.custody.TransferOffice.Wanted;
import nienkhoa.model.Finding;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code custody transfer}: packs what one organisation hands over to another; run again, it goes on. */
@Command(name = "transfer", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class CustodyTransferCommand implements Callable<Integer> {

    private final RootCommand root;

    @Option(names = "--from", required = true, paramLabel = "31313401", descriptionKey = "custody-from")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "31313499", descriptionKey = "custody-to")
    private String to;

    @Option(names = "--decision", required = true, paramLabel = "1234/QĐ-UBND", descriptionKey = "custody-decision")
    private String decision;

    @Option(names = "--decided", required = true, paramLabel = "2025-06-20", descriptionKey = "custody-decided")
    private LocalDate decided;

    @Option(names = "--dossier", paramLabel = "31313401/…", descriptionKey = "custody-dossier")
    private List<String> dossiers = List.of();

    @Option(names = "--leave-blocked", descriptionKey = "custody-leave-blocked")
    private boolean leaveBlocked;

    @Option(names = "--here", descriptionKey = "custody-here")
    private boolean here;

    @Option(names = "--out", paramLabel = "${bundle:label.folder}", descriptionKey = "custody-out")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--by", required = true, paramLabel = "p02", descriptionKey = "by")
    private String by;

    @Option(names = "--dry-run", descriptionKey = "custody-dry-run")
    private boolean dryRun;

    CustodyTransferCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param transfer empty after a dry run
     * @param left dossiers that stay, each with why
     */
    record Result(String transfer, String folder, List<Line> dossiers, List<Left> left) {}

    record Line(String dossier, int version, List<String> holds) {}

    record Left(String dossier, String code, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Progress progress = console.progress();
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST);
            application.part(Authority.class).of(person, from);
            Plan plan = application.part(TransferOffice.class).plan(wanted());
            Optional<TransferDesk.Given> given =
                    dryRun ? Optional.empty() : Optional.of(give(application, plan, person, progress));
            Result result = result(plan, given, application, console);
            console.result(result, text(result, console));
            return (plan.blocked().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
        } catch (CustodyRefused e) {
            throw CustodyTexts.problem(e);
        } finally {
            progress.end();
        }
    }

    private Wanted wanted() {
        if (!decision.strip().matches("\\S.{0,99}")) {
            throw Problem.wrongUse("S034_BAD_ARGUMENT", "--decision", decision, "1234/QĐ-UBND");
        }
        Place place = here ? Place.HERE : Place.ELSEWHERE;
        return new Wanted(from, to, decision.strip(), decided, place, Set.copyOf(dossiers), leaveBlocked);
    }

    private TransferDesk.Given give(Application application, Plan plan, Person person, Progress progress) {
        Path folder = out.map(Path::toAbsolutePath)
                .orElseGet(() -> application.part(Home.class).out().resolve("custody"));
        progress.begin(Progress.Stage.ARCHIVE, plan.items().size());
        try {
            return application.part(TransferDesk.class).give(plan, person, folder, () -> progress.done(1));
        } catch (PackageZip.DamagedFileException e) {
            throw Problem.failedBy(e, "S267_FILE_DAMAGED", from, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Problem.failedBy(e, "S074_NOT_WRITTEN", folder + ": " + e.getMessage());
        }
    }

    private static Result result(
            Plan plan, Optional<TransferDesk.Given> given, Application application, Console console) {
        Holds holds = application.part(Holds.class);
        List<Line> lines = new ArrayList<>();
        for (Transfer.Item item : plan.items()) {
            List<String> cases =
                    holds.on(item.dossier()).stream().map(hold -> hold.caseId()).toList();
            lines.add(new Line(item.dossier(), item.version(), cases));
        }
        return new Result(
                given.map(one -> one.transfer().id()).orElse(""),
                given.map(one -> one.folder().toString()).orElse(""),
                lines,
                plan.blocked().stream().map(finding -> left(finding, console)).toList());
    }

    private static Left left(Finding finding, Console console) {
        return new Left(
                finding.place().subject(), finding.code(), console.messages().of(CustodyTexts.STAGE, finding));
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (Line line : result.dossiers()) {
            String held = line.holds().isEmpty()
                    ? ""
                    : " · " + CustodyTexts.text(console, "NOTE_HELD", String.join(", ", line.holds()));
            lines.add("  " + CustodyTexts.text(console, "GIVEN_LINE", line.dossier(), "" + line.version()) + held);
        }
        result.left().forEach(left -> lines.add("  " + left.code() + ": " + left.message()));
        String count = Integer.toString(result.dossiers().size());
        lines.add(
                result.transfer().isEmpty()
                        ? CustodyTexts.text(console, "GIVE_TRIED", count)
                        : CustodyTexts.text(console, "GIVEN", result.transfer(), count, result.folder()));
        return String.join(System.lineSeparator(), lines);
    }
}
