package nienkhoa.schedule.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.schedule.JobRule;
import nienkhoa.schedule.NightRun;
import nienkhoa.schedule.NightRun.Cause;
import nienkhoa.schedule.Outcome;
import nienkhoa.schedule.Pause;
import nienkhoa.schedule.Pauses;
import nienkhoa.schedule.PlannedSince;
import nienkhoa.schedule.RunResult;
import nienkhoa.schedule.ScheduleFiles;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PostgresNightLedgerTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant DUE = Instant.parse("2026-11-29T18:00:00Z");

    @TempDir
    private Path config;

    private PostgresNightLedger ledger;

    @BeforeEach
    void empties() {
        DATABASE.clear();
        ledger = new PostgresNightLedger(DATABASE.jdbc());
    }

    @Test
    void keepsARunAsItWas() {
        RunResult result = new RunResult(
                Outcome.FINDINGS,
                new TreeMap<>(Map.of("copies.objects", 12L)),
                new TreeMap<>(Map.of("A610_COPY_DAMAGED", 2L)),
                "store: đã kiểm tra 12 hồ sơ");

        long run = ledger.begin("fixity", DUE, Cause.PLANNED, DUE.plusSeconds(1));
        ledger.end(run, result, DUE.plusSeconds(60));

        assertThat(ledger.runsSince(DUE))
                .containsExactly(new NightRun(
                        run,
                        "fixity",
                        DUE,
                        Cause.PLANNED,
                        DUE.plusSeconds(1),
                        Optional.of(DUE.plusSeconds(60)),
                        result));
        assertThat(ledger.runsSince(DUE.plusSeconds(2))).isEmpty();
    }

    @Test
    void aRunWithoutAnEndIsCutOffOnce() {
        long killed = ledger.begin("archive", DUE, Cause.PLANNED, DUE);
        long ended = ledger.begin("fixity", DUE, Cause.PLANNED, DUE);
        ledger.end(ended, RunResult.of(Outcome.DONE), DUE.plusSeconds(5));

        List<NightRun> closed = ledger.closeCutOff(DUE.plusSeconds(10));

        assertThat(closed).extracting(NightRun::id).containsExactly(killed);
        assertThat(closed.get(0).result().outcome()).isEqualTo(Outcome.CUT_OFF);
        assertThat(closed.get(0).ended()).contains(DUE.plusSeconds(10));
        assertThat(ledger.closeCutOff(DUE.plusSeconds(20))).isEmpty();
    }

    @Test
    void remembersThePlanOfEveryTime() {
        JobRule rule = new ScheduleFiles(config).jobs().get(0);
        List<PlannedSince> planned = List.of(
                new PlannedSince(rule.id(), DUE, Optional.of(rule)),
                new PlannedSince(rule.id(), DUE.plusSeconds(1), Optional.empty()));

        planned.forEach(ledger::plan);

        assertThat(ledger.planned()).isEqualTo(planned);
    }

    @Test
    void pausesAreMadeOfActsAndCanBeMadeAgain() {
        PostgresPauses pauses = new PostgresPauses(DATABASE.dataSource());
        List<AuditEntry> acts = acts();

        acts.forEach(pauses::apply);
        List<Pause> live = pauses.all();
        pauses.clear();
        assertThat(pauses.all()).isEmpty();
        acts.forEach(pauses::apply);

        assertThat(pauses.all())
                .isEqualTo(live)
                .containsExactly(
                        new Pause("", "p01", "chuyển máy", DUE, Optional.of(DUE.plusSeconds(30))),
                        new Pause("fixity", "p02", "đĩa mới", DUE.plusSeconds(10), Optional.of(DUE.plusSeconds(20))),
                        new Pause("fixity", "p02", "đĩa mới", DUE.plusSeconds(25), Optional.of(DUE.plusSeconds(30))));
    }

    private static List<AuditEntry> acts() {
        AuditEntry all = AuditEntry.after(null, DUE, paused("p01", "", "chuyển máy"));
        AuditEntry one = AuditEntry.after(all, DUE.plusSeconds(10), paused("p02", "fixity", "đĩa mới"));
        AuditEntry resumed = AuditEntry.after(one, DUE.plusSeconds(20), resumed("fixity"));
        AuditEntry again = AuditEntry.after(resumed, DUE.plusSeconds(25), paused("p02", "fixity", "đĩa mới"));
        AuditEntry everything = AuditEntry.after(again, DUE.plusSeconds(30), resumed(""));
        return List.of(all, one, resumed, again, everything);
    }

    private static Act paused(String by, String job, String reason) {
        return Act.of(by, Pauses.PAUSED, Pauses.record(job), "", Map.of("job", job, "reason", reason));
    }

    private static Act resumed(String job) {
        return Act.of("p01", Pauses.RESUMED, Pauses.record(job), "", Map.of("job", job));
    }
}
