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
        String basis = basis(decision.citations());
        if (decision instanceof Decision.KeepUntil keep) {
            return text("KEEP_UNTIL", basis, day(keep.until()));
        }
        if (decision instanceof Decision.AwaitsTrigger waiting) {
            return text("AWAITS_TRIGGER", basis, text("TRIGGER_" + waiting.trigger()));
        }
        if (decision instanceof Decision.DueForReview due) {
            return text("DUE_FOR_REVIEW", basis, day(due.since()));
        }
        if (decision instanceof Decision.ReturnToStudent returned) {
            return text("RETURN_TO_STUDENT", basis, day(returned.since()));
        }
        if (decision instanceof Decision.UnconfirmedKeep keep) {
            return keep.atLeast()
                    .map(least -> text("UNCONFIRMED_KEEP_AT_LEAST", basis, day(least)))
                    .orElseGet(() -> text("UNCONFIRMED_KEEP", basis));
        }
        if (decision instanceof Decision.UnruledKeep keep) {
            return text("UNRULED_KEEP", names(keep.recordClasses()));
        }
        if (decision instanceof Decision.Held held) {
            return text("HELD", String.join(", ", held.holds()), of(held.otherwise()));
        }
        if (decision instanceof Decision.Permanent) {
            return text("PERMANENT", basis);
        }
        throw new IllegalStateException("no sentence for " + decision.code());
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

    private String names(List<String> codes) {
        return codes.stream()
                .map(code -> rules.recordClass(code)
                        .map(found -> english ? found.en() : found.vi())
                        .orElse(code))
                .collect(Collectors.joining(", "));
    }

    private String day(LocalDate day) {
        return days.format(day);
    }

    private String text(String key, String... args) {
        return new MessageFormat(texts.getString(key), Locale.ROOT).format(args);
    }
}
