package nienkhoa.printrun.ipp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.MutableAttributeGroup;
import com.hp.jipp.encoding.NameType;
import com.hp.jipp.model.Finishing;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrintQuality;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.printrun.JobRefused;
import nienkhoa.printrun.JobReport;
import nienkhoa.printrun.JobReport.State;
import nienkhoa.printrun.PrintJob;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.PrintNeeds;
import nienkhoa.printrun.PrinterGone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What we say and believe of a printer that goes wrong in every way. */
class IppPrinterTest {

    private static final PrintNeeds EVERYTHING =
            new PrintNeeds(EnumSet.allOf(Paper.class), EnumSet.allOf(Edge.class), "tray-2");

    @TempDir
    Path folder;

    private final FaultyPrinter machine = new FaultyPrinter();
    private final IppOptions options = new IppOptions(
            "tray-2", IppOptions.Quality.NORMAL, Set.of(), "", Duration.ofSeconds(5), Duration.ofSeconds(5));
    private final IppPrinter printer = new IppPrinter(machine.uri(), options);

    @AfterEach
    void switchOff() {
        printer.close();
        machine.close();
    }

    @Test
    void aPrinterThatCanDoAllHasNoFindings() throws Exception {
        assertThat(printer.cannot(EVERYTHING)).isEmpty();
    }

    static Stream<Arguments> lacks() {
        return Stream.of(
                lack("P201_NO_IPP_2", says -> says.put(Types.ippVersionsSupported, "1.0", "1.1")),
                lack("P202_LACKS_OPERATIONS", says -> says.put(Types.operationsSupported, Operation.printJob)),
                lack("P203_NO_PAPER", says -> says.put(Types.mediaSupported, "iso_a4_210x297mm")),
                lack("P204_PAPER_NOT_IN_TRAY", says -> says.put(Types.mediaReady, "iso_a4_210x297mm")),
                lack("P205_NO_LONG_EDGE", says -> says.put(Types.sidesSupported, "one-sided", "two-sided-short-edge")),
                lack("P206_NO_SHORT_EDGE", says -> says.put(Types.sidesSupported, "one-sided", "two-sided-long-edge")),
                lack("P207_NO_TRAY", says -> says.put(Types.mediaSourceSupported, "tray-1")),
                lack("P208_NO_FORMAT", says -> says.put(Types.documentFormatSupported, List.of("image/urf"))),
                lack("P209_TAKES_NO_JOBS", says -> says.put(Types.printerIsAcceptingJobs, false)),
                lack("P210_STOPPED", says -> says.put(Types.printerState, PrinterState.stopped)),
                lack("P211_QUEUE_PRINTS_AGAIN", says -> says.put(new NameType("printer-error-policy"), "retry-job")),
                lack("P218_NO_QUALITY", says -> says.put(Types.printQualitySupported, List.of(PrintQuality.draft))));
    }

    private static Arguments lack(String code, Consumer<MutableAttributeGroup> change) {
        return Arguments.of(code, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lacks")
    void everyThingThatAPrinterCannotDoIsNamed(String code, Consumer<MutableAttributeGroup> change) throws Exception {
        change.accept(machine.says());

        List<Finding> findings = printer.cannot(EVERYTHING);

        assertThat(findings).extracting(Finding::code).containsExactly(code);
        assertThat(Messages.vietnamese().of("print-ipp", findings.get(0))).doesNotContain("{");
        assertThat(Messages.english().of("print-ipp", findings.get(0))).doesNotContain("{");
    }

    @Test
    void aFinishingThatThePrinterDoesNotHaveIsNamed() throws Exception {
        IppOptions bound = new IppOptions(
                "", IppOptions.Quality.HIGH, Set.of("staple-top-left", "bind"), "", options.answer(), options.answer());
        try (IppPrinter binding = new IppPrinter(machine.uri(), bound)) {
            assertThat(binding.cannot(EVERYTHING))
                    .extracting(Finding::code, Finding::args)
                    .containsExactly(tuple("P219_NO_FINISHING", List.of("bind", "none, staple-top-left")));
        }
    }

    @Test
    void aJobAsksForAllThatItNeeds() throws Exception {
        String job = printer.send(job("DOT001-0001", 4));

        AttributeGroup ticket = machine.tickets().get(0);
        assertThat(ticket.getString(Types.sides)).isEqualTo("two-sided-long-edge");
        assertThat(ticket.getValue(Types.mediaCol).getMediaSource().asString()).isEqualTo("tray-2");
        assertThat(ticket.getValue(Types.mediaCol).getMediaSize().getYDimension())
                .isEqualTo(29700);
        assertThat(ticket.getValue(Types.copies)).isEqualTo(1);
        assertThat(ticket.getString(Types.printScaling)).isEqualTo("none");
        assertThat(ticket.getValues(Types.finishings)).containsExactly(Finishing.none);
        assertThat(ticket.getValue(Types.printColorMode)).as("not taken").isNull();
        assertThat(machine.documents()).containsExactly(Files.readAllBytes(folder.resolve("DOT001-0001.pdf")));
        assertThat(machine.users()).containsExactly("nienkhoa");
        assertThat(untilOver(job)).last().isEqualTo(new JobReport(State.DONE, 2, List.of()));
        assertThat(machine.tray()).containsExactly("DOT001-0001 1", "DOT001-0001 2");
    }

    @Test
    void aPrinterWithoutCreateJobPrintsToo() throws Exception {
        machine.says()
                .put(
                        Types.operationsSupported,
                        Operation.printJob,
                        Operation.validateJob,
                        Operation.cancelJob,
                        Operation.getJobAttributes,
                        Operation.getJobs);

        assertThat(printer.cannot(EVERYTHING)).isEmpty();
        assertThat(untilOver(printer.send(job("DOT001-0001", 4))))
                .last()
                .isEqualTo(new JobReport(State.DONE, 2, List.of()));
    }

    @Test
    void aPrinterThatReadsNoPdfGetsPictures() throws Exception {
        machine.says().put(Types.documentFormatSupported, List.of("image/pwg-raster"));

        printer.send(job("DOT001-0001", 2));

        assertThat(new String(machine.documents().get(0), 0, 4)).isEqualTo("RaS2");
        assertThat(folder).isDirectoryNotContaining("glob:**.pwg");
    }

    @ParameterizedTest
    @CsvSource({"JAM, media-jam", "OUT_OF_PAPER, media-empty", "DOOR_OPEN, door-open"})
    void aJobThatWaitsForAPersonSaysWhyAndGoesOnAfterwards(Fault fault, String reason) throws Exception {
        machine.faults(fault);
        String job = printer.send(job("DOT001-0001", 6));
        printer.look(job);
        printer.look(job);

        assertThat(printer.look(job)).isEqualTo(new JobReport(State.STOPPED, 1, List.of(reason)));

        machine.mend();
        assertThat(untilOver(job)).last().isEqualTo(new JobReport(State.DONE, 3, List.of()));
        assertThat(machine.tray()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "SAYS_DONE_EARLY, DONE, 1, 1",
        "REPEATS,         DONE, 6, 6",
        "GIVES_UP,        ABORTED, 1, 1",
        "DOES_NOT_COUNT,  DONE, -1, 3",
        "FORGETS,         FORGOTTEN, -1, 1",
        "FORGETS_AND_COUNTS_ANEW, FORGOTTEN, -1, 1",
        "FINISHES_LATE,   DONE, 3, 3",
        "LIES,            DONE, 3, 1"
    })
    void aReportHoldsThePrintersOwnWord(Fault fault, State state, int counted, int inTheTray) throws Exception {
        machine.faults(fault);

        List<JobReport> reports = untilOver(printer.send(job("DOT001-0001", 6)));

        JobReport last = reports.get(reports.size() - 1);
        assertThat(last.state()).isEqualTo(state);
        assertThat(last.sheets()).isEqualTo(counted);
        assertThat(machine.tray()).hasSize(inTheTray);
    }

    @Test
    void aJobThatNeverArrivedIsNotFound() throws Exception {
        machine.faults(Fault.VANISHES_BEFORE_THE_JOB);

        assertThatThrownBy(() -> printer.send(job("DOT001-0001", 4))).isInstanceOf(PrinterGone.class);

        assertThat(printer.find("DOT001-0001")).isEmpty();
    }

    @Test
    void aJobThatArrivedWithoutItsDocumentIsFoundAndStopped() throws Exception {
        machine.faults(Fault.VANISHES_AFTER_THE_JOB);

        assertThatThrownBy(() -> printer.send(job("DOT001-0001", 4))).isInstanceOf(PrinterGone.class);

        String job = printer.find("DOT001-0001").orElseThrow();
        assertThat(printer.look(job)).isEqualTo(new JobReport(State.ABORTED, 0, List.of("job-canceled-by-user")));
        assertThat(machine.tray()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"VANISHES_AFTER_THE_DOCUMENT", "NONE"})
    void aJobWhoseAnswerWasLostIsFoundAndPrintedOnce(Fault fault) throws Exception {
        machine.faults(fault);
        try {
            printer.send(job("DOT001-0001", 4));
        } catch (PrinterGone e) {
            assertThat(fault).isEqualTo(Fault.VANISHES_AFTER_THE_DOCUMENT);
        }

        try (IppPrinter later = new IppPrinter(machine.uri(), options)) {
            untilOver(later.find("DOT001-0001").orElseThrow());
        }
        assertThat(machine.tray()).containsExactly("DOT001-0001 1", "DOT001-0001 2");
    }

    @Test
    void aDocumentThatIsRefusedEndsTheJob() throws Exception {
        machine.faults(Fault.REFUSES_THE_DOCUMENT);

        String job = printer.send(job("DOT001-0001", 4));

        assertThat(printer.look(job).state()).isEqualTo(State.ABORTED);
    }

    @Test
    void aBusyPrinterIsAskedAgain() throws Exception {
        machine.faults(Fault.BUSY);

        assertThat(untilOver(printer.send(job("DOT001-0001", 4))))
                .last()
                .isEqualTo(new JobReport(State.DONE, 2, List.of()));
    }

    @Test
    void aPrinterThatStaysBusyRefusesForNow() throws Exception {
        machine.faults(Fault.STAYS_BUSY);
        try (IppPrinter hasty = new IppPrinter(
                machine.uri(),
                new IppOptions("", options.quality(), Set.of(), "", Duration.ofSeconds(1), options.handover()))) {

            assertThatThrownBy(() -> hasty.send(job("DOT001-0001", 4)))
                    .isInstanceOfSatisfying(JobRefused.class, refused -> {
                        assertThat(refused.finding().code()).isEqualTo("P220_BUSY");
                        assertThat(refused.forNow()).isTrue();
                    });
        }
    }

    @Test
    void cancellingStopsAJobAndLeavesOneThatIsOver() throws Exception {
        String done = printer.send(job("DOT001-0001", 2));
        untilOver(done);
        String open = printer.send(job("DOT001-0002", 4));

        printer.cancel(done);
        printer.cancel(open);
        printer.cancel("77 DOT001-0077");

        assertThat(printer.look(done).state()).isEqualTo(State.DONE);
        assertThat(printer.look(open).state()).isEqualTo(State.ABORTED);
    }

    @Test
    void aPrinterThatIsSwitchedOffIsGone() {
        URI address = machine.uri();
        machine.close();
        try (IppPrinter off = new IppPrinter(address, options)) {
            assertThatThrownBy(() -> off.cannot(EVERYTHING)).isInstanceOf(PrinterGone.class);
            assertThatThrownBy(() -> off.send(job("DOT001-0001", 2))).isInstanceOf(PrinterGone.class);
            assertThatThrownBy(() -> off.look("1 DOT001-0001")).isInstanceOf(PrinterGone.class);
        }
    }

    @Test
    void somethingElseAtTheAddressIsNoPrinter() throws Exception {
        try (IppPrinter wrong = new IppPrinter(machine.uri().resolve("/nothing"), options)) {
            assertThat(wrong.cannot(EVERYTHING)).extracting(Finding::code).containsExactly("P215_NO_PRINTER_HERE");
            assertThatThrownBy(() -> wrong.send(job("DOT001-0001", 2))).isInstanceOf(JobRefused.class);
            assertThatThrownBy(() -> wrong.look("1 DOT001-0001")).isInstanceOf(PrinterGone.class);
        }
    }

    private PrintJob job(String name, int sides) {
        return TestJobs.job(folder, name, Paper.A4, Edge.LONG, sides);
    }

    private List<JobReport> untilOver(String job) throws PrinterGone {
        List<JobReport> reports = new ArrayList<>();
        do {
            reports.add(printer.look(job));
        } while (Set.of(State.WAITING, State.PRINTING)
                .contains(reports.get(reports.size() - 1).state()));
        return reports;
    }
}
