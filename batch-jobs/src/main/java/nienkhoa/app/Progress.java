package nienkhoa.app;

/** Tells the person who waits how far long work is. All methods may be called from any thread. */
public interface Progress {

    /** Says nothing. */
    Progress NONE = new Progress() {
        @Override
        public void begin(Stage stage, long total) {}

        @Override
        public void done(long count) {}

        @Override
        public void rejected(long count) {}

        @Override
        public void end() {}
    };

    /** The stages of a command; {@code STAGE_<name>} of {@code messages/app.properties} names each to people. */
    enum Stage {
        SAMPLE,
        DATABASE,
        INTAKE,
        PLANNING,
        RENDERING,
        PROOF,
        ARCHIVE,
        REPORT,
        VERIFY,
        REBUILD,
        RESTORE
    }

    /**
     * Begins a stage and ends the one before.
     *
     * @param total how many steps it will take; 0 if that is not known
     */
    void begin(Stage stage, long total);

    /** So many more steps are over, rejected ones included. */
    void done(long count);

    /** So many more of the steps that are over ended in a rejection. */
    void rejected(long count);

    /** Ends the last stage. */
    void end();
}
