package nienkhoa.printrun;

import java.util.Optional;
import nienkhoa.model.Person;

/**
 * What has to be printed again.
 *
 * @param first, last sheets of the bundle; both 0 = see {@code pupil}
 * @param pupil number in the class list; 0 = no pupil. Neither sheets nor pupil: the whole bundle
 * @param note in the words of the person who asks; names nobody; empty only if the reason speaks for itself
 * @param second who agrees; needed above the limit
 */
public record Reprint(int bundle, int first, int last, int pupil, Reason reason, String note, Optional<Person> second) {

    /** Why. */
    public enum Reason {
        BLURRED,
        CREASED,
        STAINED,
        WRONG_PAPER,
        /** On one side only, or the back standing on its head. */
        WRONG_SIDES,
        /** Printed twice or more, and nobody can tell the copies apart. */
        DOUBLED,
        LOST,
        /** The data were corrected: what is printed is a new version of the document. */
        DATA_CORRECTED,
        /** Told in the note. */
        OTHER
    }

    boolean wholeBundle() {
        return first == 0 && pupil == 0;
    }
}
