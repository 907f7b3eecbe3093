package nienkhoa.app;

import java.util.List;
import nienkhoa.custody.CustodyRefused;
import nienkhoa.model.Finding;

/** What the commands of custody say. */
final class CustodyTexts {

    static final String STAGE = "custody";

    private CustodyTexts() {}

    static String text(Console console, String key, Object... args) {
        return console.messages().text(STAGE, key, args);
    }

    static Problem problem(CustodyRefused refused) {
        return problem(refused.findings());
    }

    /** All of them as one problem, a sentence each. */
    static Problem problem(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Problem.refused(STAGE, finding))
                .reduce(Problem::and)
                .orElseThrow();
    }
}
