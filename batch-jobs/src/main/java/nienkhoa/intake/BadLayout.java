package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** A file that describes a layout is wrong; nothing was begun. */
public final class BadLayout extends RuntimeException {

    private final Finding finding;

    /**
     * @param file as people find it
     * @param line from 1; 0 if it is not about one line
     * @param code of the sentence, which has file and line as its first argument
     */
    BadLayout(String file, int line, String code, String... args) {
        super(file + ":" + line + " " + code + " " + List.of(args));
        String place = line > 0 ? file + ":" + line : file;
        this.finding = new Finding(code, Severity.REJECT, Place.ofFile(file), "", arguments(place, args));
    }

    private static List<String> arguments(String place, String... args) {
        List<String> all = new ArrayList<>(List.of(place));
        all.addAll(List.of(args));
        return List.copyOf(all);
    }

    /** What is wrong; its first argument names file and line. */
    public Finding finding() {
        return finding;
    }
}
