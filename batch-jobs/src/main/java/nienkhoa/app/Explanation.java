package nienkhoa.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.KeepingLength;
import nienkhoa.archive.keeping.KeptRecord;
import nienkhoa.retention.Citation;
import nienkhoa.retention.Medium;
import nienkhoa.retention.RetentionRule;
import nienkhoa.retention.Sentences;

/** Says in words why a dossier is kept until a day. */
final class Explanation {

    private final Keeping keeping;
    private final Console console;
    private final Sentences sentences;

    Explanation(Keeping keeping, Console console) {
        this.keeping = keeping;
        this.console = console;
        boolean english = KeepingTexts.text(console, "LANGUAGE").equals("en");
        this.sentences = english ? Sentences.english(keeping.rules()) : Sentences.vietnamese(keeping.rules());
    }

    /** What {@code --json} prints. */
    record Result(String dossier, String recordClass, String asOf, List<String> cases, List<Part> media) {}

    /**
     * One medium of the dossier.
     *
     * @param stored what was said when the dossier was written
     * @param now what the rules alone say
     * @param keptUntil what counts
     */
    record Part(
            String medium,
            String keptUntil,
            String stored,
            String now,
            boolean awaiting,
            String sentence,
            List<Basis> rules,
            List<Keeping.Change> changes) {}

    /** A rule that takes part. */
    record Basis(
            String rule,
            String instrument,
            String item,
            String status,
            String mark,
            String period,
            String trigger,
            String keptUntil,
            String source) {}

    Result of(KeptRecord record, LocalDate asOf) {
        List<Part> parts = keeping.answers(record, asOf).stream()
                .map(answer -> part(record, answer, asOf))
                .toList();
        return new Result(record.id(), record.recordClass(), asOf.toString(), record.cases(), parts);
    }

    private Part part(KeptRecord record, Keeping.Answer answer, LocalDate asOf) {
        return new Part(
                answer.medium().name(),
                answer.keptUntil(),
                answer.stored(),
                answer.now(),
                answer.awaiting(),
                sentences.of(answer.decision()),
                answer.decision().citations().stream().map(this::basis).toList(),
                keeping.history(record, answer.medium(), asOf));
    }

    private Basis basis(Citation citation) {
        RetentionRule rule = keeping.rules().rule(citation.rule()).orElseThrow();
        String instrument = keeping.rules()
                .instrument(citation.instrument())
                .map(one -> one.citation())
                .orElse(citation.instrument());
        return new Basis(
                citation.rule(),
                instrument,
                citation.item(),
                citation.status().name(),
                citation.mark(),
                citation.period(),
                rule.period().trigger().map(Enum::name).orElse(""),
                citation.keptUntil(),
                rule.evidence().source());
    }

    String text(Result result) {
        List<String> lines = new ArrayList<>();
        String name = keeping.rules()
                .recordClass(result.recordClass())
                .map(one -> one.vi())
                .orElse(result.recordClass());
        lines.add(say("EXPLAIN_HEAD", result.dossier(), name, kept(result.asOf())));
        if (!result.cases().isEmpty()) {
            lines.add(say("EXPLAIN_HELD", String.join(", ", result.cases())));
        }
        result.media().forEach(part -> addPart(lines, part));
        return String.join(System.lineSeparator(), lines);
    }

    private void addPart(List<String> lines, Part part) {
        lines.add("");
        lines.add(say("EXPLAIN_MEDIUM", say("MEDIUM_" + part.medium()), kept(part.keptUntil())));
        lines.add("  " + part.sentence());
        if (!part.stored().equals(part.now())) {
            boolean accepted = part.keptUntil().equals(part.now()) && KeepingLength.shortens(part.stored(), part.now());
            lines.add("  "
                    + say(accepted ? "EXPLAIN_ACCEPTED" : "EXPLAIN_STORED", kept(part.stored()), kept(part.now())));
        }
        if (part.awaiting()) {
            lines.add("  " + say("EXPLAIN_AWAITING"));
        }
        part.rules().forEach(rule -> lines.add("  – " + rule(rule)));
        if (part.changes().size() > 1) {
            lines.add("  " + say("EXPLAIN_CHANGES"));
            part.changes()
                    .forEach(change ->
                            lines.add("    " + kept(change.since().toString()) + ": " + kept(change.keptUntil())));
        }
    }

    private String rule(Basis rule) {
        String item = rule.item().isEmpty() ? say("ITEM_UNSEEN") : rule.item();
        String trigger = rule.trigger().isEmpty() ? "" : say("EXPLAIN_TRIGGER", say("TRIGGER_" + rule.trigger()));
        return say(
                "EXPLAIN_RULE",
                rule.instrument(),
                item,
                Periods.vietnamese(rule.period()),
                trigger,
                kept(rule.keptUntil()),
                say("STATUS_" + rule.status()),
                rule.source().isEmpty() ? rule.mark() : rule.mark() + ", " + rule.source(),
                rule.rule());
    }

    private String kept(String keptUntil) {
        return KeepingTexts.kept(console, keptUntil);
    }

    private String say(String key, String... args) {
        return KeepingTexts.text(console, key, args);
    }

    /** The word for a medium. */
    static String medium(Console console, Medium medium) {
        return KeepingTexts.text(console, "MEDIUM_" + medium);
    }
}
