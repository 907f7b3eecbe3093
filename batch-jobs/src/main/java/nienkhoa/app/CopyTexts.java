package nienkhoa.app;

import java.util.List;
import nienkhoa.model.Finding;

/** Sentences about copies. */
final class CopyTexts {

    private static final String STAGE = "copies";

    private CopyTexts() {}

    /** A finding as the JSON has it. */
    record Fault(String code, String copy, String dossier, String file, String message) {}

    static String text(Console console, String key, Object... args) {
        return console.messages().text(STAGE, key, args);
    }

    static List<Fault> faults(Console console, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Fault(
                        finding.code(),
                        finding.place().sheet(),
                        finding.place().subject(),
                        finding.place().file(),
                        console.messages().of(STAGE, finding)))
                .toList();
    }

    static List<String> lines(List<Fault> faults) {
        return faults.stream()
                .map(fault -> "  " + fault.code() + ": " + fault.message())
                .toList();
    }
}
