package nienkhoa.printrun;

/** What is done with the paper of a bundle, in this order; a form may leave some out. */
public enum PaperStep {
    /** Every sheet was counted or scanned, and nothing is open. */
    CHECKED,
    /** By the homeroom teacher. */
    SIGNED,
    /** Signed and sealed by the head. */
    SEALED,
    /** Photos are glued in. */
    GLUED,
    BOUND,
    /** It stands in its place. */
    SHELVED
}
