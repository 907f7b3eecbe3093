package nienkhoa.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The name by which logs, files and reports speak of a student without saying who it is.
 *
 * @param value {@code HS-} and 12 letters or digits
 */
public record StudentId(String value) implements Comparable<StudentId> {

    private static final Pattern SHAPE = Pattern.compile("HS-[0-9A-HJKMNP-TV-Z]{12}");
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** @throws IllegalArgumentException if {@code value} is not of the shape */
    public StudentId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a student id: " + value);
        }
    }

    /**
     * The id of the student with this code of the ministry; the same code gives the same id on every machine.
     *
     * @param moetCode mã định danh Bộ GD&amp;ĐT, as printed, ten digits
     */
    public static StudentId ofMoetCode(String moetCode) {
        return of("nienkhoa/student/" + moetCode);
    }

    /**
     * The id of a student who was first seen without a code of the ministry.
     *
     * @param identityNumber số định danh cá nhân, twelve digits
     */
    public static StudentId ofIdentityNumber(String identityNumber) {
        return of("nienkhoa/student/identity/" + identityNumber);
    }

    /**
     * The id of a student who was first seen with nothing but a school's own code.
     *
     * @param code {@code school/code}
     */
    public static StudentId ofLocalCode(String code) {
        return of("nienkhoa/student/local/" + code);
    }

    private static StudentId of(String seed) {
        byte[] digest = sha256(seed);
        StringBuilder id = new StringBuilder("HS-");
        for (int i = 0; i < 12; i++) {
            id.append(CROCKFORD.charAt(digest[i] & 31));
        }
        return new StudentId(id.toString());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int compareTo(StudentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
