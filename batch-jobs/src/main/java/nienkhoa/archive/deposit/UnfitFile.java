package nienkhoa.archive.deposit;

import java.util.List;

/** A file that must not go into the archive; the code says why. */
final class UnfitFile extends Exception {

    private final String code;
    private final List<String> args;

    UnfitFile(String code, String... args) {
        super(code);
        this.code = code;
        this.args = List.of(args);
    }

    String code() {
        return code;
    }

    /** What the sentence is filled with after the file's path. */
    List<String> args() {
        return args;
    }
}
