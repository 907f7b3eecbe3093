package nienkhoa.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nienkhoa.forms.Refusal;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import org.junit.jupiter.api.Test;

/** What a refusal says to a clerk. */
class RefusalReasonTest {

    private static final Unit CLASS_5A = new Unit(Unit.Kind.CLASS_SECTION, "31313401", new SchoolYear(2023), "5A");
    private static final Map<String, Object> TWO_STUDENTS = Map.of(
            "students", List.of(Map.of("id", "moet-3100000001"), Map.of("id", "moet-3100000002")),
            "years", List.of(Map.of("grade", 5)));

    @Test
    void namesStudentFormPlaceAndRemedyWhereTheDayOfBirthIsUnknown() {
        Finding reason = RefusalReason.of(
                planned("transcript-primary", "moet-3100000001"), Map.of(), empty("student.birthDate"));

        assertThat(reason.code()).isEqualTo("R111_BIRTH_DAY_UNKNOWN");
        assertThat(Messages.vietnamese().of("rendering", reason))
                .contains("moet-3100000001", "transcript-primary", "student.birthDate", "sửa cột “Ngày sinh”");
    }

    @Test
    void keepsTheFormsOwnCodeForOtherPlaces() {
        assertThat(RefusalReason.of(planned("transcript-primary", "moet-3100000001"), Map.of(), empty("student.name"))
                        .code())
                .isEqualTo("R103_EMPTY_MANDATORY");
    }

    @Test
    void namesTheStudentOfTheRowInADocumentOfMany() {
        Finding reason = RefusalReason.of(planned("class-summary", ""), TWO_STUDENTS, empty("students[1].birthDate"));

        assertThat(reason.place().subject()).isEqualTo("moet-3100000002");
        assertThat(reason.args().get(0)).isEqualTo("moet-3100000002");
    }

    @Test
    void namesTheUnitWhereTheRowIsNoStudent() {
        assertThat(RefusalReason.of(planned("class-summary", ""), TWO_STUDENTS, empty("years[0].grade"))
                        .place()
                        .subject())
                .isEqualTo("5A");
        assertThat(RefusalReason.of(planned("class-summary", ""), TWO_STUDENTS, empty("students[2].name"))
                        .place()
                        .subject())
                .isEqualTo("5A");
    }

    private static Refusal empty(String place) {
        return new Refusal(Refusal.EMPTY_MANDATORY, place, List.of());
    }

    private static PlannedDocument planned(String form, String student) {
        return new PlannedDocument(CLASS_5A, form, "tt27-2020", "", "5A", 5, "", student, 1, List.of());
    }
}
