package nienkhoa.retention;

import java.util.Arrays;

/** How well a statement about the law is known. */
public enum Mark {
    /** The words or the figure were seen in a public text. */
    V("V"),
    /** Seen, but only in a second-hand copy: compare with the official text before anything irreversible. */
    V2("V2"),
    /** Recalled, not seen; high, medium or low confidence. */
    R_H("R-H"),
    R_M("R-M"),
    R_L("R-L"),
    /** Looked for and not found. */
    NF("NF");

    private final String written;

    Mark(String written) {
        this.written = written;
    }

    /** As data files write it: {@code R-H}. */
    public String written() {
        return written;
    }

    /** @throws IllegalArgumentException if no mark is written so */
    static Mark of(String written) {
        return Arrays.stream(values())
                .filter(mark -> mark.written.equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mark must be one of V, V2, R-H, R-M, R-L, NF, not "
                        + (written.isEmpty() ? "empty" : written)));
    }
}
