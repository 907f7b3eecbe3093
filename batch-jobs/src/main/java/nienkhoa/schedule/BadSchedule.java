package nienkhoa.schedule;

import java.util.List;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** A file of the schedule is wrong; nothing was begun. */
public final class BadSchedule extends RuntimeException {

    private final Finding finding;

    BadSchedule(String code, String... args) {
        super(code + " " + List.of(args));
        this.finding = new Finding(code, Severity.REJECT, Place.ofFile(args[0]), "", List.of(args));
    }

    /** What is wrong; its first argument is the file. Its sentence is in {@code messages/schedule.properties}. */
    public Finding finding() {
        return finding;
    }
}
