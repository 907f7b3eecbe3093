package nienkhoa.intake;

import java.nio.file.Path;

/** Writes the findings for people. */
public interface FindingsReport {

    /**
     * Writes the report whole or not at all; the same result gives the same bytes.
     *
     * @param file ends in {@code .xlsx}
     * @param rows what can be corrected in the report and taken in again
     */
    void write(Path file, IntakeResult result, RejectedRows rows);
}
