package nienkhoa.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student's line in a school's student registry (sổ đăng bộ) of one cohort.
 *
 * @param number số đăng bộ; empty if the side file gives none
 * @param entryKind {@code Tuyển mới} or {@code Chuyển đến}
 * @param formerSchool empty if the student came from no other school
 * @param leftOn null while the student is at the school
 * @param history study years at other schools, oldest first
 */
public record RegistryEntry(
        StudentId studentId,
        String schoolCode,
        Cohort cohort,
        String number,
        @Nullable LocalDate entryDate,
        String entryKind,
        String formerSchool,
        @Nullable LocalDate leftOn,
        String leftReason,
        String note,
        List<FormerYear> history) {

    public RegistryEntry {
        history = List.copyOf(history);
    }

    /** A study year at another school, as the transcript's table QUÁ TRÌNH HỌC TẬP names it. */
    public record FormerYear(
            SchoolYear year, String className, String schoolName, String registryNumber, String entered) {}
}
