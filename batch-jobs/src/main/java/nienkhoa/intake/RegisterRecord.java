package nienkhoa.intake;

import nienkhoa.data.CanonicalJson;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Photo;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.Student;
import nienkhoa.model.YearResult;
import org.jspecify.annotations.Nullable;

/**
 * One record as the register keeps it; kinds and keys as in the migration of the register. The key of a
 * {@code secondary-result} is like that of a {@code year-result}.
 *
 * @param schoolYear first calendar year
 * @param content canonical JSON
 * @param contentSha256 SHA-256 of the content
 * @param rows how many rows of the export it was made from, of those counted with this record
 */
public record RegisterRecord(
        String kind,
        String key,
        @Nullable String schoolCode,
        @Nullable Integer schoolYear,
        @Nullable String className,
        @Nullable String studentId,
        String content,
        String contentSha256,
        int rows) {

    /** The digest is made here, by the thread that joins the student; the one that writes has enough to do. */
    private RegisterRecord(
            String kind,
            String key,
            @Nullable String schoolCode,
            @Nullable Integer schoolYear,
            @Nullable String className,
            @Nullable String studentId,
            String content,
            int rows) {
        this(kind, key, schoolCode, schoolYear, className, studentId, content, CanonicalJson.sha256(content), rows);
    }

    static RegisterRecord of(School school, int rows) {
        return new RegisterRecord(
                "school", school.code(), school.code(), null, null, null, CanonicalJson.write(school), rows);
    }

    static RegisterRecord of(ClassSection section, int rows) {
        return new RegisterRecord(
                "class-section",
                section.key(),
                section.schoolCode(),
                section.year().start(),
                section.name(),
                null,
                CanonicalJson.write(section),
                rows);
    }

    static RegisterRecord of(Student student, int rows) {
        String id = student.id().value();
        return new RegisterRecord("student", id, null, null, null, id, CanonicalJson.write(student), rows);
    }

    static RegisterRecord of(Enrolment enrolment, int rows) {
        String key = enrolmentKey(
                enrolment.schoolCode(),
                enrolment.year(),
                enrolment.className(),
                enrolment.studentId().value());
        return new RegisterRecord(
                "enrolment",
                key,
                enrolment.schoolCode(),
                enrolment.year().start(),
                enrolment.className(),
                enrolment.studentId().value(),
                CanonicalJson.write(enrolment),
                rows);
    }

    private static String enrolmentKey(String school, SchoolYear year, String className, String studentId) {
        return school + "/" + year + "/" + className + "/" + studentId;
    }

    static RegisterRecord of(YearResult result, int rows) {
        return new RegisterRecord(
                "year-result",
                result.schoolCode() + "/" + result.year() + "/" + result.studentId(),
                result.schoolCode(),
                result.year().start(),
                result.className(),
                result.studentId().value(),
                CanonicalJson.write(result),
                rows);
    }

    static RegisterRecord of(SecondaryResult result, int rows) {
        return new RegisterRecord(
                "secondary-result",
                result.schoolCode() + "/" + result.year() + "/" + result.studentId(),
                result.schoolCode(),
                result.year().start(),
                result.className(),
                result.studentId().value(),
                CanonicalJson.write(result),
                rows);
    }

    static RegisterRecord of(RegistryEntry entry, int rows) {
        return new RegisterRecord(
                "registry-entry",
                entry.schoolCode() + "/" + entry.cohort().level() + "/" + entry.studentId(),
                entry.schoolCode(),
                entry.cohort().entered().start(),
                null,
                entry.studentId().value(),
                CanonicalJson.write(entry),
                rows);
    }

    static RegisterRecord of(Photo photo, int rows) {
        String id = photo.studentId().value();
        return new RegisterRecord("photo", id, null, null, null, id, CanonicalJson.write(photo), rows);
    }
}
