package nienkhoa.forms;

/** Writes what begins and ends marked content. Artifacts in a row are one. */
final class Marks {

    private final PdfBytes out;
    private boolean isArtifact;

    Marks(PdfBytes out) {
        this.out = out;
    }

    void begin(Mark mark) {
        if (mark.isArtifact()) {
            artifact();
        } else {
            endArtifact();
            out.add('/').add(mark.tag()).add("<</MCID ").integer(mark.id()).add(">>BDC\n");
        }
    }

    /** Ends what {@link #begin} began; an artifact may go on. */
    void end(Mark mark) {
        if (!mark.isArtifact()) {
            out.add("EMC\n");
        }
    }

    void artifact() {
        if (!isArtifact) {
            out.add("/Artifact BMC\n");
            isArtifact = true;
        }
    }

    /** Needed at the end of the page. */
    void endArtifact() {
        if (isArtifact) {
            out.add("EMC\n");
            isArtifact = false;
        }
    }
}
