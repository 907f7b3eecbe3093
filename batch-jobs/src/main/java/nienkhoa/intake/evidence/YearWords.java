package nienkhoa.intake.evidence;

import java.time.format.DateTimeFormatter;
import java.util.List;
import nienkhoa.language.Messages;

/** Says what data seem to be of, from {@code messages/difference.properties}. */
public final class YearWords {

    private static final String BUNDLE = "difference";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Messages messages;

    public YearWords(Messages messages) {
        this.messages = messages;
    }

    /** One sentence. */
    public String seems(DataYear year) {
        return year.latest()
                .map(day -> text("year.seems.latest", year.seems().toString(), DAY.format(day)))
                .orElseGet(() -> text("year.seems", year.seems().toString()));
    }

    /** One line a reason. */
    public List<String> reasons(DataYear year) {
        return year.evidence().stream()
                .map(each -> text("evidence." + each.kind(), each.says().toString(), Long.toString(each.count())))
                .toList();
    }

    private String text(String key, Object... args) {
        return messages.text(BUNDLE, key, args);
    }
}
