package nienkhoa.retention;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Says a decision in one or two sentences, with the lines of the law that it rests on. */
public final class Sentences {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final RetentionRules rules;
    private final boolean english;
    private final ResourceBundle texts;
    private final DateTimeFormatter days;

    private Sentences(RetentionRules rules, Locale locale) {
        this.rules = rules;
        this.english = locale.equals(Locale.ENGLISH);
        this.texts =
                ResourceBundle.getBundle("messages.retention", locale, Sentences.class.getClassLoader(), NO_FALLBACK);
        this.days = DateTimeFormatter.ofPattern(texts.getString("DAY_PATTERN"), Locale.ENGLISH);
    }

    public static Sentences vietnamese(RetentionRules rules) {
        return new Sentences(rules, Locale.ROOT);
    }

    public static Sentences english(RetentionRules rules) {
        return new Sentences(rules, Locale.ENGLISH);
    }

    public String of(Decision decision) {
        return decision.wording(this);
    }

    /** The sentence {@code key}: {0} is what it rests on, {1} the detail. */
    String say(String key, List<Citation> citations, String detail) {
        return text(key, basis(citations), detail);
    }

    private String basis(List<Citation> citations) {
        return citations.stream().map(this::line).distinct().collect(Collectors.joining("; "));
    }

    private String line(Citation citation) {
        String instrument = rules.instrument(citation.instrument())
                .map(Instrument::citation)
                .orElse(citation.instrument());
        String item = citation.item().isEmpty() ? "" : ", " + citation.item();
        return instrument + item + status(citation);
    }

    private String status(Citation citation) {
        return citation.status() == Status.UNCONFIRMED && !citation.candidate().isEmpty()
                ? text("STATUS_UNCONFIRMED_CANDIDATE", citation.candidate())
                : text("STATUS_" + citation.status());
    }

    String names(List<String> codes) {
        return codes.stream()
                .map(code -> rules.recordClass(code)
                        .map(found -> english ? found.en() : found.vi())
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }

    String day(LocalDate day) {
        return days.format(day);
    }

    String text(String key, String... args) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(args);
    }
}
