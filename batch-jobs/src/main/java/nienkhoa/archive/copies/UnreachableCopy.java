package nienkhoa.archive.copies;

import java.io.IOException;

/** A copy cannot be worked on now. */
public final class UnreachableCopy extends IOException {

    private final Reason reason;
    private final String place;

    /** Why. */
    public enum Reason {
        /** It is not there: a disk that is not plugged in, a server that does not answer. */
        ABSENT,
        /** Something is there that was never marked as this copy. */
        NOT_MARKED,
        /** It is marked as another copy, or as a copy of another archive. */
        WRONG_COPY,
        /** The server answered and refused, as with wrong keys. */
        REFUSED
    }

    /** @param place where it was looked for, as the configuration names it */
    public UnreachableCopy(Reason reason, String place) {
        super(reason + " " + place);
        this.reason = reason;
        this.place = place;
    }

    public Reason reason() {
        return reason;
    }

    public String place() {
        return place;
    }

    /** The code of the sentence about it. */
    public String code() {
        return switch (reason) {
            case ABSENT -> "A410_COPY_ABSENT";
            case NOT_MARKED -> "A411_COPY_NOT_MARKED";
            case WRONG_COPY -> "A412_WRONG_COPY";
            case REFUSED -> "A415_COPY_REFUSED";
        };
    }
}
