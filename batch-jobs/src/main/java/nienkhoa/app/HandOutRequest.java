package nienkhoa.app;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** To whom copies go, for what and until when, as the sheet that goes with them prints it; what is not said is left open there. */
final class HandOutRequest {

    @Option(names = "--for", paramLabel = "NGƯỜI_NHẬN", descriptionKey = "hand-out-for")
    private String recipient = "";

    @Option(names = "--purpose", paramLabel = "MỤC_ĐÍCH", descriptionKey = "hand-out-purpose")
    private String purpose = "";

    @Option(names = "--valid-until", paramLabel = "2027-03-31", descriptionKey = "hand-out-until")
    private Optional<LocalDate> until = Optional.empty();

    /** Who gets them; personal, so for the sheet alone. */
    String recipient() {
        return recipient.strip();
    }

    String purpose() {
        return purpose.strip();
    }

    Optional<LocalDate> until() {
        return until;
    }
}
