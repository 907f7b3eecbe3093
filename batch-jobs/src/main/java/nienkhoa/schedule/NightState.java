package nienkhoa.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nienkhoa.schedule.NightRun.Cause;

/**
 * All that decides what is to run and what did not.
 *
 * @param jobs those of the plan that are set up
 * @param runs of the last {@link #LOOK_BACK}, in the order in which they began
 */
public record NightState(
        NightPlan plan, List<JobRule> jobs, PlanHistory history, List<NightRun> runs, List<Pause> pauses) {

    /** How far back nights are told that did not happen. */
    public static final Duration LOOK_BACK = Duration.ofDays(60);

    /** A job that failed or was cut off so often in one night waits for the next: it would do so again. */
    static final int MOST_TRIES = 3;

    static final Duration BEFORE_NEXT_TRY = Duration.ofMinutes(15);

    public NightState {
        jobs = List.copyOf(jobs);
        runs = List.copyOf(runs);
        pauses = List.copyOf(pauses);
    }

    /**
     * A night that is to run.
     *
     * @param notBefore in the past if it can begin at once
     */
    public record Owed(Night night, Cause cause, Instant notBefore) {}

    /**
     * A night that was to happen and did not, though it was expected by now.
     *
     * @param standing whether the job has not done its work since
     */
    public record Missed(String job, Night night, boolean standing) {}

    /** What a job owes at this time: its last night, unless it was done, given up or the rule lets it go. */
    public Optional<Owed> owed(JobRule job, Instant now) {
        return plan.last(job, now)
                .filter(night -> history.since(job.id())
                        .map(since -> !night.due().isBefore(since))
                        .orElse(false))
                .filter(night -> !isPaused(job.id(), now))
                .flatMap(night -> owed(job, night, now));
    }

    private Optional<Owed> owed(JobRule job, Night night, Instant now) {
        List<NightRun> tries = runs.stream()
                .filter(run -> run.job().equals(job.id()) && !run.due().isBefore(night.due()))
                .toList();
        boolean late = now.isAfter(night.latest());
        boolean over = tries.size() >= MOST_TRIES
                || tries.stream()
                        .anyMatch(run -> run.succeeded() || run.result().outcome() == Outcome.REFUSED);
        if (over || (late && !job.caughtUp())) {
            return Optional.empty();
        }
        if (tries.isEmpty()) {
            return Optional.of(new Owed(night, late ? Cause.CAUGHT_UP : Cause.PLANNED, night.due()));
        }
        return Optional.of(new Owed(night, Cause.AGAIN, nextTry(tries.get(tries.size() - 1))));
    }

    private static Instant nextTry(NightRun last) {
        return last.result().outcome() == Outcome.FAILED
                ? last.ended().orElse(last.began()).plus(BEFORE_NEXT_TRY)
                : last.began();
    }

    /** When a job is next to be looked at; empty if it is paused or has no night within a year. */
    public Optional<Instant> next(JobRule job, Instant now) {
        if (isPaused(job.id(), now)) {
            return Optional.empty();
        }
        Optional<Instant> due = plan.next(job, now).map(Night::due);
        return owed(job, now).map(Owed::notBefore).or(() -> due);
    }

    public boolean isPaused(String job, Instant at) {
        return pause(job, at).isPresent();
    }

    public Optional<Pause> pause(String job, Instant at) {
        return pauses.stream().filter(pause -> pause.holds(job, at)).findFirst();
    }

    /** Every night of the last {@link #LOOK_BACK} that did not happen, oldest first. */
    public List<Missed> missed(Instant now) {
        return history.rows().stream()
                .map(PlannedSince::job)
                .distinct()
                .flatMap(job -> missed(job, now).stream())
                .sorted(Comparator.comparing((Missed missed) -> missed.night().due())
                        .thenComparing(Missed::job))
                .toList();
    }

    private List<Missed> missed(String job, Instant now) {
        List<Instant> done = runs.stream()
                .filter(run -> run.job().equals(job) && run.succeeded())
                .map(NightRun::due)
                .toList();
        Instant last = done.stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
        return history.nights(plan, job, now.minus(LOOK_BACK), now).stream()
                .filter(night -> night.expected().isBefore(now))
                .filter(night -> !done.contains(night.due()) && !isPaused(job, night.due()))
                .map(night -> new Missed(job, night, night.due().isAfter(last)))
                .toList();
    }

    /** The nights to come that somebody will miss if nothing runs; none of a job that is paused or was never served. */
    public List<Missed> coming(Instant now, Duration ahead) {
        return jobs.stream()
                .filter(job ->
                        !isPaused(job.id(), now) && history.since(job.id()).isPresent())
                .flatMap(job -> plan.between(job, now, now.plus(ahead)).stream()
                        .map(night -> new Missed(job.id(), night, true)))
                .toList();
    }
}
