package nienkhoa.retention;

/** What a record is made of; the law treats the three differently. */
public enum Medium {
    PAPER,
    /** A file that is signed, or made to be signed, and reads like the paper. */
    SIGNED_FILE,
    /** The figures and words behind it. */
    DATA
}
