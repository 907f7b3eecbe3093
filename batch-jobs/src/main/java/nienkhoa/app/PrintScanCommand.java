package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nienkhoa.app.PrintAgain.Sheets;
import nienkhoa.archive.deposit.Deposits;
import nienkhoa.model.Finding;
import nienkhoa.printrun.PrintPolicy;
import nienkhoa.printrun.Reconciliation;
import nienkhoa.printrun.Reconciliation.Fault;
import nienkhoa.printrun.scan.ScannedPages;
import nienkhoa.printrun.scan.ScannedPages.Origin;
import nienkhoa.printrun.scan.ScannedPages.Scan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code print-run scan}: compares scanned paper with what was printed, and says what has to be printed again. */
@Command(name = "scan", sortOptions = false)
final class PrintScanCommand extends PrintWork {

    private static final String STAGE = "print-scan";

    /** Every so many pages a line on the terminal. */
    private static final int STEP = 100;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "print-scan-file")
    private List<Path> files = List.of();

    @Option(names = "--bundle", paramLabel = "1", descriptionKey = "print-scan-bundle")
    private @Nullable Integer bundle;

    @Option(names = "--signed", descriptionKey = "print-scan-signed")
    private boolean signed;

    PrintScanCommand(RootCommand root) {
        super(root);
    }

    /**
     * What {@code --json} prints.
     *
     * @param pages of all files
     * @param faults in the order of the pages, then what is missing
     * @param repair commands that print again what is missing; empty if nothing is
     * @param archived files that lie in the archive by this call
     */
    record Result(String run, int pages, List<Told> faults, List<String> unread, List<String> repair, int archived) {}

    /** @param where file and page; empty for a side that is missing */
    record Told(String kind, String where, String code, String message) {}

    @Override
    int work(At at) {
        Scan scan = ScannedPages.read(files, page -> progress(at.console(), page));
        Reconciliation found = at.paper().scanned(at.run(), Optional.ofNullable(bundle), scan.sides(), at.by());
        List<Told> faults = found.faults().stream()
                .map(fault -> told(fault, scan, at.console()))
                .toList();
        List<String> unread = new ArrayList<>();
        scan.findings().forEach(finding -> unread.add(at.console().messages().of(STAGE, finding)));
        int archived = 0;
        if (signed) {
            SignedScans.Taken taken = new SignedScans(at.application().part(Deposits.class))
                    .take(
                            at.run(),
                            at.paper(),
                            files,
                            scan,
                            at.application().part(Home.class).work());
            archived = taken.files();
            taken.findings().forEach(finding -> unread.add(sentence(finding, at.console())));
        }
        List<String> repair = repair(at, found);
        Result result = new Result(at.run().id(), scan.sides().size(), faults, unread, repair, archived);
        at.console().result(result, text(result, at.console()));
        return faults.isEmpty() && unread.isEmpty() ? ExitCode.DONE.number() : ExitCode.FINDINGS.number();
    }

    private static String sentence(Finding finding, Console console) {
        return finding.code().startsWith("P5")
                ? console.messages().of(STAGE, finding)
                : DepositCommand.sentence(finding, console);
    }

    private static void progress(Console console, int page) {
        if (page % STEP == 0 && !console.json()) {
            console.err().println(console.messages().text(STAGE, "PAGES_READ", Integer.toString(page)));
        }
    }

    private static Told told(Fault fault, Scan scan, Console console) {
        String where = "";
        if (fault.page() > 0) {
            Origin origin = scan.origins().get(fault.page() - 1);
            where = console.messages()
                    .text(STAGE, "WHERE", origin.file().getFileName().toString(), Integer.toString(origin.page()));
        }
        String message = console.messages().text(STAGE, "FAULT_" + fault.kind(), where, fault.code(), serial(fault));
        return new Told(fault.kind().name(), where, fault.code(), message);
    }

    /** Which printing of its sheet a page is; empty for what is no single sheet. */
    private static String serial(Fault fault) {
        int mark = fault.code().indexOf('#');
        return mark < 0 ? "" : fault.code().substring(mark + 1).replaceFirst("^0", "");
    }

    /** One command for each row of sheets that follow each other, and for each bundle that is wrong as a whole. */
    private static List<String> repair(At at, Reconciliation found) {
        TreeMap<Integer, List<Integer>> sheets = new TreeMap<>();
        found.repair().forEach(place -> sheets.computeIfAbsent(place.bundle(), bundle -> new ArrayList<>())
                .add(place.sheet()));
        List<String> commands = new ArrayList<>();
        sheets.forEach((bundle, numbers) -> {
            for (String range : DepositCommand.ranges(numbers).split(", ", -1)) {
                commands.add(reprint(at, bundle, " --sheet " + range + " --reason LOST", length(range)));
            }
        });
        for (int bundle : found.bundles()) {
            int all = at.paper().bundle(at.run(), bundle).counts().all();
            commands.add(reprint(at, bundle, " --reason WRONG_SIDES", all));
        }
        return commands;
    }

    private static int length(String range) {
        Sheets sheets = Sheets.parse(range);
        return sheets.last() - sheets.first() + 1;
    }

    private static String reprint(At at, int bundle, String what, int sheets) {
        boolean alone = sheets <= at.application().part(PrintPolicy.class).alone();
        String second = alone ? "" : " --second " + at.console().messages().text(STAGE, "ANOTHER");
        return "print-run reprint " + at.run().id() + " --bundle " + bundle + what + second + " --by "
                + at.by().id();
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(console.messages()
                .text(
                        STAGE,
                        result.faults().isEmpty() ? "ALL_RIGHT" : "FAULTS",
                        Integer.toString(result.pages()),
                        Integer.toString(result.faults().size())));
        result.faults().forEach(fault -> lines.add("  " + fault.message()));
        result.unread().forEach(sentence -> lines.add("  " + sentence));
        if (result.archived() > 0) {
            lines.add(console.messages().text(STAGE, "ARCHIVED", Integer.toString(result.archived())));
        }
        if (!result.repair().isEmpty()) {
            lines.add(console.messages().text(STAGE, "REPAIR"));
            lines.add(result.repair().stream()
                    .map(command -> "  " + command)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
