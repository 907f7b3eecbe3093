package nienkhoa.imposition;

import java.util.List;

/** A file that cannot be laid on sheets; nothing was made. */
public final class UnfitPrint extends RuntimeException {

    /** No PDF, or one that is damaged or locked. Args: the file. */
    public static final String UNREADABLE_PDF = "P101_UNREADABLE_PDF";
    /** A page of a size that the way is not for. Args: the file, page from 1, width and height in mm. */
    public static final String NOT_A4 = "P102_NOT_A4";

    private final String code;
    private final List<String> args;

    UnfitPrint(String code, String... args) {
        super(code + " " + List.of(args));
        this.code = code;
        this.args = List.of(args);
    }

    /** One of the constants; the sentence belongs to the caller. */
    public String code() {
        return code;
    }

    public List<String> args() {
        return args;
    }
}
