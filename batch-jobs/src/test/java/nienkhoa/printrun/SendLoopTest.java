package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nienkhoa.printrun.PrintSheets.Printing;
import nienkhoa.printrun.ScriptedPrinter.Event;
import nienkhoa.printrun.Trouble.Kind;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the loop does when a printer jams, runs dry, lies, repeats, forgets or vanishes. Ten sheets, three a job. */
class SendLoopTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path home;

    private PrintFixture shop;
    private PrintRun run;

    @BeforeEach
    void tenSheetsAreOpen() {
        DATABASE.clear();
        shop = new PrintFixture(DATABASE.dataSource(), home);
        for (int pupil = 1; pupil <= 5; pupil++) {
            shop.documents.add(PrintFixture.FORM, "5A", 3);
        }
        run = shop.open();
    }

    @Test
    void printsEverySheetOnceAndInOrder() {
        ScriptedPrinter printer = new ScriptedPrinter();

        SendLoop.Result result = send(printer);

        assertThat(result.trouble()).isEmpty();
        assertThat(result.sheets()).isEqualTo(10);
        assertThat(sheetsIn(printer)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(counts().printed()).isEqualTo(10);
    }

    @Test
    void isNeverMoreThanOneJobAhead() {
        ScriptedPrinter printer = new ScriptedPrinter(Event.JAM);

        send(printer);

        assertThat(counts().planned()).isEqualTo(4);
        assertThat(counts().sent()).isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            JAM,              JAM
            OUT_OF_PAPER,     OUT_OF_PAPER
            DOOR,             DOOR_OPEN
            POWER_CUT,        FORGOTTEN
            SHORT,            TOO_FEW
            REPEAT_AND_COUNT, TOO_MANY
            GIVE_UP,          GIVEN_UP
            """)
    void waitsForAPersonWithItsReason(Event event, Kind kind) {
        ScriptedPrinter printer = new ScriptedPrinter(Event.PRINT, event);

        SendLoop.Result result = send(printer);

        assertThat(result.trouble().map(Trouble::kind)).contains(kind);
        PrintRun paused = shop.desk.find(run.id());
        assertThat(paused.state()).isEqualTo(PrintRun.State.PAUSED);
        assertThat(paused.trouble()).isEqualTo(result.trouble());
        assertThatThrownBy(() -> shop.desk.checkOpen(paused)).hasMessage("P416_RUN_PAUSED");
    }

    @Test
    void aPrinterThatStandsStillIsNotWaitedForForever() {
        Event[] nothing = Stream.generate(() -> Event.NOTHING).limit(40).toArray(Event[]::new);

        SendLoop.Result result = send(new ScriptedPrinter(nothing));

        assertThat(result.trouble().map(Trouble::kind)).contains(Kind.STANDS_STILL);
        assertThat(shop.waited)
                .isBetween(
                        PrintFixture.HASTY.standing(),
                        PrintFixture.HASTY.standing().multipliedBy(2));
    }

    @Test
    void aShortSilenceIsOnlyWaitedFor() {
        SendLoop.Result result = send(new ScriptedPrinter(Event.PRINT, Event.SILENT, Event.SILENT));

        assertThat(result.trouble()).isEmpty();
    }

    @Test
    void aPrinterThatDoesNotAnswerAnyMorePausesTheRun() {
        SendLoop.Result result = send(new ScriptedPrinter(Event.SILENT, Event.SILENT, Event.SILENT));

        assertThat(result.trouble().map(Trouble::kind)).contains(Kind.GONE);
    }

    @Test
    void aLostAnswerIsAskedFor() {
        ScriptedPrinter printer = new ScriptedPrinter();
        printer.silentSends = 1;

        assertThat(send(printer).trouble()).isEmpty();
        assertThat(sheetsIn(printer)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aJobThatNobodyCanFindIsNeverSentAgainUnseen() {
        ScriptedPrinter printer = new ScriptedPrinter();
        printer.silentSends = 1;
        printer.swallowsSends = true;

        assertThat(send(printer).trouble().map(Trouble::kind)).contains(Kind.FORGOTTEN);

        printer.swallowsSends = false;
        shop.desk.resume(shop.desk.find(run.id()), Optional.empty(), PrintFixture.CLERK);
        assertThat(send(printer).trouble()).isEmpty();
        assertThat(printer.tray.get(0)).endsWith("#02");
        assertThat(shop.sheets.toShred(run.id())).hasSize(3);
    }

    @ParameterizedTest(name = "sheet {0} named as {1}")
    @CsvSource(textBlock = """
            2, 1:2
            2, 2
            1, code
            2, readable
            """)
    void goesOnFromExactlyTheSheetAfterTheLastGoodOne(int good, String named) {
        ScriptedPrinter printer = new ScriptedPrinter(Event.PRINT, Event.PRINT, Event.JAM);
        send(printer);
        String written =
                switch (named) {
                    case "readable" -> printer.tray.get(good - 1);
                    case "code" ->
                        "T"
                                + shop.sheets
                                        .newest(run.id(), 1, good)
                                        .orElseThrow()
                                        .front()
                                        .written();
                    default -> named;
                };

        List<Printing> voided = shop.desk.resume(shop.desk.find(run.id()), Optional.of(written), PrintFixture.CLERK);

        assertThat(voided).extracting(Printing::sheet).containsExactlyInAnyOrderElementsOf(upTo6After(good));
        assertThat(shop.sheets.next(run.id(), 1).get(0).sheet()).isEqualTo(good + 1);
        assertThat(send(printer).trouble()).isEmpty();
        assertThat(valid()).hasSize(10);
        assertThat(shop.sheets.toShred(run.id())).hasSize(6 - good);
    }

    private static List<Integer> upTo6After(int good) {
        return Stream.iterate(good + 1, sheet -> sheet + 1).limit(6L - good).toList();
    }

    @Test
    void whatComesOutLateIsOfAVoidedPrinting() {
        ScriptedPrinter printer = new ScriptedPrinter(Event.PRINT, Event.OUT_OF_PAPER);
        printer.cancelsLate = true;
        send(printer);
        shop.desk.resume(shop.desk.find(run.id()), Optional.of("1:1"), PrintFixture.CLERK);

        send(printer);

        Set<String> valid = Set.copyOf(valid());
        List<String> foreign =
                printer.tray.stream().filter(sheet -> !valid.contains(sheet)).toList();
        assertThat(foreign).isNotEmpty().allMatch(sheet -> sheet.endsWith("#01"));
        assertThat(shop.sheets.toShred(run.id()).stream()
                        .map(known -> known.front().readable()))
                .containsAll(foreign);
    }

    @Test
    void aDocumentThatHasChangedStopsBeforeItsSheet() {
        shop.documents.lose(PrintFixture.FORM, "5A", 1);

        SendLoop.Result result = shop.loop().send(run.id(), speaking(new ScriptedPrinter()), PrintFixture.NOBODY);

        assertThat(result.trouble().map(Trouble::kind)).contains(Kind.DOCUMENT_CHANGED);
        assertThat(counts().sent()).isZero();
    }

    @Test
    void aLastGoodSheetOfAnotherRunIsRefused() {
        ScriptedPrinter printer = new ScriptedPrinter(Event.JAM);
        send(printer);

        assertThatThrownBy(() -> shop.desk.resume(
                        shop.desk.find(run.id()),
                        Optional.of("D99999 001 0001/0010A ABCDEFGH12345678 A1B2C3 #01"),
                        PrintFixture.CLERK))
                .hasMessage("P421_OTHER_RUN");
    }

    private SendLoop.Result send(ScriptedPrinter printer) {
        return shop.loop(shop.sheets, ScriptedPrinter.files(home))
                .send(run.id(), speaking(printer), PrintFixture.NOBODY);
    }

    static Destination speaking(Printer printer) {
        return new Destination("may-a3", printer, true, "");
    }

    private BundleState.Counts counts() {
        return shop.runs.bundles(run.id()).get(0).counts();
    }

    private List<String> valid() {
        return shop.sheets.valid(run.id(), Optional.empty()).stream()
                .map(known -> known.front().readable())
                .toList();
    }

    private static List<Integer> sheetsIn(ScriptedPrinter printer) {
        return printer.tray.stream()
                .map(code -> Integer.parseInt(code.split(" ", -1)[2].substring(0, 4)))
                .toList();
    }
}
