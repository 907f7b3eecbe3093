package nienkhoa.disposal;

import java.util.Set;

/** The acts of a disposal case, as the chain of acts writes them. */
public final class DisposalActs {

    public static final String OPENED = "DISPOSAL_OPENED";
    public static final String COUNCIL_SET = "DISPOSAL_COUNCIL_SET";
    public static final String EXAMINED = "DISPOSAL_EXAMINED";
    public static final String DECIDED = "DISPOSAL_DECIDED";
    public static final String HANDED_OVER = "DISPOSAL_HANDED_OVER";

    /** The destruction of one dossier begins: from here on nothing may bring it back. */
    public static final String BEGUN = "DISPOSAL_BEGUN";

    /** One place is proved not to hold the dossier any more. */
    public static final String CLEARED = "DISPOSAL_PLACE_CLEARED";

    /** Every place is proved not to hold the dossier any more. */
    public static final String DESTROYED = "DISPOSAL_DESTROYED";

    public static final Set<String> ALL =
            Set.of(OPENED, COUNCIL_SET, EXAMINED, DECIDED, HANDED_OVER, BEGUN, CLEARED, DESTROYED);

    /** The member of the details that names the case in acts whose record is a dossier. */
    static final String CASE = "case";

    private DisposalActs() {}
}
