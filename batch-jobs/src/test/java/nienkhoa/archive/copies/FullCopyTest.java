package nienkhoa.archive.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullCopyTest {

    private static final ZoneId HO_CHI_MINH = ZoneId.of("Asia/Ho_Chi_Minh");

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            2024-05-10T03:00:00Z | 2024-06-09 | false | the day before a month has passed
            2024-05-10T03:00:00Z | 2024-06-10 | true  | on the day
            2024-05-10T18:00:00Z | 2024-06-10 | false | it was already the 11th in Vietnam
            2024-01-31T03:00:00Z | 2024-02-28 | false | a short month ends on its last day
            2024-01-31T03:00:00Z | 2024-02-29 | true  | which is this one in a leap year
            2024-05-10T03:00:00Z | 2025-05-10 | true  | a disk that was away for a year
            """)
    void isDueWhenAMonthOfTheCalendarHasPassed(Instant last, LocalDate today, boolean due, String why) {
        assertThat(FullCopy.isDue(Optional.of(last), today, HO_CHI_MINH))
                .as(why)
                .isEqualTo(due);
    }

    @Test
    void isDueIfItNeverWas() {
        assertThat(FullCopy.isDue(Optional.empty(), LocalDate.of(2024, 6, 10), HO_CHI_MINH))
                .isTrue();
    }
}
