package nienkhoa.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How the plan came to be what it is.
 *
 * @param rows in the order of time
 */
public record PlanHistory(List<PlannedSince> rows) {

    public PlanHistory {
        rows = List.copyOf(rows);
    }

    /** From when on a job has been planned without a break; empty if it is not planned. */
    public Optional<Instant> since(String job) {
        Optional<Instant> since = Optional.empty();
        for (PlannedSince row : of(job)) {
            since = row.rule().isEmpty() ? Optional.empty() : since.or(() -> Optional.of(row.since()));
        }
        return since;
    }

    /** What has to be entered now that the plan is this one; empty if nothing changed. */
    public List<PlannedSince> changes(List<JobRule> jobs, Instant now) {
        List<PlannedSince> changes = new ArrayList<>();
        TreeSet<String> gone =
                new TreeSet<>(rows.stream().map(PlannedSince::job).toList());
        for (JobRule job : jobs) {
            gone.remove(job.id());
            if (!now(job.id()).equals(Optional.of(job))) {
                changes.add(new PlannedSince(job.id(), now, Optional.of(job)));
            }
        }
        gone.stream()
                .filter(job -> now(job).isPresent())
                .forEach(job -> changes.add(new PlannedSince(job, now, Optional.empty())));
        return changes;
    }

    /** The nights of a job that were due from the first time on and before the second, by the plan of their time. */
    public List<Night> nights(NightPlan plan, String job, Instant from, Instant to) {
        List<PlannedSince> own = of(job);
        List<Night> nights = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Instant begins = later(from, own.get(i).since());
            Instant ends = i + 1 < own.size() ? earlier(to, own.get(i + 1).since()) : to;
            if (begins.isBefore(ends)) {
                own.get(i).rule().ifPresent(rule -> nights.addAll(plan.between(rule, begins, ends)));
            }
        }
        return nights;
    }

    private Optional<JobRule> now(String job) {
        List<PlannedSince> own = of(job);
        return own.isEmpty() ? Optional.empty() : own.get(own.size() - 1).rule();
    }

    private List<PlannedSince> of(String job) {
        return rows.stream().filter(row -> row.job().equals(job)).toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
