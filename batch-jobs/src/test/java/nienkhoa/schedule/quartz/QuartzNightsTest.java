package nienkhoa.schedule.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuartzNightsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** A night long ago: Quartz itself asks the machine for the time. */
    private static final Instant NIGHT = Instant.parse("2026-01-05T18:00:00Z");

    private static final Clock CLOCK = Clock.fixed(NIGHT, ZoneOffset.UTC);

    private final List<String> ran = new CopyOnWriteArrayList<>();

    @BeforeEach
    void empties() {
        DATABASE.clear();
    }

    @Test
    void runsWhatIsDueOneAtATimeInOrderAndLeavesTheRest() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        NightWork work = job -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            ran.add(job);
            pause();
            atOnce.decrementAndGet();
        };

        try (QuartzNights nights = QuartzNights.open(DATABASE.dataSource(), CLOCK, work)) {
            nights.plan(times("archive", NIGHT.minusSeconds(7200), "copies", NIGHT, "fixity", NIGHT.plusSeconds(3600)));
            nights.runUntilIdle();
        }

        assertThat(ran).containsExactly("archive", "copies");
        assertThat(most).hasValue(1);
        assertThat(triggers()).containsExactly("fixity WAITING");
    }

    @Test
    void aJobThatIsNotPlannedAnyMoreDoesNotFire() {
        try (QuartzNights nights = QuartzNights.open(DATABASE.dataSource(), CLOCK, ran::add)) {
            nights.plan(times("archive", NIGHT.plusSeconds(60), "copies", NIGHT.plusSeconds(60)));
        }

        try (QuartzNights nights = QuartzNights.open(DATABASE.dataSource(), CLOCK, ran::add)) {
            nights.plan(times("copies", NIGHT));
            nights.runUntilIdle();
        }

        assertThat(ran).containsExactly("copies");
        assertThat(DATABASE.jdbc()
                        .sql("select job_name from qrtz_job_details")
                        .query(String.class)
                        .list())
                .containsExactly("copies");
    }

    /** What a killed process leaves: a trigger acquired, another blocked by a job that was running. */
    @Test
    void triggersLeftAcquiredOrBlockedFireAgain() {
        try (QuartzNights nights = QuartzNights.open(DATABASE.dataSource(), CLOCK, ran::add)) {
            nights.plan(times("archive", NIGHT.plusSeconds(60), "copies", NIGHT.plusSeconds(60)));
        }
        DATABASE.jdbc()
                .sql("update qrtz_triggers set trigger_state = 'ACQUIRED' where trigger_name = 'archive'")
                .update();
        DATABASE.jdbc()
                .sql("update qrtz_triggers set trigger_state = 'BLOCKED' where trigger_name = 'copies'")
                .update();

        Clock later = Clock.offset(CLOCK, Duration.ofMinutes(2));
        try (QuartzNights nights = QuartzNights.open(DATABASE.dataSource(), later, ran::add)) {
            nights.plan(times("archive", NIGHT.plusSeconds(60), "copies", NIGHT.plusSeconds(60)));
            nights.runUntilIdle();
        }

        assertThat(ran).containsExactly("archive", "copies");
        assertThat(triggers()).isEmpty();
    }

    @Test
    void aJobThatWasRunningWhenItsProcessDiedIsFiredAgain() {
        try (QuartzNights nights = QuartzNights.open(DATABASE.dataSource(), CLOCK, ran::add)) {
            nights.plan(times("archive", NIGHT.plusSeconds(60)));
        }
        DATABASE.jdbc().sql("""
                        insert into qrtz_fired_triggers (sched_name, entry_id, trigger_name, trigger_group, instance_name,
                            fired_time, sched_time, priority, state, job_name, job_group, is_nonconcurrent,
                            requests_recovery)
                        values ('nienkhoa', 'one1', 'archive', 'night', 'one', 1, 1, 1, 'EXECUTING', 'archive', 'night',
                            true, true)
                        """).update();

        try (QuartzNights nights = QuartzNights.open(DATABASE.dataSource(), CLOCK, ran::add)) {
            nights.plan(times("archive", NIGHT.plusSeconds(60)));
            nights.runUntilIdle();
        }

        assertThat(ran).containsExactly("archive");
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from qrtz_fired_triggers")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static Map<String, Instant> times(Object... times) {
        Map<String, Instant> map = new LinkedHashMap<>();
        for (int i = 0; i < times.length; i += 2) {
            map.put((String) times[i], (Instant) times[i + 1]);
        }
        return map;
    }

    private static List<String> triggers() {
        return DATABASE.jdbc()
                .sql("select trigger_name || ' ' || trigger_state from qrtz_triggers order by 1")
                .query(String.class)
                .list();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
