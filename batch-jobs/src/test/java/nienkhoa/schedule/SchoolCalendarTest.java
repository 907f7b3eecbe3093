package nienkhoa.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import nienkhoa.model.SchoolYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SchoolCalendarTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    private Path config;

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvFileSource(resources = "/schedule/nights.csv", numLinesToSkip = 1)
    void thePlanThatComesWithTheProgramRunsByTheCalendar(String job, LocalDate day, String runs, String why) {
        ScheduleFiles files = new ScheduleFiles(config);
        NightPlan plan = new NightPlan(files.jobs(), files.calendars(), ZONE);
        JobRule rule = plan.job(job).orElseThrow();

        boolean found = plan
                .between(
                        rule,
                        day.atStartOfDay(ZONE).toInstant(),
                        day.plusDays(1).atStartOfDay(ZONE).toInstant())
                .stream()
                .anyMatch(night -> night.date().equals(day)
                        && night.due()
                                .atZone(ZONE)
                                .toLocalTime()
                                .equals(rule.hours().at()));

        assertThat(found).as(why).isEqualTo(runs.equals("yes"));
    }

    @Test
    void aHomeReplacesTheCalendarOfAYearAndAJobOfThePlan() throws Exception {
        ScheduleFiles files = new ScheduleFiles(config);
        Path own = files.calendarFile(new SchoolYear(2026));
        Files.createDirectories(own.getParent());
        Files.writeString(own, """
                schoolYear: 2026-2027
                from: 2026-08-01
                to: 2027-07-31
                spans:
                  - {period: term, from: 2026-09-07, to: 2027-05-28, status: CONFIRMED, source: QĐ của tỉnh}
                """);
        Files.writeString(config.resolve(ScheduleFiles.PLAN), """
                jobs:
                  - {id: fixity, command: [fixity], at: "22:00", latest: "03:00", expectedBy: "06:00",
                     nights: {term: [SUN]}, missed: run}
                """);

        SchoolCalendar.Day day = files.calendars().day(LocalDate.of(2026, 9, 6)).orElseThrow();

        assertThat(day.period()).isEqualTo(Period.HOLIDAYS);
        assertThat(day.confirmed()).isTrue();
        assertThat(files.calendars().day(LocalDate.of(2026, 9, 7)).orElseThrow().period())
                .isEqualTo(Period.TERM);
        assertThat(files.jobs()).extracting(JobRule::id).contains("archive", "copies", "fixity");
        assertThat(files.jobs())
                .filteredOn(job -> job.id().equals("fixity"))
                .singleElement()
                .satisfies(job -> assertThat(job.hours().at()).isEqualTo(LocalTime.of(22, 0)));
    }

    @Test
    void aNightThatCrossesMidnightIsLateOnTheNextDay() {
        JobRule.Hours hours = new JobRule.Hours(LocalTime.of(22, 0), LocalTime.of(3, 0), LocalTime.of(6, 0));

        Night night = hours.on(LocalDate.of(2026, 12, 31), ZONE);

        assertThat(night.due().atZone(ZONE).toLocalDate()).isEqualTo("2026-12-31");
        assertThat(night.latest().atZone(ZONE).toLocalDateTime()).isEqualTo("2027-01-01T03:00:00");
        assertThat(night.expected().atZone(ZONE).toLocalDateTime()).isEqualTo("2027-01-01T06:00:00");
    }

    /** In a zone with summer time: 02:30 does not exist on 29 March 2026 and comes twice on 25 October 2026. */
    @Test
    void aTimeThatTheClocksSkipOrRepeatStillComesOnce() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        JobRule.Hours hours = new JobRule.Hours(LocalTime.of(2, 30), LocalTime.of(5, 0), LocalTime.of(7, 0));

        assertThat(hours.on(LocalDate.of(2026, 3, 29), berlin).due()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(hours.on(LocalDate.of(2026, 10, 25), berlin).due()).isEqualTo("2026-10-25T00:30:00Z");
    }
}
