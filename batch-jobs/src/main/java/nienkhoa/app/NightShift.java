package nienkhoa.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import nienkhoa.app.RootCommand.Language;
import nienkhoa.schedule.JobRule;
import nienkhoa.schedule.NightState;
import nienkhoa.schedule.quartz.QuartzNights;

/**
 * One stretch of work in an open home.
 *
 * <p>Flow: runs without an end are cut off → what is owed now → Quartz runs it → summary → alarms for the nights to come.
 *
 * <p>Restart: a run is entered when it begins and ended when it is over; whoever comes next finds what is still owed.
 */
final class NightShift {

    /** How long the home is left to a person who wanted it. */
    private static final Duration GIVE_WAY = Duration.ofMinutes(2);

    /** How long a job may go on when the process is told to end. */
    private static final Duration LAST_CALL = Duration.ofSeconds(20);

    private final Home home;
    private final Clock clock;
    private final Language language;

    NightShift(Home home, Clock clock, Language language) {
        this.home = home;
        this.clock = clock;
        this.language = language;
    }

    /**
     * What a shift did.
     *
     * @param next when there is work again; empty if the plan has none
     * @param summary of this night; empty if there was nothing to tell
     */
    record Done(Optional<Instant> next, Optional<NightSummary> summary) {}

    /** @param waitedSince from when on another command had the home; empty if none had */
    Done work(Application application, Optional<Instant> waitedSince) {
        NightDesk desk = application.part(NightDesk.class);
        Instant began = clock.instant();
        desk.ledger().closeCutOff(began);
        desk.enterPlan(began);
        runOwed(application, desk, began);
        Instant now = clock.instant();
        NightState state = desk.state(now);
        NightAlarms.write(home, state, now);
        Optional<NightSummary> summary =
                Optional.of(NightSummary.of(state, desk, now, waitedSince)).filter(NightSummary::isWorthTelling);
        summary.ifPresent(one -> one.write(home, language.messages()));
        Optional<Instant> next = next(state, now);
        return new Done(NightSign.forget(home) ? next.map(at -> later(at, now.plus(GIVE_WAY))) : next, summary);
    }

    private void runOwed(Application application, NightDesk desk, Instant now) {
        NightRunner runner = new NightRunner(application, clock, language);
        try (QuartzNights quartz = QuartzNights.open(application.part(DataSource.class), clock, runner::runIfOwed)) {
            application.beforeClosing(() -> lastCall(quartz));
            quartz.plan(times(desk.state(now), now));
            quartz.runUntilIdle();
        }
    }

    /** When each job is next to be looked at, the earliest first. */
    private static Map<String, Instant> times(NightState state, Instant now) {
        Map<String, Instant> times = new LinkedHashMap<>();
        state.jobs().stream()
                .filter(job -> state.next(job, now).isPresent())
                .sorted(Comparator.comparing((JobRule job) -> due(state, job, now)))
                .forEach(job -> times.put(job.id(), state.next(job, now).orElseThrow()));
        return times;
    }

    private static Instant due(NightState state, JobRule job, Instant now) {
        return state.owed(job, now).map(owed -> owed.night().due()).orElseGet(() -> state.next(job, now)
                .orElseThrow());
    }

    private static Optional<Instant> next(NightState state, Instant now) {
        return state.jobs().stream()
                .flatMap(job -> state.next(job, now).stream())
                .min(Comparator.naturalOrder());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The process is told to end: the job that runs may come to its end, within bounds; the database stops after it. */
    private static void lastCall(QuartzNights quartz) {
        Thread closing = new Thread(quartz::close, "last-call");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(LAST_CALL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
