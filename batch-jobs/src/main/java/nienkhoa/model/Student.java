package nienkhoa.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A student as the register believes it now. Empty text means that the export left the cell empty.
 *
 * @param moetCode mã định danh Bộ GD&amp;ĐT, ten digits
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

    /** A parent or guardian; all parts empty if there is none. */
    public record Relative(String name, String job, String birthYear) {
        public static final Relative NONE = new Relative("", "", "");
    }
}
