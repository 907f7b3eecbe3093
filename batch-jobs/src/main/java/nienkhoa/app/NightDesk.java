package nienkhoa.app;

import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.schedule.JobRule;
import nienkhoa.schedule.NightLedger;
import nienkhoa.schedule.NightPlan;
import nienkhoa.schedule.NightState;
import nienkhoa.schedule.Pauses;
import nienkhoa.schedule.PlanHistory;
import nienkhoa.schedule.ScheduleFiles;

/** The plan of this home beside what has run of it. */
record NightDesk(Home home, ZoneId zone, NightLedger ledger, Pauses pauses) {

    /** Commands that would wait for themselves. */
    private static final Set<String> NOT_AT_NIGHT = Set.of("serve", "schedule");

    /** What comes after must be able to see a night that is just beginning. */
    private static final int MORE_DAYS = 2;

    /** Enters a plan that has changed as the one from now on. Only who serves it does: a plan nobody serves owes nothing. */
    void enterPlan(Instant now) {
        new PlanHistory(ledger.planned()).changes(setUp(plan()), now).forEach(ledger::plan);
    }

    private List<JobRule> setUp(NightPlan plan) {
        return plan.jobs().stream().filter(job -> lacks(job).isEmpty()).toList();
    }

    /**
     * How things stand.
     *
     * @throws Problem if a job would run the schedule itself
     */
    NightState state(Instant now) {
        NightPlan plan = plan();
        Instant from = now.minus(NightState.LOOK_BACK.plusDays(MORE_DAYS));
        return new NightState(
                plan, setUp(plan), new PlanHistory(ledger.planned()), ledger.runsSince(from), pauses.all());
    }

    NightPlan plan() {
        ScheduleFiles files = new ScheduleFiles(home.config());
        List<JobRule> jobs = files.jobs();
        jobs.forEach(NightDesk::check);
        return new NightPlan(jobs, files.calendars(), zone);
    }

    /** What is not set up of that which a job needs. */
    List<String> lacks(JobRule job) {
        return job.needs().stream()
                .filter(path -> Files.notExists(home.root().resolve(path)))
                .toList();
    }

    /** The job of this name. */
    JobRule job(NightState state, String id) {
        List<String> known = state.plan().jobs().stream().map(JobRule::id).toList();
        return state.plan().job(id).orElseThrow(() -> problem("S320_UNKNOWN_JOB", id, String.join(", ", known)));
    }

    private static void check(JobRule job) {
        if (NOT_AT_NIGHT.contains(job.command().get(0))) {
            throw problem("S308_JOB_RUNS_SCHEDULE", job.id(), job.command().get(0));
        }
    }

    /** A problem whose sentence is in {@code messages/schedule.properties}. */
    static Problem problem(String code, String... args) {
        return Problem.refused("schedule", new Finding(code, Severity.REJECT, Place.ofSubject(""), "", List.of(args)));
    }
}
