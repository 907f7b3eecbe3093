package nienkhoa.printrun.ipp;

import java.net.URI;
import java.util.List;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Something answers, but does not do what is asked. */
final class Unwilling extends Exception {

    private final transient Finding finding;

    Unwilling(URI printer, String code, String... args) {
        super(code);
        this.finding = new Finding(code, Severity.REJECT, Place.ofSubject(printer.toString()), "", List.of(args));
    }

    Finding finding() {
        return finding;
    }
}
