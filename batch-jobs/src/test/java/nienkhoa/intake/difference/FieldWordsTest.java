package nienkhoa.intake.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import nienkhoa.language.Messages;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Cohort;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Photo;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldWordsTest {

    static Stream<RecordComponent> everyFieldOfTheRegister() {
        return Stream.of(
                        Student.class,
                        Student.Relative.class,
                        StudentId.class,
                        Enrolment.class,
                        SchoolYear.class,
                        YearResult.class,
                        YearResult.Assessment.class,
                        YearResult.SubjectResult.class,
                        SecondaryResult.class,
                        SecondaryResult.Subject.class,
                        SecondaryResult.Marks.class,
                        SecondaryResult.Standing.class,
                        SecondaryResult.Absences.class,
                        SecondaryResult.AfterSummer.class,
                        RegistryEntry.class,
                        RegistryEntry.FormerYear.class,
                        Cohort.class,
                        Photo.class,
                        ClassSection.class,
                        School.class,
                        School.Name.class,
                        School.Superior.class,
                        School.Principal.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    @ParameterizedTest
    @MethodSource("everyFieldOfTheRegister")
    void hasWordsForEveryField(RecordComponent field) {
        for (Messages messages : new Messages[] {Messages.vietnamese(), Messages.english()}) {
            assertThat(messages.text("difference", "field." + field.getName())).isNotNull();
        }
    }

    @Test
    void saysPathInWords() {
        FieldWords words = new FieldWords(Messages.vietnamese());

        assertThat(words.field("year-result.assessments.END_2.subjects.TOAN.score"))
                .isEqualTo("Cuối năm học – Toán – điểm");
        assertThat(words.field("student.father.job")).isEqualTo("cha – nghề nghiệp");
        assertThat(words.field("enrolment")).isEqualTo("Lớp học");
        assertThat(words.field("year-result.assessments.END_2.subjects.MON_MOI.score"))
                .isEqualTo("Cuối năm học – MON_MOI – điểm");
        assertThat(words.value("enrolment.status", "LEFT")).isEqualTo("Thôi học");
        assertThat(words.value("student.name", "LEFT")).isEqualTo("LEFT");
    }
}
