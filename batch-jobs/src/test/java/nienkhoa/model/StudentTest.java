package nienkhoa.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nienkhoa.model.Student.Relative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StudentTest {

    private static final LocalDate DAY = LocalDate.of(2012, 5, 12);

    @Test
    void knowsABirthDateAsFarAsTheRecordSays() {
        assertThat(student(DAY, "").knownBirthDate()).isEqualTo("2012-05-12");
        assertThat(student(null, "05/2012").knownBirthDate()).isEqualTo("05/2012");
        assertThat(student(null, "").knownBirthDate()).isNull();
    }

    @Test
    void needsNoTextBesideTheDay() {
        assertThat(student(DAY, "2012").birthDateText()).isEmpty();
    }

    @Test
    void keepsWhatIsKnownOfABirthDateWhenCodesAreAdded() {
        Student merged = student(null, "2012").withMissingCodesOf(student(DAY, ""));

        assertThat(merged.birthDate()).isNull();
        assertThat(merged.birthDateText()).isEqualTo("2012");
    }

    private static Student student(@Nullable LocalDate birthDate, String birthDateText) {
        return new Student(
                StudentId.ofMoetCode("3100000001"),
                "3100000001",
                "",
                "Nguyễn Văn An",
                "Nam",
                birthDate,
                "",
                "",
                "",
                "",
                "",
                "",
                Relative.NONE,
                Relative.NONE,
                Relative.NONE,
                birthDateText);
    }
}
