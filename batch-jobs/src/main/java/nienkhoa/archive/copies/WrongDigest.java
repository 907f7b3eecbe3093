package nienkhoa.archive.copies;

import java.io.IOException;

/** What was read is not what it has to be. */
public final class WrongDigest extends IOException {

    private final String file;

    public WrongDigest(String file) {
        super("not what it has to be: " + file);
        this.file = file;
    }

    /** Path inside the object. */
    public String file() {
        return file;
    }
}
