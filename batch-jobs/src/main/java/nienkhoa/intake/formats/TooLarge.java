package nienkhoa.intake.formats;

import java.io.IOException;

/** A file holds more than is read. Passes through libraries as the I/O error that they expect. */
final class TooLarge extends IOException {

    /** Small when packed and huge when unpacked. */
    static final String PACKED = "I022_TOO_LARGE";

    /** Simply larger than its format is read. */
    static final String PLAIN = "I048_TOO_MUCH_CONTENT";

    private final String code;

    TooLarge(String code, String what) {
        super(what);
        this.code = code;
    }

    String code() {
        return code;
    }
}
