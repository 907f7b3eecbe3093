package nienkhoa.printrun;

import java.time.LocalDate;

/**
 * A line of the ledger of paper.
 *
 * @param step as {@link PaperStep} names it, or {@link #REOPENED}
 * @param by id of the person
 * @param place where the bundle was put; empty for other steps
 */
public record PaperRecord(String step, String by, LocalDate on, String place) {

    /** Sheets were printed again: every step before is taken back. */
    public static final String REOPENED = "REOPENED";
}
