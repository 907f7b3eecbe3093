package nienkhoa.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nienkhoa.app.RootCommand.Language;
import nienkhoa.schedule.JobRule;
import nienkhoa.schedule.Night;
import nienkhoa.schedule.NightRun.Cause;
import nienkhoa.schedule.NightState;
import nienkhoa.schedule.NightState.Owed;
import nienkhoa.schedule.RunResult;

/** Runs jobs in an open home and enters what they came to. */
final class NightRunner {

    private final Application application;
    private final NightDesk desk;
    private final Clock clock;
    private final Language language;

    NightRunner(Application application, Clock clock, Language language) {
        this.application = application;
        this.desk = application.part(NightDesk.class);
        this.clock = clock;
        this.language = language;
    }

    /** Runs a job if its time has come and it still owes its night; it gives way to a person who wants the home. */
    void runIfOwed(String id) {
        Instant now = clock.instant();
        NightState state = desk.state(now);
        Optional<JobRule> job =
                state.jobs().stream().filter(one -> one.id().equals(id)).findFirst();
        Optional<Owed> owed = job.flatMap(one -> state.owed(one, now))
                .filter(one -> !one.notBefore().isAfter(now));
        if (owed.isPresent() && !NightSign.isWanted(desk.home())) {
            run(job.orElseThrow(), owed.get().night().due(), owed.get().cause());
        }
    }

    /** Runs a job because a person says so; it answers for the last night that was due, if there was one. */
    RunResult runByHand(JobRule job) {
        Instant now = clock.instant();
        NightState state = desk.state(now);
        Instant due = state.history()
                .since(job.id())
                .flatMap(since -> state.plan().last(job, now).map(Night::due).filter(last -> !last.isBefore(since)))
                .orElse(now);
        return run(job, due, Cause.BY_HAND);
    }

    private RunResult run(JobRule job, Instant due, Cause cause) {
        Instant began = clock.instant();
        long run = desk.ledger().begin(job.id(), due, cause, began);
        NightSign sign = NightSign.put(desk.home(), job.id());
        try {
            RunResult result = application.lendTo(() -> new NightCommand(desk.home(), language).run(job.command()));
            desk.ledger().end(run, result, clock.instant());
            return result;
        } finally {
            sign.remove();
        }
    }
}
