package nienkhoa.archive.keeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nienkhoa.retention.Decision;
import nienkhoa.retention.Medium;
import nienkhoa.retention.RetentionRule;
import nienkhoa.retention.RetentionRules;

/** What rules, holds and people's decisions come to for a dossier on a day. Pure; nothing is changed by asking. */
public final class Keeping {

    private final RetentionRules rules;

    public Keeping(RetentionRules rules) {
        this.rules = rules;
    }

    public RetentionRules rules() {
        return rules;
    }

    /**
     * How long one medium of a dossier is kept.
     *
     * @param keptUntil a day or a word; of what was stored and what the rules say now, the longer
     * @param stored what was said when the dossier was written; empty if nothing was
     * @param awaiting whether the rules say less than before and nobody has decided about it
     */
    public record Answer(
            String dossier,
            Medium medium,
            Decision decision,
            String keptUntil,
            String stored,
            boolean awaiting,
            List<String> cases) {

        public Answer {
            cases = List.copyOf(cases);
        }

        /** What the rules alone say now. */
        public String now() {
            return decision.keptUntil();
        }

        /** Whether people may look at it: its period is over, confirmed, nothing holds it and nobody is waited for. */
        public boolean isDue() {
            return decision instanceof Decision.DueForReview && !awaiting && keptUntil.equals(now());
        }
    }

    public List<Answer> answers(KeptRecord record, LocalDate asOf) {
        return record.stored().keySet().stream()
                .map(medium -> answer(record, medium, asOf))
                .toList();
    }

    public Answer answer(KeptRecord record, Medium medium, LocalDate asOf) {
        Decision decision = rules.decide(record.facts(medium, asOf), asOf);
        String now = decision.keptUntil();
        String stored = Objects.requireNonNullElse(record.stored().get(medium), "");
        boolean shorter = !stored.isEmpty() && KeepingLength.shortens(stored, now);
        Optional<KeptRecord.Choice> choice = Optional.ofNullable(
                        record.choices().get(medium))
                .filter(one -> one.was().equals(stored) && one.now().equals(now));
        boolean keepsOld = shorter && !choice.map(KeptRecord.Choice::accepted).orElse(false);
        return new Answer(
                record.id(),
                medium,
                decision,
                keepsOld ? stored : now,
                stored,
                shorter && choice.isEmpty(),
                record.cases());
    }

    /** What changed when, for reasons of law alone: the day and what was said from then on. */
    public record Change(LocalDate since, String keptUntil, String decision) {}

    /** The history of one answer, from the first rule to {@code asOf}; holds are left out. */
    public List<Change> history(KeptRecord record, Medium medium, LocalDate asOf) {
        List<Change> changes = new ArrayList<>();
        days(record.recordClass(), asOf).forEach(day -> {
            Decision decision = rules.decide(record.facts(medium, day).heldBy(List.of()), day);
            Change change = new Change(day, decision.keptUntil(), decision.code());
            boolean same = !changes.isEmpty()
                    && changes.get(changes.size() - 1).keptUntil().equals(change.keptUntil())
                    && changes.get(changes.size() - 1).decision().equals(change.decision());
            if (!same) {
                changes.add(change);
            }
        });
        return changes;
    }

    private Stream<LocalDate> days(String recordClass, LocalDate asOf) {
        return rules.rulesOf(recordClass).stream()
                .map(RetentionRule::validity)
                .flatMap(validity ->
                        Stream.concat(Stream.of(validity.from()), validity.to().map(day -> day.plusDays(1)).stream()))
                .filter(day -> !day.isAfter(asOf))
                .distinct()
                .sorted(Comparator.naturalOrder());
    }
}
