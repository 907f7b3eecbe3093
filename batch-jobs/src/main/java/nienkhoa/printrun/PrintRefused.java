package nienkhoa.printrun;

import java.util.List;
import nienkhoa.model.Finding;

/** Something that may not be done to a print run, with the sentence that says what to do. Nothing was changed. */
public final class PrintRefused extends RuntimeException {

    private final transient Finding finding;

    public PrintRefused(String code, String... args) {
        super(code);
        this.finding = finding(code, args);
    }

    public Finding finding() {
        return finding;
    }

    static Finding finding(String code, String... args) {
        return new Finding(code, Finding.Severity.REJECT, Finding.Place.ofSubject(""), "", List.of(args));
    }
}
