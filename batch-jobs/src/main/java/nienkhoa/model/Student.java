package nienkhoa.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A student as the register believes it now. Empty text means that the export left the cell empty.
 *
 * @param moetCode mã định danh Bộ GD&amp;ĐT, ten digits; empty if not known
 * @param identityNumber số định danh cá nhân, twelve digits; empty if not known
 * @param gender {@code Nam} or {@code Nữ}
 * @param birthDate null only if the export gives none
 * @param hometown quê quán, joined from its parts
 * @param address chỗ ở hiện nay
 * @param policy diện chính sách; mostly empty
 */
public record Student(
        StudentId id,
        String moetCode,
        String identityNumber,
        String name,
        String gender,
        @Nullable LocalDate birthDate,
        String ethnicity,
        String nationality,
        String birthPlace,
        String hometown,
        String address,
        String policy,
        Relative father,
        Relative mother,
        Relative guardian) {

    /** This student, with the codes of an earlier record of the same person where this one has none. */
    public Student withMissingCodesOf(Student earlier) {
        return new Student(
                id,
                moetCode.isEmpty() ? earlier.moetCode : moetCode,
                identityNumber.isEmpty() ? earlier.identityNumber : identityNumber,
                name,
                gender,
                birthDate,
                ethnicity,
                nationality,
                birthPlace,
                hometown,
                address,
                policy,
                father,
                mother,
                guardian);
    }

    /** A parent or guardian; all parts empty if there is none. */
    public record Relative(String name, String job, String birthYear) {
        public static final Relative NONE = new Relative("", "", "");
    }
}
