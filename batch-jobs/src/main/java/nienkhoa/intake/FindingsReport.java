package nienkhoa.intake;

import java.nio.file.Path;
import nienkhoa.intake.difference.DifferenceReport;

/** Writes the findings, and what a load changes, for people. */
public interface FindingsReport {

    /**
     * Writes the report whole or not at all; the same result gives the same bytes.
     *
     * @param file ends in {@code .xlsx}
     * @param rows what can be corrected in the report and taken in again
     */
    void write(Path file, IntakeResult result, RejectedRows rows);

    /**
     * Begins a workbook of what a load changes, which takes line after line in little memory.
     *
     * @param file ends in {@code .xlsx}; its folder may be missing
     */
    DifferenceReport difference(Path file);
}
