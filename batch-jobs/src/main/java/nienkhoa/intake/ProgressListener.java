package nienkhoa.intake;

/** Hears how far intake has come; may be called from several threads, one call at a time. */
public interface ProgressListener {

    /** Hears nothing. */
    ProgressListener NONE = (stage, done, total) -> {};

    /**
     * @param stage what is counted
     * @param total 0 if not known
     */
    void progress(Stage stage, long done, long total);

    /** What intake does, in order. */
    enum Stage {
        /** Reading files; counts bytes. */
        READ,
        /** Joining rows into records; counts students. */
        JOIN,
        /** Writing into the register; counts records. */
        REGISTER
    }
}
