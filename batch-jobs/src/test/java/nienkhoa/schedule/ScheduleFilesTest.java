package nienkhoa.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleFilesTest {

    private static final String GOOD = """
            id: archive, command: [archive, ready], at: "01:00", latest: "05:30", expectedBy: "07:00",
             nights: {term: daily}, missed: run""";

    private static final String GOOD_SPAN =
            "period: term, from: 2026-09-05, to: 2027-05-31, status: CONFIRMED, source: QĐ";

    @TempDir
    private Path config;

    @ParameterizedTest(name = "{2}: {0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            latest: "05:30"  | latest: "00:30"     | S307_JOB_HOURS_OUT_OF_ORDER | late on the next day only, when it is missed already
            at: "01:00"      | at: "25:00"         | S306_JOB_BAD_VALUE          | no such hour
            at: "01:00"      | at: "05:30"         | S307_JOB_HOURS_OUT_OF_ORDER | it would be late at once
            latest: "05:30"  | latest: "07:01"     | S307_JOB_HOURS_OUT_OF_ORDER | late after it is missed
            latest: "05:30"  | latest: "07:00"     |                             | at the same time
            id: archive      | id: Lưu trữ         | S304_JOB_BAD_ID             | an id is for machines
            [archive, ready] | []                  | S305_JOB_LACKS              | nothing to do
            missed: run      | missed: maybe       | S306_JOB_BAD_VALUE          | run or skip
            missed: run      | priority: 1         | S302_SCHEDULE_UNKNOWN_WORD  | a word that is not read would be believed
            term: daily      | winter: daily       | S306_JOB_BAD_VALUE          | no such period
            term: daily      | term: [T2]          | S306_JOB_BAD_VALUE          | no such day
            term: daily      | term: [MON, SUN]    |                             | days
            nights:          | nights: [           | S301_SCHEDULE_UNREADABLE    | no YAML
            """)
    void saysWhatIsWrongWithAPlan(String good, String changed, @Nullable String code, String why) throws Exception {
        String job = GOOD.replace(good, changed);
        Files.writeString(config.resolve(ScheduleFiles.PLAN), "jobs:\n  - {" + job + "}\n");

        if (code == null) {
            assertThat(new ScheduleFiles(config).jobs()).isNotEmpty();
        } else {
            assertThatThrownBy(() -> new ScheduleFiles(config).jobs())
                    .isInstanceOfSatisfying(BadSchedule.class, bad -> assertSays(bad, code));
        }
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            term         | spring      | S311_CALENDAR_BAD_LINE
            2026-09-05   | 2026-09-31  | S311_CALENDAR_BAD_LINE
            2026-09-05   | 2027-06-01  | S311_CALENDAR_BAD_LINE
            CONFIRMED    | SURE        | S311_CALENDAR_BAD_LINE
            source: QĐ   | source: ""  | S311_CALENDAR_BAD_LINE
            2026-2027    | 2025-2026   | S310_CALENDAR_OF_OTHER_YEAR
            """)
    void saysWhatIsWrongWithACalendar(String good, String changed, String code) throws Exception {
        ScheduleFiles files = new ScheduleFiles(config);
        Path file = files.calendarFile(new SchoolYear(2026));
        Files.createDirectories(file.getParent());
        String calendar = "schoolYear: 2026-2027\nfrom: 2026-08-01\nto: 2027-07-31\nspans:\n  - {" + GOOD_SPAN + "}\n";
        Files.writeString(file, calendar.replace(good, changed));

        assertThatThrownBy(() -> files.calendars().day(LocalDate.of(2026, 11, 30)))
                .isInstanceOfSatisfying(BadSchedule.class, bad -> assertSays(bad, code));
    }

    private static void assertSays(BadSchedule bad, String code) {
        Finding finding = bad.finding();
        assertThat(finding.code()).isEqualTo(code);
        assertThat(Messages.vietnamese().of("schedule", finding))
                .contains(finding.place().file())
                .doesNotContainPattern("\\{\\d");
        assertThat(Messages.english().of("schedule", finding))
                .contains(finding.place().file());
    }
}
