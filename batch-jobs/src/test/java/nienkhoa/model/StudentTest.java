package nienkhoa.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nienkhoa.testing.Students;
import org.junit.jupiter.api.Test;

class StudentTest {

    private static final LocalDate DAY = LocalDate.of(2012, 5, 12);

    @Test
    void knowsABirthDateAsFarAsTheRecordSays() {
        assertThat(Students.born(DAY, "").knownBirthDate()).isEqualTo("2012-05-12");
        assertThat(Students.born(null, "05/2012").knownBirthDate()).isEqualTo("05/2012");
        assertThat(Students.born(null, "").knownBirthDate()).isNull();
    }

    @Test
    void needsNoTextBesideTheDay() {
        assertThat(Students.born(DAY, "2012").birthDateText()).isEmpty();
    }

    @Test
    void keepsWhatIsKnownOfABirthDateWhenCodesAreAdded() {
        Student merged = Students.born(null, "2012").withMissingCodesOf(Students.born(DAY, ""));

        assertThat(merged.birthDate()).isNull();
        assertThat(merged.birthDateText()).isEqualTo("2012");
    }
}
