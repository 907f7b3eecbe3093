package nienkhoa.custody;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** What is wrong with a file of organisations, gathered with its lines. */
final class Faults {

    private final String file;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    /** Remembers in which line an organisation begins; the first time counts. */
    void place(String code, int line) {
        places.putIfAbsent(code, line);
    }

    /** @param args what the sentence is filled with after file {0} and line {1} */
    void at(int line, String code, String... args) {
        List<String> all = new ArrayList<>(List.of(file, Integer.toString(line)));
        all.addAll(List.of(args));
        findings.add(new Finding(code, Severity.REJECT, new Place(file, "", Integer.toString(line), ""), "", all));
    }

    /** A fault of an organisation, whose code is {2} of the sentence. */
    void of(String organisation, String code, String... args) {
        List<String> all = new ArrayList<>(List.of(organisation));
        all.addAll(List.of(args));
        at(places.getOrDefault(organisation, 1), code, all.toArray(String[]::new));
    }

    boolean none() {
        return findings.isEmpty();
    }

    void throwIfAny() {
        if (!findings.isEmpty()) {
            throw new BadOrganisations(findings);
        }
    }
}
