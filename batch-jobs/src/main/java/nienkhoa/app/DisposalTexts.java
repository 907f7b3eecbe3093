package nienkhoa.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nienkhoa.disposal.DisposalCase;
import nienkhoa.disposal.DisposalItem;
import nienkhoa.disposal.DisposalRefused;
import nienkhoa.language.Messages;

/** What the commands of disposal say. */
final class DisposalTexts {

    static final String STAGE = "disposal";

    private DisposalTexts() {}

    /** What people call a place; a copy by its own id. */
    static String place(Messages messages, String place) {
        return switch (place) {
            case "archive", "working-files" -> messages.text(STAGE, "PLACE_" + place);
            default -> messages.text(STAGE, "PLACE_COPY", place.substring(place.indexOf(':') + 1));
        };
    }

    static Problem problem(DisposalRefused refused) {
        return Problem.refused(STAGE, refused.finding());
    }

    static String text(Console console, String key, Object... args) {
        return console.messages().text(STAGE, key, args);
    }

    /** A case: how far it is, what goes, what stays, what is still waited for. */
    static String of(Console console, DisposalCase disposal) {
        List<String> lines = new ArrayList<>();
        lines.add(line(console, disposal));
        disposal.items().forEach(item -> lines.add("  " + item(console, item)));
        return String.join(System.lineSeparator(), lines);
    }

    static String line(Console console, DisposalCase disposal) {
        return disposal.id() + " · " + text(console, "STAGE_" + disposal.stage()) + " · "
                + text(
                        console,
                        "CASE_COUNTS",
                        Integer.toString(disposal.items().size()),
                        Integer.toString(disposal.going().size()),
                        Integer.toString(disposal.unproved().size()));
    }

    static String item(Console console, DisposalItem item) {
        String reason = item.reason().isEmpty() ? "" : " · " + item.reason();
        String cleared = item.cleared().isEmpty()
                ? ""
                : " · "
                        + item.cleared().stream()
                                .map(place -> place(console.messages(), place))
                                .collect(Collectors.joining(", "));
        return item.dossierId() + " · " + item.basis() + " · " + item.since() + " · "
                + text(console, "FATE_" + item.fate()) + reason + cleared;
    }
}
