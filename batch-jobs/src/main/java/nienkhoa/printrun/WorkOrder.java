package nienkhoa.printrun;

/**
 * Which comes first for a form in a school year, paper or digital signature.
 *
 * @param instrument what orders it; empty if nothing is known
 * @param status {@code confirmed}, {@code local}, or empty
 */
public record WorkOrder(Order order, String instrument, String item, String status, String source) {

    /** No line speaks of the form and the year. */
    public static final WorkOrder UNKNOWN = new WorkOrder(Order.UNKNOWN, "", "", "", "");

    /** What comes first. */
    public enum Order {
        /** Digital signing is locked until the bundle is signed and sealed on paper. */
        PAPER_FIRST,
        /** The paper is printed from what was signed. */
        DIGITAL_FIRST,
        /** Nothing has to be printed. */
        DIGITAL_ONLY,
        /** Nobody has said; digital signing is locked until somebody does. */
        UNKNOWN
    }

    /** @param sealed whether the paper is signed and sealed */
    public boolean locksSigning(boolean sealed) {
        return order == Order.UNKNOWN || (order == Order.PAPER_FIRST && !sealed);
    }
}
