package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.deposit.DepositKind;
import nienkhoa.archive.deposit.Deposits;
import nienkhoa.archive.deposit.DepositsOwed;
import nienkhoa.archive.deposit.DepositsOwed.Missing;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code deposit}: takes files that are not rendered here into the archive, and says what has not been handed in. */
@Command(name = "deposit", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class DepositCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", arity = "0..1", paramLabel = "${bundle:label.folder}", descriptionKey = "deposit-folder")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--school", required = true, paramLabel = "${bundle:label.code}", descriptionKey = "deposit-school")
    private String school;

    @Option(names = "--school-year", required = true, paramLabel = "2023-2024")
    private SchoolYear year;

    @Option(names = "--until-week", paramLabel = "${bundle:label.number}", descriptionKey = "deposit-until-week")
    private int untilWeek = Integer.MAX_VALUE;

    @Option(names = "--by", paramLabel = "p02", descriptionKey = "deposit-by")
    private Optional<String> by = Optional.empty();

    DepositCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param roster whether the home says what this school owes; without it nothing can be missing
     */
    record Result(
            String school,
            String schoolYear,
            int files,
            int taken,
            int written,
            int unchanged,
            List<Fault> findings,
            boolean roster,
            List<Missing> missing) {}

    /** A finding with its sentence. */
    record Fault(String code, String file, String message) {}

    @Override
    public Integer call() {
        Console console = root.console();
        if (!school.matches("[A-Za-z0-9]{1,20}")) {
            throw Problem.wrongUse("S034_BAD_ARGUMENT", "--school", school, "31313401");
        }
        folder.ifPresent(ExportFolder::check);
        Home home = root.home();
        List<DepositKind> kinds = DepositKind.bundled();
        Optional<DepositsOwed> owed = DepositRoster.of(home.config(), school, kinds);
        try (Application application = Application.open(home)) {
            folder.ifPresent(given -> checkPerson(application, given.toAbsolutePath()));
            DossierStore store = application.part(DossierStore.class);
            Deposits.Taken taken = folder.map(
                            given -> application.part(Deposits.class).take(given.toAbsolutePath(), school, year))
                    .orElseGet(() -> new Deposits.Taken(0, 0, 0, 0, List.of()));
            List<Missing> missing = owed.map(roster -> roster.missing(store, kinds, year, untilWeek))
                    .orElse(List.of());
            Result result = result(taken, owed.isPresent(), missing, console);
            console.result(result, text(result, kinds, console));
            return exit(result).number();
        }
    }

    /** Where people decide for one organisation each, one of them has to say who hands in. */
    private void checkPerson(Application application, Path given) {
        People people = application.part(People.class);
        if (by.isEmpty() && people.areOfSeveralOrganisations()) {
            throw Problem.wrongUse("S297_WHO_HANDS_IN", "config/" + People.FILE);
        }
        by.map(people::acting).ifPresent(person -> application
                .part(Authority.class)
                .over(person, application.part(Deposits.class).dossiers(given, school, year), school));
    }

    /** What is missing is a finding only for who asked for nothing else: in October most weeks are missing. */
    private ExitCode exit(Result result) {
        boolean asked = folder.isEmpty() && !result.missing().isEmpty();
        return asked || !result.findings().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private Result result(Deposits.Taken taken, boolean roster, List<Missing> missing, Console console) {
        return new Result(
                school,
                year.toString(),
                taken.files(),
                taken.taken(),
                taken.written(),
                taken.unchanged(),
                taken.findings().stream()
                        .map(finding -> fault(finding, console))
                        .toList(),
                roster,
                missing);
    }

    private static Fault fault(Finding finding, Console console) {
        return new Fault(finding.code(), finding.place().file(), sentence(finding, console));
    }

    /** What print runs have against a file does not begin with its path. */
    static String sentence(Finding finding, Console console) {
        return finding.code().startsWith("P4")
                ? finding.place().file() + ": " + PrintTexts.of(console.messages(), finding)
                : console.messages().of("deposit", finding);
    }

    private String text(Result result, List<DepositKind> kinds, Console console) {
        List<String> lines = new ArrayList<>();
        if (folder.isPresent()) {
            lines.add(console.text(
                    "DEPOSIT_DONE",
                    Integer.toString(result.files()),
                    Integer.toString(result.taken()),
                    Integer.toString(result.written()),
                    Integer.toString(result.unchanged())));
        }
        result.findings().forEach(fault -> lines.add("  " + fault.code() + " " + fault.message()));
        if (!result.roster()) {
            lines.add(console.text("DEPOSIT_NO_ROSTER", "config/" + DepositRoster.FILE, school));
        } else if (result.missing().isEmpty()) {
            lines.add(console.text("DEPOSIT_COMPLETE"));
        }
        result.missing().forEach(missing -> lines.add("  " + text(missing, kinds, console)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String text(Missing missing, List<DepositKind> kinds, Console console) {
        String name = kinds.stream()
                .filter(kind -> kind.code().equals(missing.kind()))
                .map(kind -> console.text("DEPOSIT_KIND", kind.vi(), kind.en()))
                .findFirst()
                .orElse(missing.kind());
        String whose = missing.holder().isEmpty() ? name : name + ", " + missing.holder();
        return missing.weeks().isEmpty()
                ? console.text("DEPOSIT_MISSING", whose)
                : console.text("DEPOSIT_MISSING_WEEKS", whose, ranges(missing.weeks()));
    }

    /** {@code 1-3, 7} for 1, 2, 3, 7. */
    static String ranges(List<Integer> weeks) {
        List<int[]> ranges = new ArrayList<>();
        for (int week : weeks) {
            int[] last = ranges.isEmpty() ? new int[] {0, -1} : ranges.get(ranges.size() - 1);
            if (last[1] == week - 1) {
                last[1] = week;
            } else {
                ranges.add(new int[] {week, week});
            }
        }
        return ranges.stream()
                .map(range -> range[0] == range[1] ? "" + range[0] : range[0] + "-" + range[1])
                .collect(Collectors.joining(", "));
    }
}
