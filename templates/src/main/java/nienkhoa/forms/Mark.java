package nienkhoa.forms;

/**
 * What a piece of a page is to a reader that hears it: marked content (ISO 32000-1 section 14.6).
 *
 * @param tag the same for headings of all levels
 * @param id number on the page; negative: an artifact, which is not heard
 * @param goesOn whether another piece is read with it, so that a space has to part them
 */
record Mark(String tag, int id, boolean goesOn) {

    static final Mark ARTIFACT = new Mark("", -1, false);

    boolean isArtifact() {
        return id < 0;
    }
}
