package nienkhoa.testing;

import java.time.LocalDate;
import nienkhoa.model.Student;
import nienkhoa.model.Student.Relative;
import nienkhoa.model.StudentId;
import org.jspecify.annotations.Nullable;

/** Invented students of whom little is known. */
public final class Students {

    public static final StudentId AN = StudentId.ofMoetCode("3100000001");

    private Students() {}

    public static Student born(@Nullable LocalDate birthDate, String birthDateText) {
        return new Student(
                AN,
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
