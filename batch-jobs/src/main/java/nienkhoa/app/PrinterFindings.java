package nienkhoa.app;

import java.util.List;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;

/** What printers of every kind cannot do, in words. */
final class PrinterFindings {

    /** Each adapter has a bundle of its own. */
    private static final List<String> BUNDLES = List.of(PrintTexts.STAGE, "print-ipp");

    private PrinterFindings() {}

    /** The code itself, with what it is about, if no bundle has a sentence for it. */
    static String sentence(Messages messages, Finding finding) {
        for (String bundle : BUNDLES) {
            try {
                return messages.of(bundle, finding);
            } catch (IllegalArgumentException e) {
                // the next bundle may have it
            }
        }
        return finding.code() + " " + String.join(", ", finding.args());
    }
}
