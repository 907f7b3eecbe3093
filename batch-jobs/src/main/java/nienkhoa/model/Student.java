package nienkhoa.model;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A student as the register believes it now. Empty text means that the export left the cell empty.
 *
 * @param moetCode mã định danh Bộ GD&amp;ĐT, ten digits; empty if not known
 * @param identityNumber số định danh cá nhân, twelve digits; empty if not known
 * @param gender {@code Nam} or {@code Nữ}
 * @param birthDate null if the export gives none, or does not give it to the day
 * @param birthDateText what is known of a birth date that is not known to the day, as it is printed: {@code 05/2014},
 *     {@code 2014}; else empty
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
        Relative guardian,
        String birthDateText) {

    /** Students entered by older versions have no text of their birth date; who has the day needs none. */
    public Student {
        birthDateText = birthDate == null ? Objects.requireNonNullElse(birthDateText, "") : "";
    }

    /** A student whose birth date is known to the day, or not at all. */
    public Student(
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
        this(
                id,
                moetCode,
                identityNumber,
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
                guardian,
                "");
    }

    /** The birth date as far as it is known: {@code 2014-05-12}, {@code 05/2014}, {@code 2014}; null if it is not. */
    public @Nullable String knownBirthDate() {
        if (birthDate != null) {
            return birthDate.toString();
        }
        return birthDateText.isEmpty() ? null : birthDateText;
    }

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
                guardian,
                birthDateText);
    }

    /** A parent or guardian; all parts empty if there is none. */
    public record Relative(String name, String job, String birthYear) {
        public static final Relative NONE = new Relative("", "", "");
    }
}
