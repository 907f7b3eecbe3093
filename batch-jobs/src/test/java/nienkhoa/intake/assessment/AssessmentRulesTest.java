package nienkhoa.intake.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the regimes as decision tables, both sides of every limit. */
class AssessmentRulesTest {

    private static final List<String> SCORED = List.of(
            "NGU_VAN",
            "TOAN",
            "NGOAI_NGU_1",
            "GIAO_DUC_CONG_DAN",
            "LICH_SU_DIA_LI",
            "KHOA_HOC_TU_NHIEN",
            "CONG_NGHE",
            "TIN_HOC");

    private static RegimeRules rules(String regime, int schoolYear) {
        return AssessmentRules.bundled((year, grade) -> Optional.of(regime))
                .of(schoolYear, 6)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P27", "P22", "S22", "S58"})
    void namesEverySubjectOnceAGradeWithItsSource(String regime) {
        RegimeRules rules = rules(regime, 2023);

        for (int grade = 1; grade <= 12; grade++) {
            assertThat(rules.subjects(grade)).extracting(Subject::code).doesNotHaveDuplicates();
        }
        assertThat(rules.subjects()).isNotEmpty().allSatisfy(subject -> {
            assertThat(subject.source()).isNotBlank();
            assertThat(subject.grades()).hasSize(2);
        });
    }

    @Test
    void knowsNothingOfRegimeThatNobodyNames() {
        assertThat(AssessmentRules.bundled(Regimes.UNTOLD).of(2023, 6)).isEmpty();
        assertThat(AssessmentRules.bundled((year, grade) -> Optional.of("P99")).of(2023, 1))
                .isEmpty();
    }

    @Test
    void recomputesNothingBeforeTheRulesWereSo() {
        assertThat(rules("S58", 2019).learning()).isEmpty();
        assertThat(rules("S58", 2019).subjects(6)).isNotEmpty();
        assertThat(rules("S58", 2020).learning()).isPresent();
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            # regular marks, mid, end, average, why
            8 8,             8,   8,   8.0,     all the same
            7 8 8 9,         8,   7.9, 8.0,     7.966 is rounded up
            8 8,             8,   7.8, 7.9,     7.914 is rounded down
            7.6 8 8,         8,   8,   8.0,     7.95 is half and goes up
            7.5 8 8,         8,   8,   7.9,     7.9375 is below half
            10 10,           0,   0,   2.9,     20/7: mid counts twice and end three times
            0 0,             0,   10,  4.3,     30/7
            """)
    void weighsMarksOfTerm(String regular, BigDecimal mid, BigDecimal end, BigDecimal average, String why) {
        List<BigDecimal> marks =
                Stream.of(regular.split(" ")).map(BigDecimal::new).toList();

        assertThat(rules("S22", 2023).termAverage().orElseThrow().of(marks, mid, end))
                .isEqualByComparingTo(average);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            # first, second, year, why
            6.4,     6.5,    6.5,  6.466 is rounded up
            6.3,     6.5,    6.4,  6.433 is rounded down
            5.0,     8.0,    7.0,  the second semester counts twice
            8.0,     5.0,    6.0,  and not the first
            """)
    void weighsSemestersOfYear(BigDecimal first, BigDecimal second, BigDecimal year, String why) {
        assertThat(rules("S22", 2023).yearAverage().orElseThrow().of(first, second))
                .isEqualByComparingTo(year);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            # periods, marks, why
            35,        2,     at most 35
            36,        3,     more than 35
            70,        3,     at most 70
            71,        4,     more than 70
            140,       4,     much more
            """)
    void countsRegularMarksByPeriods(int periods, int marks, String why) {
        assertThat(rules("S22", 2023).regularMarks().orElseThrow().of(periods)).isEqualTo(marks);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            # scores,                         failed, level,    why
            8.0 8.0 8.0 8.0 8.0 8.0 6.5 6.5,  0,      TOT,      six at 8.0 and none below 6.5
            8.0 8.0 8.0 8.0 8.0 7.9 6.5 6.5,  0,      KHA,      only five at 8.0
            8.0 8.0 8.0 8.0 8.0 8.0 6.5 6.4,  0,      KHA,      one below 6.5
            8.0 8.0 8.0 8.0 8.0 8.0 6.5 6.5,  1,      KHA,      one Chưa đạt lowers it to DAT and it is raised by one
            6.5 6.5 6.5 6.5 6.5 6.5 5.0 5.0,  0,      KHA,      six at 6.5 and none below 5.0
            6.5 6.5 6.5 6.5 6.5 6.4 5.0 5.0,  0,      DAT,      only five at 6.5
            6.5 6.5 6.5 6.5 6.5 6.5 5.0 4.9,  0,      DAT,      one below 5.0
            5.0 5.0 5.0 5.0 5.0 5.0 3.5 3.5,  0,      DAT,      six at 5.0 and none below 3.5
            5.0 5.0 5.0 5.0 5.0 5.0 3.5 3.5,  1,      DAT,      one Chưa đạt is allowed
            5.0 5.0 5.0 5.0 5.0 5.0 3.5 3.5,  2,      CHUA_DAT, two are not
            5.0 5.0 5.0 5.0 5.0 4.9 3.5 3.5,  0,      CHUA_DAT, only five at 5.0
            5.0 5.0 5.0 5.0 5.0 5.0 3.5 3.4,  0,      CHUA_DAT, one below 3.5 and nothing to raise it from
            9.0 9.0 9.0 9.0 9.0 9.0 9.0 4.9,  0,      KHA,      one subject alone lowers TOT to DAT
            9.0 9.0 9.0 9.0 9.0 9.0 9.0 3.4,  0,      DAT,      one subject alone lowers TOT to CHUA_DAT
            7.0 7.0 7.0 7.0 7.0 7.0 7.0 3.4,  0,      DAT,      one subject alone lowers KHA to CHUA_DAT
            9.0 9.0 9.0 9.0 9.0 9.0 4.9 4.9,  0,      DAT,      two subjects lower it and nothing is raised
            """)
    void tellsLearningOfCircular22(String scores, int failed, String level, String why) {
        assertThat(rules("S22", 2023).learning().orElseThrow().of(term(scores, failed)))
                .isEqualTo(level);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(textBlock = """
            # scores,                             level,      why
            8.0 8.0 8.0 8.0 8.0 8.0 8.0 8.0,      GIOI,       average and a main subject at 8.0
            7.9 8.0 7.9 8.0 8.0 8.0 8.0 8.0,      GIOI,       mathematics alone is enough
            7.9 7.9 7.9 9.0 9.0 9.0 9.0 9.0,      KHA,        no main subject at 8.0
            8.0 7.9 7.9 7.9 7.9 7.9 7.9 7.9,      KHA,        average 7.9
            9.0 9.0 9.0 9.0 9.0 9.0 9.0 6.4,      KHA,        one below 6.5
            9.0 9.0 9.0 9.0 9.0 9.0 9.0 4.9,      KHA,        one subject alone lowers GIOI to TRUNG_BINH
            6.5 6.5 6.5 6.5 6.5 6.5 6.5 6.5,      KHA,        both at 6.5
            6.4 6.4 6.4 6.4 6.4 6.4 6.4 6.4,      TRUNG_BINH, average 6.4
            5.0 5.0 5.0 5.0 5.0 5.0 5.0 5.0,      TRUNG_BINH, both at 5.0
            4.9 4.9 4.9 4.9 4.9 4.9 4.9 4.9,      YEU,        average 4.9
            3.5 3.5 3.5 3.5 3.5 3.5 3.5 3.5,      YEU,        average 3.5
            3.4 3.4 3.4 3.4 3.4 3.4 3.4 3.4,      KEM,        average 3.4
            """)
    void tellsLearningOfCircular58(String scores, String level, String why) {
        assertThat(rules("S58", 2020).learning().orElseThrow().of(term(scores, 0)))
                .isEqualTo(level);
    }

    private static TermScores term(String scores, int failed) {
        Map<String, BigDecimal> bySubject = new HashMap<>();
        List<BigDecimal> values =
                Arrays.stream(scores.split(" ")).map(BigDecimal::new).toList();
        for (int i = 0; i < values.size(); i++) {
            bySubject.put(SCORED.get(i), values.get(i));
        }
        List<String> comments = new ArrayList<>(List.of("GIAO_DUC_THE_CHAT", "NGHE_THUAT"));
        return new TermScores(bySubject, new TreeSet<>(comments.subList(0, failed)));
    }

    @ParameterizedTest(name = "{0} then {1}")
    @CsvSource(textBlock = """
            TOT,      TOT,      TOT
            KHA,      TOT,      TOT
            DAT,      TOT,      KHA
            CHUA_DAT, TOT,      KHA
            DAT,      KHA,      KHA
            CHUA_DAT, KHA,      DAT
            TOT,      DAT,      KHA
            KHA,      DAT,      DAT
            TOT,      CHUA_DAT, CHUA_DAT
            TOT,      YEU,
            """)
    void tellsConductOfYear(String first, String second, @Nullable String year) {
        assertThat(rules("S22", 2023).conduct().orElseThrow().of(first, second)).isEqualTo(Optional.ofNullable(year));
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            # learning, conduct,  absences, promoted, why
            DAT,        DAT,      45,       true,     the last absence that is allowed
            DAT,        DAT,      46,       false,    one more
            CHUA_DAT,   TOT,      0,        false,    learning
            TOT,        CHUA_DAT, 0,        false,    conduct
            """)
    void tellsWhoGoesUp(String learning, String conduct, int absences, boolean promoted, String why) {
        assertThat(rules("S22", 2023).promotion().orElseThrow().isMet(learning, conduct, absences))
                .isEqualTo(promoted);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            # scores,                         learning, conduct, title,              why
            9.0 9.0 9.0 9.0 9.0 9.0 8.0 8.0,  TOT,      TOT,     HOC_SINH_XUAT_SAC,  six at 9.0
            9.0 9.0 9.0 9.0 9.0 8.9 8.0 8.0,  TOT,      TOT,     HOC_SINH_GIOI,      five at 9.0
            9.0 9.0 9.0 9.0 9.0 9.0 8.0 8.0,  TOT,      KHA,     '',                 conduct
            9.0 9.0 9.0 9.0 9.0 9.0 8.0 5.0,  KHA,      TOT,     '',                 learning
            """)
    void tellsTitle(String scores, String learning, String conduct, String title, String why) {
        assertThat(rules("S22", 2023).titles().orElseThrow().of(learning, conduct, term(scores, 0)))
                .isEqualTo(title);
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            # subjects, traits, tests, level, why
            T T,        T T,    9 10,  HTXS,  all the best
            T T,        T T,    9 8,   HTT,   a test below 9
            T T,        T T,    7 9,   HTT,   the lowest test of the second level
            T T,        T T,    6 9,   HT,    one below it
            T H,        T T,    9 9,   HT,    a subject at H
            T T,        T Đ,    9 9,   HT,    a quality at Đ
            T H,        T Đ,    5 9,   HT,    the lowest test of the third level
            T H,        T Đ,    4 9,   CHT,   one below it
            T C,        T T,    9 9,   CHT,   a subject at C
            T T,        T C,    9 9,   CHT,   a quality at C
            """)
    void tellsOverallLevelOfPrimary(String subjects, String traits, String tests, String level, String why) {
        List<Integer> marks =
                Arrays.stream(tests.split(" ")).map(Integer::valueOf).toList();

        assertThat(rules("P27", 2023)
                        .overall()
                        .orElseThrow()
                        .of(Set.of(distinct(subjects)), Set.of(distinct(traits)), marks))
                .contains(level);
    }

    private static String[] distinct(String words) {
        return Arrays.stream(words.split(" ")).distinct().toArray(String[]::new);
    }
}
