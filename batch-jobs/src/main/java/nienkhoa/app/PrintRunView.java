package nienkhoa.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.HarmlessText;
import nienkhoa.model.Finding;
import nienkhoa.printrun.BundleState;
import nienkhoa.printrun.PaperDesk;
import nienkhoa.printrun.PrintRun;
import nienkhoa.printrun.PrintRuns;
import nienkhoa.printrun.PrintSheets;
import nienkhoa.printrun.PrintSheets.Known;
import nienkhoa.printrun.RunCounts;
import nienkhoa.printrun.RunReports;
import nienkhoa.printrun.RunReports.TroubleRecord;
import nienkhoa.printrun.SigningGate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** How a run stands, on the terminal and as papers in {@code out/print/<run>/}. */
final class PrintRunView {

    private final PrintRuns runs;
    private final PrintSheets sheets;
    private final RunReports reports;
    private final PaperDesk paper;
    private final SigningGate signing;
    private final PrintPapers papers;
    private final Path out;

    PrintRunView(
            PrintRuns runs,
            PrintSheets sheets,
            RunReports reports,
            PaperDesk paper,
            SigningGate signing,
            PrintPapers papers,
            Path out) {
        this.runs = runs;
        this.sheets = sheets;
        this.reports = reports;
        this.paper = paper;
        this.signing = signing;
        this.papers = papers;
        this.out = out;
    }

    /**
     * What {@code --json} prints.
     *
     * @param toShred printings to shred, in readable letters
     * @param locked numbers of the bundles whose digital signing waits for the paper
     */
    record Result(PrintRun run, List<BundleState> bundles, List<String> toShred, List<Integer> locked) {}

    /** @return the exit code: findings if the run waits for a person */
    int print(Console console, String id, String head) {
        PrintRun run = runs.find(id).orElseThrow();
        List<BundleState> bundles = runs.bundles(id);
        List<Known> toShred = sheets.toShred(id);
        List<Integer> locked = bundles.stream()
                .filter(bundle -> signing.againstSigning(
                                new SigningGate.Subject(run.school(), run.year(), bundle.form(), bundle.group()))
                        .isPresent())
                .map(BundleState::number)
                .toList();
        List<String> notes = new ArrayList<>();
        if (!toShred.isEmpty()) {
            notes.add(PrintTexts.text(console, "SHRED_LIST", toShred.size() + "", shredList(run) + ""));
        }
        if (!locked.isEmpty()) {
            notes.add(PrintTexts.text(console, "SIGNING_LOCKED", locked.size() + ""));
        }
        bundles.stream().filter(bundle -> !run.ended()).forEach(bundle -> paper.next(bundle)
                .filter(step -> bundle.counts().planned() + bundle.counts().sent() == 0)
                .ifPresent(step -> notes.add(PrintTexts.text(
                        console, "NEXT_STEP", bundle.number() + "", PrintTexts.text(console, "STEP_" + step)))));
        String text = PrintTexts.run(console, run, bundles, notes);
        List<String> codes =
                toShred.stream().map(known -> known.front().readable()).toList();
        console.result(
                new Result(run, bundles, codes, locked), head.isEmpty() ? text : head + System.lineSeparator() + text);
        return run.trouble().isPresent() ? ExitCode.FINDINGS.number() : ExitCode.DONE.number();
    }

    /** Writes the list of printings that have to be shredded. */
    Path shredList(PrintRun run) {
        Path file = folder(run).resolve("shred.pdf");
        papers.shred(run, sheets.toShred(run.id())).ifPresent(pdf -> OutFolder.write(file, pdf));
        return file;
    }

    /** Writes the control sheet; empty if it cannot be made. */
    Optional<Path> control(PrintRun run) {
        Path file = folder(run).resolve("control.pdf");
        Optional<byte[]> pdf = papers.control(run, reports.jobs(run.id()));
        pdf.ifPresent(bytes -> OutFolder.write(file, bytes));
        return pdf.map(bytes -> file);
    }

    /** Writes the report of a run: PDF, workbook and JSON. */
    Path report(PrintRun run, Console console) {
        RunCounts counts = reports.counts(run);
        Path file = folder(run).resolve("report.pdf");
        papers.report(run, counts).ifPresent(pdf -> OutFolder.write(file, pdf));
        OutFolder.write(file.resolveSibling("report.json"), CanonicalJson.bytes(counts));
        try {
            workbook(file.resolveSibling("report.xlsx"), run, counts, console);
        } catch (IOException e) {
            throw Problem.failedBy(e, "S074_NOT_WRITTEN", file.toString());
        }
        return file;
    }

    private void workbook(Path file, PrintRun run, RunCounts counts, Console console) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                Workbook workbook = new Workbook(stream, "Nien Khoa", "1.0")) {
            Worksheet lines = sheet(
                    workbook,
                    console,
                    "SHEET_LINES",
                    "BUNDLE",
                    "GROUP",
                    "FORM",
                    "PLANNED",
                    "PRINTED",
                    "SPOILED",
                    "REPRINTED",
                    "MISSING");
            int row = 1;
            for (RunCounts.Line line : counts.lines()) {
                fill(
                        lines,
                        row++,
                        line.bundle(),
                        line.group(),
                        PrintTexts.form(console, line.form()),
                        line.planned(),
                        line.printed(),
                        line.spoiled(),
                        line.reprinted(),
                        line.missing());
            }
            leftOut(workbook, counts, console);
            Worksheet pauses = sheet(workbook, console, "SHEET_TROUBLES", "TIME", "TROUBLE", "BY", "LAST_GOOD");
            row = 1;
            for (TroubleRecord pause : reports.troubles(run.id())) {
                fill(
                        pauses,
                        row++,
                        pause.at().toString(),
                        PrintTexts.trouble(console.messages(), pause.trouble()),
                        pause.resumedBy(),
                        pause.lastGood());
            }
        }
    }

    private static void leftOut(Workbook workbook, RunCounts counts, Console console) {
        Worksheet left = sheet(workbook, console, "SHEET_LEFT_OUT", "GROUP", "FORM", "DOCUMENT", "REASON");
        int row = 1;
        for (var out : counts.leftOut()) {
            for (Finding reason : out.reasons()) {
                fill(
                        left,
                        row++,
                        out.group(),
                        PrintTexts.form(console, out.form()),
                        out.documentId(),
                        PrintTexts.of(console.messages(), reason));
            }
        }
    }

    private static Worksheet sheet(Workbook workbook, Console console, String title, String... columns) {
        Worksheet sheet = workbook.newWorksheet(PrintTexts.text(console, title));
        for (int column = 0; column < columns.length; column++) {
            sheet.value(0, column, PrintTexts.text(console, "COLUMN_" + columns[column]));
        }
        sheet.range(0, 0, 0, columns.length - 1).style().bold().set();
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void fill(Worksheet sheet, int row, Object... values) {
        for (int column = 0; column < values.length; column++) {
            if (values[column] instanceof Integer number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, HarmlessText.of(String.valueOf(values[column])));
            }
        }
    }

    private Path folder(PrintRun run) {
        return out.resolve("print").resolve(run.id());
    }
}
