package nienkhoa.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a circular: how long records of one class are kept.
 *
 * @param id unique over all circulars, for example {@code 27-2016.so-dau-bai}
 * @param instrument the number of the circular, for example {@code 27/2016/TT-BGDĐT}
 * @param item the line or article as printed, for example {@code mục 58}; empty if it was not seen
 * @param name what the circular calls the record, Vietnamese
 * @param media what the line speaks of
 */
public record RetentionRule(
        String id,
        String instrument,
        String item,
        String recordClass,
        String name,
        Set<Medium> media,
        Period period,
        Disposition disposition,
        Validity validity,
        Evidence evidence) {

    /** @throws IllegalArgumentException if what is known does not support what is ruled */
    public RetentionRule {
        media = Set.copyOf(media);
        if (media.isEmpty()) {
            throw new IllegalArgumentException("media must name at least one medium");
        }
        boolean unknown = period instanceof Period.Unknown;
        if (evidence.status() == Status.UNCONFIRMED && !unknown) {
            throw new IllegalArgumentException("an UNCONFIRMED rule states no periodKind; write it as candidate");
        }
        if (evidence.status() != Status.UNCONFIRMED && unknown) {
            throw new IllegalArgumentException("a " + evidence.status() + " rule needs a periodKind");
        }
        if (unknown && disposition != Disposition.RETAIN) {
            throw new IllegalArgumentException("an UNCONFIRMED rule can only RETAIN");
        }
    }

    /**
     * Whether the rule speaks about the record on that day: it has come into force, and it was still in force in the
     * calendar year in which the record's work ended. So a rule that was replaced later stays beside its successor.
     */
    boolean appliesTo(RecordFacts facts, LocalDate asOf) {
        return recordClass.equals(facts.recordClass())
                && media.contains(facts.medium())
                && !validity.from().isAfter(asOf)
                && validity.to().map(end -> reaches(end, facts, asOf)).orElse(true);
    }

    private boolean reaches(LocalDate end, RecordFacts facts, LocalDate asOf) {
        return !asOf.isAfter(end)
                || period.trigger()
                        .map(trigger -> facts.when(trigger)
                                .filter(day -> day.getYear() <= end.getYear())
                                .isPresent())
                        .orElse(true);
    }

    /** Whether the end of this rule's period may put a record on a review list: seen in the text that is in force. */
    boolean mayDispose() {
        return disposition == Disposition.REVIEW && evidence.status() == Status.CONFIRMED && evidence.mark() == Mark.V;
    }

    /** When the rule was in force: {@code to} is the last day; empty if it still is. */
    public record Validity(LocalDate from, Optional<LocalDate> to) {

        /** @throws IllegalArgumentException if it ends before it begins */
        public Validity {
            if (to.filter(from::isAfter).isPresent()) {
                throw new IllegalArgumentException("validTo lies before validFrom");
            }
        }
    }

    /**
     * How the rule is known.
     *
     * @param source where it was seen, or why it was not
     * @param candidate what is recalled about an unconfirmed rule, Vietnamese; empty if nothing is
     */
    public record Evidence(String source, Mark mark, Status status, String candidate) {

        /** @throws IllegalArgumentException if the mark does not carry the status */
        public Evidence {
            boolean seen = mark == Mark.V || mark == Mark.V2;
            if (status != Status.UNCONFIRMED && !seen) {
                throw new IllegalArgumentException(
                        "mark " + mark.written() + " is too weak for " + status + "; only V and V2 carry it");
            }
            if (status == Status.UNCONFIRMED && mark == Mark.V) {
                throw new IllegalArgumentException("mark V contradicts UNCONFIRMED");
            }
            if (status != Status.UNCONFIRMED && !candidate.isEmpty()) {
                throw new IllegalArgumentException("only an UNCONFIRMED rule has a candidate");
            }
        }
    }
}
