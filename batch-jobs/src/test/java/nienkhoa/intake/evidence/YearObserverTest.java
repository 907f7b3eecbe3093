package nienkhoa.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import nienkhoa.model.SchoolYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YearObserverTest {

    private static final SchoolYear ASKED = new SchoolYear(2023);
    private static final Map<SchoolYear, Long> TITLED = Map.of(ASKED, 100L);
    private static final LocalDate SAT_2024_06_01 = LocalDate.of(2024, 6, 1);

    @ParameterizedTest(name = "ages {0}, grade steps {1}, latest date {2}: {3} ({4})")
    @CsvSource(textBlock = """
                    # ages say, step, latest,      seems,     why
                    2023,       1,    2024-05-28,  2023-2024, everything fits
                    2022,       ,     ,            2022-2023, ages alone
                    2022,       ,     2024-05-28,  2022-2023, a side file is kept on from year to year
                    2022,       1,    2024-05-28,  2023-2024, the students went up as they should
                    2022,       0,    2024-05-28,  2022-2023, two strong ones
                    ,           0,    ,            2022-2023, a whole class does not repeat a year
                    ,           ,     2023-05-28,  2023-2024, dates alone are too weak
                    ,           ,     2024-06-02,  2023-2024, dates of tomorrow are mistakes
                    ,           ,     ,            2023-2024, nothing but titles
                    """)
    void weighsWhatTheDataSay(Integer ages, Integer step, LocalDate latest, String seems, String why) {
        YearObserver observer = new YearObserver();
        if (ages != null) {
            children(observer, 8, ages - 10);
        }
        if (latest != null) {
            observer.date(latest);
        }

        DataYear year = observer.judge(ASKED, TITLED, step == null ? Map.of() : Map.of(step, 30L), SAT_2024_06_01);

        assertThat(year.seems()).as(why).hasToString(seems);
        assertThat(year.contradicts()).isEqualTo(!seems.equals("2023-2024"));
    }

    @Test
    void olderRepeatersDoNotMoveTheMedian() {
        YearObserver observer = new YearObserver();
        children(observer, 5, 2013);
        children(observer, 4, 2011);

        assertThat(observer.judge(ASKED, TITLED, Map.of(), SAT_2024_06_01).seems())
                .isEqualTo(ASKED);
    }

    @Test
    void fewChildrenSayNothing() {
        YearObserver observer = new YearObserver();
        children(observer, 4, 2012);

        assertThat(observer.judge(ASKED, TITLED, Map.of(), SAT_2024_06_01).seems())
                .isEqualTo(ASKED);
    }

    @Test
    void savedFilesAreOnlyAHint() {
        YearObserver observer = new YearObserver();
        for (int file = 0; file < 50; file++) {
            observer.savedOn(LocalDate.of(2021, 10, 1));
        }

        DataYear year = observer.judge(ASKED, TITLED, Map.of(), SAT_2024_06_01);

        assertThat(year.contradicts()).isFalse();
        assertThat(year.evidence()).contains(new Evidence(Evidence.Kind.FILES, new SchoolYear(2021), 50));
    }

    @Test
    void withoutRowsOfTheYearAskedForItSeemsTheNewestThatIsTitled() {
        Map<SchoolYear, Long> titled = Map.of(new SchoolYear(2020), 5L, new SchoolYear(2021), 5L);

        DataYear year = new YearObserver().judge(ASKED, titled, Map.of(), SAT_2024_06_01);

        assertThat(year.seems()).isEqualTo(new SchoolYear(2021));
        assertThat(year.contradicts()).as("that is another stop").isFalse();
    }

    private static void children(YearObserver observer, int number, int birthYear) {
        for (int child = 0; child < number; child++) {
            observer.listed(ASKED.start(), "5A", 5, birthYear);
        }
    }
}
