package nienkhoa.retention;

/** Whether a rule has been compared with the text that is in force. */
public enum Status {
    CONFIRMED,
    /** Verified, but in an instrument that has since been replaced: it keeps records and never disposes of one. */
    CONFIRMED_OLD,
    /** Recalled or missing: the record is kept and reported. */
    UNCONFIRMED
}
