package nienkhoa.disposal;

import java.util.List;
import nienkhoa.model.Finding;

/** A step of a disposal case that may not be taken, with the sentence that says what to do. Nothing was changed. */
public final class DisposalRefused extends RuntimeException {

    private final transient Finding finding;

    DisposalRefused(String code, String... args) {
        super(code);
        this.finding = new Finding(code, Finding.Severity.REJECT, Finding.Place.ofSubject(""), "", List.of(args));
    }

    public Finding finding() {
        return finding;
    }
}
