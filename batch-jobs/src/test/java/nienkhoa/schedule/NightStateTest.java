package nienkhoa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nienkhoa.schedule.NightRun.Cause;
import nienkhoa.schedule.NightState.Missed;
import nienkhoa.schedule.NightState.Owed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NightStateTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final LocalDate MON_2026_11_02 = LocalDate.of(2026, 11, 2);

    private static final Instant SINCE = at(MON_2026_11_02.atStartOfDay());

    /** Every night at 01:00, not later than 05:30, missed from 07:00 on. */
    private static JobRule rule(boolean caughtUp) {
        return new JobRule(
                "archive",
                List.of("archive", "ready"),
                List.of(),
                new JobRule.Hours(LocalTime.of(1, 0), LocalTime.of(5, 30), LocalTime.of(7, 0)),
                Map.of(Period.TERM, EnumSet.allOf(DayOfWeek.class)),
                caughtUp,
                List.of());
    }

    /** On 5 November: what ran for which night, what is owed at which time. */
    @ParameterizedTest(name = "{6}")
    @CsvFileSource(resources = "/schedule/owed.csv", numLinesToSkip = 1)
    void owesByWhatRan(
            LocalTime now,
            boolean caughtUp,
            @Nullable String ran,
            @Nullable String paused,
            @Nullable String cause,
            @Nullable LocalTime notBefore,
            String why) {
        JobRule job = rule(caughtUp);
        List<Pause> pauses = paused == null
                ? List.of()
                : List.of(new Pause(paused.equals("all") ? "" : paused, "p01", "chuyển máy", SINCE, Optional.empty()));

        Optional<Owed> owed = state(job, runs(ran), pauses)
                .owed(job, at(MON_2026_11_02.plusDays(3).atTime(now)));

        assertThat(owed.map(one -> one.cause().name())).as(why).isEqualTo(Optional.ofNullable(cause));
        assertThat(owed.map(one -> one.notBefore().atZone(ZONE).toLocalTime()))
                .as(why)
                .isEqualTo(Optional.ofNullable(notBefore));
    }

    /** {@code 4 DONE; 5 CUT_OFF}: for the night of which day of November, with which outcome; each takes ten minutes. */
    private static List<NightRun> runs(@Nullable String written) {
        List<NightRun> runs = new ArrayList<>();
        for (String run : written == null ? new String[0] : written.split("; ", -1)) {
            LocalDateTime due = LocalDate.of(2026, 11, Integer.parseInt(run.split(" ", -1)[0]))
                    .atTime(1, 0);
            Instant began = at(due.plusMinutes(30L * runs.size()));
            runs.add(new NightRun(
                    runs.size(),
                    "archive",
                    at(due),
                    Cause.PLANNED,
                    began,
                    Optional.of(began.plus(Duration.ofMinutes(10))),
                    RunResult.of(Outcome.valueOf(run.split(" ", -1)[1]))));
        }
        return runs;
    }

    @Test
    void manyMissedNightsAreCaughtUpOnce() {
        JobRule job = rule(true);
        Instant now = at(MON_2026_11_02.plusDays(9).atTime(8, 0));

        Owed owed = state(job, List.of(), List.of()).owed(job, now).orElseThrow();
        NightState after = state(job, List.of(done(owed.night().due())), List.of());

        assertThat(owed.cause()).isEqualTo(Cause.CAUGHT_UP);
        assertThat(after.owed(job, now)).isEmpty();
        assertThat(after.missed(now)).hasSize(9).noneMatch(Missed::standing);
    }

    /** Whatever nights the machine was on, exactly the others are told, and they stand until one after them was done. */
    @Property(tries = 300)
    void everyNightWithoutASuccessIsToldAndNoOther(
            @ForAll @Size(min = 1, max = 50) List<Boolean> on, @ForAll @IntRange(min = 0, max = 23) int hour) {
        JobRule job = rule(true);
        List<Instant> nights = IntStream.range(0, on.size())
                .mapToObj(day -> at(MON_2026_11_02.plusDays(day).atTime(1, 0)))
                .toList();
        List<NightRun> runs = IntStream.range(0, on.size())
                .mapToObj(day -> on.get(day) ? done(nights.get(day)) : run(nights.get(day), Outcome.FAILED))
                .toList();
        Instant now = at(MON_2026_11_02.plusDays(on.size() - 1L).atTime(hour, 0));

        List<Missed> missed = state(job, runs, List.of()).missed(now);

        int told = hour > 7 ? on.size() : on.size() - 1;
        int lastOn = on.lastIndexOf(true);
        assertThat(missed)
                .extracting(one -> one.night().due())
                .containsExactlyElementsOf(IntStream.range(0, told)
                        .filter(day -> !on.get(day))
                        .mapToObj(nights::get)
                        .toList());
        assertThat(missed)
                .allMatch(one ->
                        one.standing() == one.night().due().isAfter(lastOn < 0 ? Instant.MIN : nights.get(lastOn)));
    }

    @Test
    void aNightIsJudgedByThePlanOfItsTime() {
        JobRule daily = rule(true);
        JobRule sundays = new JobRule(
                daily.id(),
                daily.command(),
                daily.needs(),
                daily.hours(),
                Map.of(Period.TERM, EnumSet.of(DayOfWeek.SUNDAY)),
                true,
                List.of());
        PlanHistory history = new PlanHistory(List.of(
                new PlannedSince("archive", SINCE, Optional.of(daily)),
                new PlannedSince("archive", at(MON_2026_11_02.plusDays(2).atStartOfDay()), Optional.of(sundays)),
                new PlannedSince("archive", at(MON_2026_11_02.plusDays(8).atStartOfDay()), Optional.empty())));
        NightState state = new NightState(plan(sundays), List.of(), history, List.of(), List.of());

        List<Missed> missed = state.missed(at(MON_2026_11_02.plusDays(20).atStartOfDay()));

        assertThat(missed)
                .extracting(one -> one.night().date())
                .containsExactly(MON_2026_11_02, MON_2026_11_02.plusDays(1), MON_2026_11_02.plusDays(6));
        assertThat(history.since("archive")).isEmpty();
    }

    @Test
    void aPlanIsEnteredOnceAndAgainWhenItChanges() {
        JobRule job = rule(true);
        PlanHistory entered = new PlanHistory(new PlanHistory(List.of()).changes(List.of(job), SINCE));

        assertThat(entered.since("archive")).contains(SINCE);
        assertThat(entered.changes(List.of(job), SINCE.plusSeconds(1))).isEmpty();
        assertThat(entered.changes(List.of(rule(false)), SINCE.plusSeconds(1))).hasSize(1);
        assertThat(entered.changes(List.of(), SINCE.plusSeconds(1)))
                .singleElement()
                .satisfies(gone -> assertThat(gone.rule()).isEmpty());
    }

    @Test
    void aNightInAPauseIsNotMissed() {
        JobRule job = rule(true);
        Pause pause = new Pause(
                "",
                "p01",
                "chuyển máy",
                at(MON_2026_11_02.plusDays(1).atStartOfDay()),
                Optional.of(at(MON_2026_11_02.plusDays(3).atStartOfDay())));

        List<Missed> missed = state(job, List.of(), List.of(pause))
                .missed(at(MON_2026_11_02.plusDays(4).atTime(0, 30)));

        assertThat(missed)
                .extracting(one -> one.night().date())
                .containsExactly(MON_2026_11_02, MON_2026_11_02.plusDays(3));
    }

    @Test
    void theZoneOfTheMachineDoesNotMatter() {
        JobRule job = rule(true);
        Instant now = at(MON_2026_11_02.plusDays(5).atTime(12, 0));
        List<Missed> here = state(job, List.of(), List.of()).missed(now);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));

            assertThat(state(job, List.of(), List.of()).missed(now)).isEqualTo(here);
            assertThat(plan(job).next(job, now))
                    .map(Night::due)
                    .contains(at(MON_2026_11_02.plusDays(6).atTime(1, 0)));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aJobWithoutNightsHasNoNext() {
        JobRule never =
                new JobRule("never", List.of("fixity"), List.of(), rule(true).hours(), Map.of(), true, List.of());

        assertThat(plan(never).next(never, SINCE)).isEmpty();
        assertThat(plan(never).last(never, SINCE)).isEmpty();
    }

    private static NightState state(JobRule job, List<NightRun> runs, List<Pause> pauses) {
        PlanHistory history = new PlanHistory(List.of(new PlannedSince(job.id(), SINCE, Optional.of(job))));
        return new NightState(plan(job), List.of(job), history, runs, pauses);
    }

    private static NightPlan plan(JobRule job) {
        return new NightPlan(List.of(job), new SchoolCalendars(year -> Optional.empty()), ZONE);
    }

    private static NightRun done(Instant due) {
        return run(due, Outcome.DONE);
    }

    private static NightRun run(Instant due, Outcome outcome) {
        return new NightRun(
                0, "archive", due, Cause.PLANNED, due, Optional.of(due.plusSeconds(60)), RunResult.of(outcome));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
