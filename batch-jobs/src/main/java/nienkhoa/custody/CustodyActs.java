package nienkhoa.custody;

import java.util.Set;

/** What happens to a hand-over, as the chain of acts knows it. The record of each act is the id of the hand-over. */
public final class CustodyActs {

    /** The list is fixed. Details: from, to, decision, decided, day, place, items. */
    public static final String OPENED = "CUSTODY_OPENED";

    /** Packages and papers are written. Details: handOver, the SHA-256 of their list. */
    public static final String PACKED = "CUSTODY_PACKED";

    /** The receiver has looked at every package. Details as of {@link #OPENED}, handOver and moves before. */
    public static final String RECEIVED = "CUSTODY_RECEIVED";

    /** The giver has the receipt: what was accepted has a new keeper. Details: day, receipt, items. */
    public static final String CLOSED = "CUSTODY_CLOSED";

    /** The giver takes it back before a receipt came. Details: day, reason. */
    public static final String WITHDRAWN = "CUSTODY_WITHDRAWN";

    public static final Set<String> ALL = Set.of(OPENED, PACKED, RECEIVED, CLOSED, WITHDRAWN);

    private CustodyActs() {}
}
