package nienkhoa.archive.copies;

import java.util.List;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** The file that names the copies is wrong; nothing was begun. */
public final class BadCopies extends RuntimeException {

    private final Finding finding;

    BadCopies(String code, String... args) {
        super(code + " " + List.of(args));
        this.finding = new Finding(code, Severity.REJECT, Place.ofFile(args[0]), "", List.of(args));
    }

    /** What is wrong; its first argument is the file. */
    public Finding finding() {
        return finding;
    }
}
