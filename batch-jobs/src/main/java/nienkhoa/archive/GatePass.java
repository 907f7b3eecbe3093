package nienkhoa.archive;

import java.util.Optional;

/**
 * The proof that a document passed the PDF/A gate. There is no other way to one than {@link #of}, so a document that did
 * not pass cannot be handed to the archive.
 */
public final class GatePass {

    /** The verdict as rendering writes it. */
    public static final String PASS = "PASS";

    private static final GatePass PASSED = new GatePass();

    private GatePass() {}

    /** Empty if the verdict is anything but a pass. */
    public static Optional<GatePass> of(String verdict) {
        return verdict.equals(PASS) ? Optional.of(PASSED) : Optional.empty();
    }

    @Override
    public String toString() {
        return PASS;
    }
}
