package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.postgres.PostgresAuditLog;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.Person;
import nienkhoa.printrun.PrintDesk.Opening;
import nienkhoa.printrun.Reprint.Reason;
import nienkhoa.testing.TestDatabase;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Opening, reprints, the ledger of paper and the end of a run. */
class PaperLedgerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final LocalDate TODAY = PrintFixture.FRI_2024_05_31;

    @TempDir
    Path home;

    private PrintFixture shop;

    @BeforeEach
    void aClassOfThree() {
        DATABASE.clear();
        shop = new PrintFixture(DATABASE.dataSource(), home);
        shop.documents.add(PrintFixture.FORM, "5A", 3);
        shop.documents.add(PrintFixture.FORM, "5A", 4);
        shop.documents.add(PrintFixture.FORM, "5A", 3);
    }

    @Test
    void countsSheetsAndNotPages() {
        shop.documents.withPapers = true;
        shop.documents.add(PrintFixture.FORM, "5B", 2, new PDRectangle(1190.55f, 841.89f));

        RunPlan plan = shop.desk.plan(shop.documents.all());

        assertThat(plan.sheets()).isEqualTo(4 + 6 + 4 + 1);
        assertThat(plan.paper().toString()).isEqualTo("{A4=14, A3=1}");
        assertThat(plan.blankSides()).isEqualTo(8 + 2);
        assertThat(plan.time(new RunPlan.Speed(28, 2))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void saysWhatStandsInTheWayBeforeASheetIsPrinted() {
        Finding noPhoto =
                new Finding("R107_NO_PHOTO", Severity.REJECT, Place.ofSubject("HS-1"), "", List.of("HS-1", "x", "y"));
        shop.documents.block(PrintFixture.FORM, "5A", noPhoto);

        assertThat(shop.desk.plan(shop.documents.all()).leftOut()).hasSize(1);
        assertRefused(
                "P413_BLOCKED",
                fixture -> fixture.desk.open(
                        fixture.documents.all(), new Opening(false, "", Optional.empty()), PrintFixture.CLERK));
        assertThat(Files.exists(home.resolve("work/print/D00001"))).isFalse();

        PrintRun run = shop.open();

        assertThat(shop.reports.counts(run).leftOut()).hasSize(1);
    }

    @Test
    void aSecondSetNeedsAReasonAndASecondPerson() {
        shop.open();

        assertRefused("P414_ALREADY_IN_A_RUN", PrintFixture::open);
        assertRefused("P431_SECOND_PERSON_MISSING", fixture -> again(fixture, Optional.empty()));
        assertRefused("P432_WRONG_SECOND_PERSON", fixture -> again(fixture, Optional.of(PrintFixture.TEACHER)));
        assertThat(again(shop, Optional.of(PrintFixture.HEAD)).again()).isEqualTo("bộ thứ hai");
    }

    private static PrintRun again(PrintFixture fixture, Optional<Person> second) {
        return fixture.desk.open(fixture.documents.all(), new Opening(false, "bộ thứ hai", second), PrintFixture.CLERK);
    }

    @Test
    void followsABundleFromPaperToShelf() {
        PrintRun run = printed();

        assertRefused("P458_STEP_BEFORE", fixture -> step(run, PaperStep.SIGNED, PrintFixture.TEACHER));
        assertRefused("P453_COUNT_MISSING", fixture -> check(run, Optional.empty()));
        assertRefused("P454_COUNT_DIFFERS", fixture -> check(run, Optional.of(5)));
        check(run, Optional.of(6));
        assertRefused("P459_WRONG_ROLE", fixture -> step(run, PaperStep.SIGNED, PrintFixture.KEEPER));
        step(run, PaperStep.SIGNED, PrintFixture.TEACHER);
        assertThat(locked(run)).isTrue();
        step(run, PaperStep.SEALED, PrintFixture.HEAD);
        assertThat(locked(run)).isFalse();
        assertRefused("P456_NO_SUCH_STEP", fixture -> step(run, PaperStep.GLUED, PrintFixture.CLERK));
        step(run, PaperStep.BOUND, PrintFixture.CLERK);
        assertRefused("P418_BUNDLE_OPEN", fixture -> fixture.desk.close(run, PrintFixture.CLERK));
        shop.paper.step(run, 1, PaperStep.SHELVED, PrintFixture.KEEPER, TODAY, "P2/T1/N3/H12");
        shop.desk.close(run, PrintFixture.CLERK);

        assertThat(shop.desk.find(run.id()).state()).isEqualTo(PrintRun.State.CLOSED);
        assertThat(Files.exists(home.resolve("work/print/" + run.id()))).isFalse();
        assertThat(shop.ledger.records(run.id(), 1))
                .extracting(PaperRecord::step)
                .containsExactly("CHECKED", "SIGNED", "SEALED", "BOUND", "SHELVED");
        assertRefused(
                "P415_RUN_ENDED", fixture -> reprint(fixture.desk.find(run.id()), 1, Reason.LOST, Optional.empty()));
    }

    @Test
    void aReprintTakesTheStepsBack() {
        PrintRun run = printed();
        check(run, Optional.of(6));
        step(run, PaperStep.SIGNED, PrintFixture.TEACHER);
        step(run, PaperStep.SEALED, PrintFixture.HEAD);

        reprint(run, 1, Reason.STAINED, Optional.empty());

        assertThat(shop.paper.bundle(run, 1).steps()).isEmpty();
        assertThat(locked(run)).isTrue();
        assertRefused("P451_SHEETS_OPEN", fixture -> check(run, Optional.of(6)));
        send(run);
        assertRefused("P452_TO_SHRED", fixture -> check(run, Optional.of(6)));
        shop.reprints.shred(run, List.of("1:1#1"), false, PrintFixture.CLERK, PrintFixture.KEEPER);
        check(run, Optional.of(6));
        assertThat(shop.reports.counts(run).total()).isEqualTo(new RunCounts.Line(0, "", "", 6, 6, 2, 2, 0));
    }

    @Test
    void manySheetsNeedASecondPerson() {
        PrintRun run = printed();
        Reprint all = new Reprint(1, 0, 0, 0, Reason.BLURRED, "", Optional.empty());

        assertRefused("P436_TOO_MANY_ALONE", fixture -> fixture.reprints.reprint(run, all, PrintFixture.CLERK));
        assertRefused("P430_MAY_NOT_PRINT", fixture -> fixture.reprints.reprint(run, all, PrintFixture.AUDITOR));
        assertThat(shop.reprints.reprint(
                        run,
                        new Reprint(1, 0, 0, 0, Reason.BLURRED, "", Optional.of(PrintFixture.KEEPER)),
                        PrintFixture.CLERK))
                .hasSize(6);
    }

    @Test
    void correctedDataAreANewVersion() {
        PrintRun run = printed();
        assertRefused("P438_NOT_CORRECTED", fixture -> reprint(run, 2, Reason.DATA_CORRECTED, Optional.empty()));
        shop.documents.correct(PrintFixture.FORM, "5A", 2, 4);

        reprint(run, 2, Reason.DATA_CORRECTED, Optional.empty());

        assertThat(version(run, 2)).isEqualTo(2);
        assertThat(version(run, 1)).isEqualTo(1);
        send(run);
        assertThat(shop.sheets.valid(run.id(), Optional.of(1)))
                .filteredOn(known -> known.printing().serial() == 2)
                .hasSize(2)
                .allMatch(known -> !known.front()
                        .digest()
                        .equals(shop.sheets
                                .find(
                                        run.id(),
                                        new PrintSheets.Printing(
                                                1, known.printing().sheet(), 1))
                                .orElseThrow()
                                .front()
                                .digest()));
    }

    @Test
    void aLongerDocumentNeedsTheWholeBundle() {
        PrintRun run = printed();
        shop.documents.correct(PrintFixture.FORM, "5A", 2, 6);

        assertRefused("P439_OTHER_LENGTH", fixture -> reprint(run, 2, Reason.DATA_CORRECTED, Optional.empty()));
        shop.reprints.reprint(
                run,
                new Reprint(1, 0, 0, 0, Reason.DATA_CORRECTED, "", Optional.of(PrintFixture.KEEPER)),
                PrintFixture.CLERK);
        send(run);

        assertThat(shop.sheets.valid(run.id(), Optional.of(1)))
                .hasSize(7)
                .allMatch(known -> known.front().of() == 7);
        assertThat(shop.sheets.toShred(run.id())).hasSize(6);
        assertThat(version(run, 2)).isEqualTo(2);
    }

    @Test
    void anAbandonedRunLeavesNothingValid() {
        PrintRun run = printed();

        assertRefused(
                "P431_SECOND_PERSON_MISSING",
                fixture -> fixture.desk.abandon(run, "sai mẫu", PrintFixture.CLERK, Optional.empty()));
        shop.desk.abandon(run, "sai mẫu", PrintFixture.CLERK, Optional.of(PrintFixture.HEAD));

        assertThat(shop.sheets.valid(run.id(), Optional.empty())).isEmpty();
        assertThat(shop.sheets.toShred(run.id())).hasSize(6);
        assertThat(shop.open().id()).isNotEqualTo(run.id());
    }

    @Test
    void theLedgerIsMadeAgainFromTheActs() {
        PrintRun run = printed();
        check(run, Optional.of(6));
        step(run, PaperStep.SIGNED, PrintFixture.TEACHER);
        List<PaperRecord> before = shop.ledger.records(run.id(), 1);
        PostgresAuditLog log = new PostgresAuditLog(
                DATABASE.dataSource(), new JdbcTransactionManager(DATABASE.dataSource()), shop.clock);

        shop.ledger.clear();
        for (AuditEntry entry : log.entriesAfter(0, 1000)) {
            if (shop.ledger.actions().contains(entry.act().action())) {
                shop.ledger.apply(entry);
            }
        }

        assertThat(before).hasSize(2);
        assertThat(shop.ledger.records(run.id(), 1)).isEqualTo(before);
    }

    private PrintRun printed() {
        PrintRun run = shop.open();
        send(run);
        return run;
    }

    private void send(PrintRun run) {
        SendLoop.Result sent = shop.loop(shop.sheets, ScriptedPrinter.files(home))
                .send(run.id(), SendLoopTest.speaking(new ScriptedPrinter()), PrintFixture.NOBODY);
        assertThat(sent.trouble()).isEmpty();
    }

    private void check(PrintRun run, Optional<Integer> counted) {
        shop.paper.check(run, 1, counted, PrintFixture.CLERK, TODAY);
    }

    private void step(PrintRun run, PaperStep step, Person by) {
        shop.paper.step(run, 1, step, by, TODAY, "");
    }

    private boolean locked(PrintRun run) {
        BundleState bundle = shop.paper.bundle(run, 1);
        return shop.signing
                .againstSigning(new SigningGate.Subject(run.school(), run.year(), bundle.form(), bundle.group()))
                .isPresent();
    }

    private void reprint(PrintRun run, int pupil, Reason reason, Optional<Person> second) {
        shop.reprints.reprint(run, new Reprint(1, 0, 0, pupil, reason, "", second), PrintFixture.CLERK);
    }

    private static int version(PrintRun run, int pupil) {
        return DATABASE.jdbc()
                .sql("select version from print_document where run_id = ? and pupil = ?")
                .params(run.id(), pupil)
                .query(Integer.class)
                .single();
    }

    private void assertRefused(String code, Consumer<PrintFixture> what) {
        assertThatThrownBy(() -> what.accept(shop))
                .isInstanceOf(PrintRefused.class)
                .hasMessage(code);
    }
}
