package nienkhoa.intake;

import java.nio.file.Path;

/** Writes the findings for people. */
public interface FindingsReport {

    /**
     * Writes the report whole or not at all; the same result gives the same bytes.
     *
     * @param file ends in {@code .xlsx}
     */
    void write(Path file, IntakeResult result);
}
