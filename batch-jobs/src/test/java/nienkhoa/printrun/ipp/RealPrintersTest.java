package nienkhoa.printrun.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import nienkhoa.model.Finding;
import nienkhoa.printrun.JobReport;
import nienkhoa.printrun.JobReport.State;
import nienkhoa.printrun.PrintJob;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.PrintNeeds;
import nienkhoa.printrun.PrinterGone;
import nienkhoa.printrun.ipp.CupsPrograms.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with the sample printer of the Printer Working Group and with CUPS, where they are installed. */
class RealPrintersTest {

    private static final PrintNeeds A4_TWO_SIDES = new PrintNeeds(Set.of(Paper.A4), Set.of(Edge.LONG), "");
    private static final String BOTH = "application/pdf,image/pwg-raster";
    private static final String LETTER_IN_ITS_TRAY = "P204_PAPER_NOT_IN_TRAY";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private CupsPrograms programs;

    @BeforeEach
    void prepare() {
        programs = new CupsPrograms(folder);
    }

    @AfterEach
    void stop() throws Exception {
        programs.close();
    }

    @Test
    void aPrinterIsAskedPrintsAndIsFoundAgain() throws Exception {
        URI uri = programs.printer(CupsPrograms.freePort(), "-2", "-f", BOTH, "-c", prints(""))
                .uri();
        PrintJob job = TestJobs.job(folder, "DOT001-0001", Paper.A4, Edge.LONG, 4);
        String sent;
        try (IppPrinter printer = open(uri)) {
            assertThat(printer.cannot(A4_TWO_SIDES)).extracting(Finding::code).containsExactly(LETTER_IN_ITS_TRAY);
            assertThat(printer.cannot(
                            new PrintNeeds(EnumSet.allOf(Paper.class), EnumSet.of(Edge.SHORT), "no-such-tray")))
                    .extracting(Finding::code)
                    .contains("P203_NO_PAPER", "P207_NO_TRAY");
            sent = printer.send(job);
        }
        try (IppPrinter later = open(uri)) {
            assertThat(later.find(job.name())).contains(sent);
            assertThat(later.find("DOT001-0002")).isEmpty();
            JobReport report = until(later, sent, told -> told.state() == State.DONE);
            assertThat(report).isEqualTo(new JobReport(State.DONE, 2, List.of()));
        }
        assertThat(kept(".pdf")).containsExactly(Files.size(job.pdf()));
    }

    @Test
    void aPrinterThatReadsNoPdfTakesOurPictures() throws Exception {
        URI uri = programs.printer(CupsPrograms.freePort(), "-c", prints("")).uri();
        PrintNeeds oneSide = new PrintNeeds(Set.of(Paper.A4), Set.of(Edge.ONE_SIDED), "main");
        try (IppPrinter printer = open(uri)) {
            assertThat(printer.cannot(oneSide)).extracting(Finding::code).containsExactly(LETTER_IN_ITS_TRAY);
            String sent = printer.send(TestJobs.job(folder, "DOT001-0001", Paper.A4, Edge.ONE_SIDED, 1));
            until(printer, sent, told -> told.state() == State.DONE);
        }
        assertThat(kept(".pwg")).hasSize(1);
    }

    @Test
    void aPrinterThatRunsOutOfPaperSaysSoAndGoesOn() throws Exception {
        Path paper = folder.resolve("paper");
        String waits = """
                echo "STATE: +media-empty-error" >&2
                while [ ! -f %s ]; do sleep 0.1; done
                echo "STATE: -media-empty-error" >&2
                """.formatted(paper);
        URI uri = programs.printer(CupsPrograms.freePort(), "-2", "-f", BOTH, "-c", prints(waits))
                .uri();
        try (IppPrinter printer = open(uri)) {
            String sent = printer.send(TestJobs.job(folder, "DOT001-0001", Paper.A4, Edge.LONG, 4));

            until(printer, sent, told -> told.reasons().contains("media-empty"));
            Files.createFile(paper);
            until(printer, sent, told -> told.state() == State.DONE);
        }
    }

    @Test
    void aPrinterWithoutPowerIsGoneAndLaterKnowsNothing() throws Exception {
        int port = CupsPrograms.freePort();
        Running running = programs.printer(port, "-2", "-f", BOTH, "-c", prints("sleep 10\n"));
        try (IppPrinter printer = open(running.uri())) {
            String sent = printer.send(TestJobs.job(folder, "DOT001-0001", Paper.A4, Edge.LONG, 4));
            running.cutPower();
            assertThatThrownBy(() -> printer.look(sent)).isInstanceOf(PrinterGone.class);

            programs.printer(port, "-2", "-f", BOTH, "-c", prints(""));
            assertThat(printer.look(sent).state()).isEqualTo(State.FORGOTTEN);
            String next = printer.send(TestJobs.job(folder, "DOT001-0002", Paper.A4, Edge.LONG, 2));
            assertThat(next).startsWith("1 ");
            assertThat(printer.look(sent).state()).as("its number is another's").isEqualTo(State.FORGOTTEN);
        }
    }

    @Test
    void aPrinterThatVouchesForItselfIsTrustedByItsFingerprintOnly() throws Exception {
        URI uri = programs.printer(CupsPrograms.freePort(), "-2", "-f", BOTH, "-c", prints(""))
                .uri();
        URI secure = URI.create(uri.toString().replace("ipp:", "ipps:"));
        String seen;
        try (IppPrinter printer = open(secure)) {
            Finding stranger = printer.cannot(A4_TWO_SIDES).get(0);
            assertThat(stranger.code()).isEqualTo("P212_UNKNOWN_CERTIFICATE");
            seen = stranger.args().get(0);
        }
        IppOptions known = IppOptions.standard().withFingerprint(seen.toUpperCase(Locale.ROOT));
        try (IppPrinter printer = new IppPrinter(secure, known)) {
            assertThat(printer.cannot(A4_TWO_SIDES)).extracting(Finding::code).containsExactly(LETTER_IN_ITS_TRAY);
            printer.send(TestJobs.job(folder, "DOT001-0001", Paper.A4, Edge.LONG, 2));
        }
        IppOptions other = IppOptions.standard().withFingerprint("00".repeat(32));
        try (IppPrinter printer = new IppPrinter(secure, other)) {
            assertThat(printer.cannot(A4_TWO_SIDES))
                    .extracting(Finding::code)
                    .containsExactly("P212_UNKNOWN_CERTIFICATE");
        }
    }

    @Test
    void aQueueOfCupsPrintsAndIsWarnedAbout() throws Exception {
        URI device = programs.printer(CupsPrograms.freePort(), "-2", "-f", BOTH, "-c", prints(""))
                .uri();
        URI good = programs.queue("good", device, "abort-job");
        URI again = programs.queue("again", device, "retry-job");
        try (IppPrinter printer = open(again)) {
            assertThat(printer.cannot(A4_TWO_SIDES)).extracting(Finding::code).contains("P211_QUEUE_PRINTS_AGAIN");
        }
        try (IppPrinter printer = open(good)) {
            assertThat(printer.cannot(A4_TWO_SIDES))
                    .extracting(Finding::code)
                    .doesNotContain("P211_QUEUE_PRINTS_AGAIN")
                    .allMatch(LETTER_IN_ITS_TRAY::equals);
            String sent = printer.send(TestJobs.job(folder, "DOT001-0001", Paper.A4, Edge.LONG, 4));
            assertThat(printer.find("DOT001-0001")).contains(sent);
            JobReport report = until(printer, sent, told -> told.state() == State.DONE);
            assertThat(report).isEqualTo(new JobReport(State.DONE, 2, List.of()));
        }
        assertThat(kept("")).hasSize(1);
    }

    /** What the printer does with a document; it is one that counts its sides. */
    private String prints(String first) throws Exception {
        Path command = folder.resolve("prints");
        Files.writeString(command, "#!/bin/sh\n" + first + "echo 'ATTR: job-impressions-completed=4' >&2\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        return command.toString();
    }

    private static IppPrinter open(URI uri) {
        return new IppPrinter(uri, IppOptions.standard());
    }

    private static JobReport until(IppPrinter printer, String job, Predicate<JobReport> reached) throws Exception {
        BackOff pauses = new BackOff(LONG_ENOUGH);
        JobReport report = printer.look(job);
        while (!reached.test(report) && pauses.pause()) {
            report = printer.look(job);
        }
        assertThat(report).matches(reached);
        return report;
    }

    /** Sizes of what the printer was sent. */
    private List<Long> kept(String ending) throws Exception {
        try (var files = Files.walk(folder.resolve("spool"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .map(file -> file.toFile().length())
                    .filter(size -> size > 0)
                    .toList();
        }
    }
}
