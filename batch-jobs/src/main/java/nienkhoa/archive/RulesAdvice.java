package nienkhoa.archive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nienkhoa.retention.Citation;
import nienkhoa.retention.Decision;
import nienkhoa.retention.Maintenance;
import nienkhoa.retention.Medium;
import nienkhoa.retention.RecordFacts;
import nienkhoa.retention.RetentionRules;
import nienkhoa.retention.RetentionStatement;

/** Asks the rules of retention, once for each medium in which the records of a dossier exist. */
public final class RulesAdvice implements RetentionAdvice {

    private final RetentionRules rules;
    private final Clock clock;

    /** @param clock tells on which day the rules are asked */
    public RulesAdvice(RetentionRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public List<Retention> of(DossierKey key, String recordClass) {
        LocalDate today = LocalDate.now(clock);
        return media(key).stream()
                .map(medium -> answer(facts(key, recordClass, medium, today), today))
                .toList();
    }

    /**
     * A rendered document is printed, kept as a file and known as data; an export, settings and what is left
     * of a destroyed dossier are data only; what is handed in is a
     * file, signed or not, and its paper, if there is one, lies elsewhere.
     */
    private static List<Medium> media(DossierKey key) {
        return switch (key.kind()) {
            case EXPORT, SETTINGS, TOMBSTONE -> List.of(Medium.DATA);
            case DEPOSIT -> List.of(Medium.SIGNED_FILE, Medium.DATA);
            case CLASS_SECTION_FORM, COHORT_FORM, DISPOSAL, CUSTODY ->
                List.of(Medium.PAPER, Medium.SIGNED_FILE, Medium.DATA);
        };
    }

    private static RecordFacts facts(DossierKey key, String recordClass, Medium medium, LocalDate today) {
        return WorkEnd.tell(RecordFacts.of(recordClass, medium), key.kind(), key.endsIn(), today);
    }

    private Retention answer(RecordFacts facts, LocalDate today) {
        Decision decision = rules.decide(facts, today);
        RetentionStatement statement = decision.statement(today);
        Maintenance maintenance = rules.maintenance(decision);
        return new Retention(
                facts.medium().name(),
                statement.decision(),
                statement.keptUntil(),
                maintenance.code(),
                maintenance.text(),
                statement.rules().stream().map(RulesAdvice::basis).toList());
    }

    private static Retention.Basis basis(Citation citation) {
        return new Retention.Basis(
                citation.rule(),
                citation.item(),
                citation.instrument(),
                citation.recordClass(),
                citation.status().name(),
                citation.mark(),
                citation.period(),
                citation.keptUntil(),
                citation.candidate());
    }
}
