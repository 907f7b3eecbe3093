package nienkhoa.printrun;

import java.util.List;

/**
 * What a printer says of a job. It is its word only: printers lie.
 *
 * @param sheets said to have come out; -1 if it does not say
 * @param reasons why it does not go on, as keywords of IPP (RFC 8011, section 5.4.12): {@code media-empty},
 *     {@code media-jam}, {@code door-open}; empty if nothing is told
 */
public record JobReport(State state, int sheets, List<String> reasons) {

    public JobReport {
        reasons = List.copyOf(reasons);
    }

    /** Where a job stands by the word of the printer. */
    public enum State {
        /** It has not begun. */
        WAITING,
        PRINTING,
        /** It waits for a person. */
        STOPPED,
        DONE,
        /** Ended before its last sheet. */
        ABORTED,
        /** The printer answers and knows no such job: it was switched off, or forgets. */
        FORGOTTEN
    }
}
