package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.intake.RowCheck.Problem;
import nienkhoa.model.Finding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowCheckTest {

    @ParameterizedTest(name = "{0} = {1}: {3}")
    @CsvSource(textBlock = """
            # field,         value,        finding,                     why
            birthDate,       2014-12-31,   '',                          'nine years in grade 5: a year ahead'
            birthDate,       2015-01-01,   I174_UNUSUAL_AGE,            'eight years in grade 5'
            birthDate,       2010-01-01,   '',                          'thirteen: three years behind'
            birthDate,       2009-12-31,   I174_UNUSUAL_AGE,            'fourteen'
            birthDate,       2023-12-31,   I174_UNUSUAL_AGE,            'born in the year in which the school year began'
            birthDate,       2024-01-01,   I173_BORN_AFTER_SCHOOL_YEAR, 'born later'
            birthDateText,   2014,         '',                          'a year is enough'
            birthDateText,   05/2015,      I174_UNUSUAL_AGE,            'month and year too'
            identityNumber,  001213000001, '',                          'the first province'
            identityNumber,  096213000001, '',                          'the last province'
            identityNumber,  003213000001, I175_IDENTITY_PROVINCE,      'no province has 003'
            identityNumber,  097213000001, I175_IDENTITY_PROVINCE,      'no province has 097'
            identityNumber,  031313000001, I176_IDENTITY_GENDER,        '3 is for women of this century'
            identityNumber,  031214000001, I177_IDENTITY_BIRTH_YEAR,    '2014'
            identityNumber,  031013000001, I177_IDENTITY_BIRTH_YEAR,    '1913'
            grade,           5,            '',                          'grade 5'
            grade,           4,            I178_GRADE_NOT_OF_CLASS,     'class 5A'
            className,       5B,           I179_CLASS_NOT_OF_SHEET,     'the title says 5A'
            """)
    void checksRowsOfClassLists(String field, String value, String finding, String why) {
        Map<String, String> values = boy();
        values.put(field, value);
        if (field.startsWith("birthDate")) {
            values.remove("identityNumber");
        }
        if (field.equals("birthDateText")) {
            values.remove("birthDate");
        }

        assertThat(codes(values, "5A")).containsExactlyElementsOf(finding.isEmpty() ? List.of() : List.of(finding));
    }

    @Test
    void rejectsOnlyWhatCannotBe() {
        Map<String, String> values = boy();
        values.put("birthDate", "2024-01-01");

        assertThat(new RowCheck(CheckRules.bundled(), FactKind.CLASS_LIST, Optional.of("5A")).problems(values))
                .extracting(Problem::code, Problem::severity)
                .contains(
                        org.assertj.core.api.Assertions.tuple("I173_BORN_AFTER_SCHOOL_YEAR", Severity.REJECT),
                        org.assertj.core.api.Assertions.tuple("I177_IDENTITY_BIRTH_YEAR", Severity.WARN));
    }

    @Test
    void titleThatNamesOnlyTheGradeFitsAllItsClasses() {
        assertThat(codes(boy(), "5")).isEmpty();
    }

    @Test
    void knowsWomenOfBothCenturies() {
        CheckRules.Identity identity = CheckRules.bundled().identity();

        assertThat(identity.gender("031199000001")).isEqualTo("Nữ");
        assertThat(identity.birthYear("031199000001")).isEqualTo(1999);
        assertThat(identity.gender("031300000001")).isEqualTo("Nữ");
        assertThat(identity.birthYear("031300000001")).isEqualTo(2000);
        assertThat(identity.provinces()).hasSize(63).allMatch(code -> code.matches("0\\d\\d"));
    }

    @ParameterizedTest(name = "{0}: up {1}, not up {2}")
    @CsvSource({
        "Lên lớp, true, false",
        "Hoàn thành chương trình tiểu học, true, false",
        "HOÀN THÀNH CHƯƠNG TRÌNH LỚP 4, true, false",
        "Ở lại lớp, false, true",
        "Chưa hoàn thành chương trình lớp 4, false, true",
        "Chuyển đi, false, false",
        "'', false, false",
    })
    void readsOutcomes(String outcome, boolean up, boolean notUp) {
        assertThat(CheckRules.bundled().outcome().isPromoted(outcome)).isEqualTo(up);
        assertThat(CheckRules.bundled().outcome().isNotPromoted(outcome)).isEqualTo(notUp);
    }

    @ParameterizedTest(name = "{0}×{1}: shape {2}, large enough {3}")
    @CsvSource({
        "354, 472, true, true",
        "353, 472, true, false",
        "354, 471, true, false",
        "368, 472, true, true",
        "369, 472, false, true",
        "340, 472, true, false",
        "339, 472, false, false",
        "708, 944, true, true",
        "472, 354, false, false",
    })
    void measuresPhotos(int width, int height, boolean shape, boolean large) {
        assertThat(CheckRules.bundled().photo().isOfShape(width, height)).isEqualTo(shape);
        assertThat(CheckRules.bundled().photo().isLargeEnough(width, height)).isEqualTo(large);
    }

    private static Map<String, String> boy() {
        return new HashMap<>(Map.of(
                "schoolYear", "2023",
                "className", "5A",
                "grade", "5",
                "gender", "Nam",
                "birthDate", "2013-05-12",
                "identityNumber", "031213000001"));
    }

    private static List<String> codes(Map<String, String> values, String classOfSheet) {
        return new RowCheck(CheckRules.bundled(), FactKind.CLASS_LIST, Optional.of(classOfSheet))
                .problems(values).stream().map(Problem::code).toList();
    }
}
