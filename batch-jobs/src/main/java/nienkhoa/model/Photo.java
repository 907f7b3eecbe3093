package nienkhoa.model;

/**
 * A student's 3×4 photo, kept in the home folder under its digest.
 *
 * @param sha256 of the file as received
 * @param widthPx of the picture
 * @param heightPx of the picture
 */
public record Photo(StudentId studentId, String sha256, int widthPx, int heightPx, long bytes) {}
