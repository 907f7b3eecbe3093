package nienkhoa.retention;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a period comes to for one record; the longer term is the greater one.
 *
 * @param day the last day kept, or the day of the hand-over; empty where the reach knows none
 * @param awaited the event that has not happened; empty unless awaiting
 */
record Term(Reach reach, Optional<LocalDate> day, Optional<Trigger> awaited) implements Comparable<Term> {

    private static final Comparator<Term> SHORTEST_FIRST =
            Comparator.comparing(Term::reach).thenComparing(term -> term.day().orElse(LocalDate.MIN));

    /** From the shortest to the longest; what is not known keeps longer than what is. */
    enum Reach {
        RETURNED("return-to-student"),
        UNTIL("until"),
        AWAITING("not-started"),
        UNCONFIRMED("unconfirmed"),
        UNRULED("unruled"),
        FOREVER("permanent");

        private final String written;

        Reach(String written) {
            this.written = written;
        }
    }

    static Term returned(LocalDate since) {
        return new Term(Reach.RETURNED, Optional.of(since), Optional.empty());
    }

    static Term until(LocalDate lastDay) {
        return new Term(Reach.UNTIL, Optional.of(lastDay), Optional.empty());
    }

    static Term awaiting(Trigger trigger) {
        return new Term(Reach.AWAITING, Optional.empty(), Optional.of(trigger));
    }

    static Term unconfirmed() {
        return new Term(Reach.UNCONFIRMED, Optional.empty(), Optional.empty());
    }

    static Term unruled() {
        return new Term(Reach.UNRULED, Optional.empty(), Optional.empty());
    }

    static Term forever() {
        return new Term(Reach.FOREVER, Optional.empty(), Optional.empty());
    }

    boolean isOverOn(LocalDate asOf) {
        return reach == Reach.UNTIL && day.filter(asOf::isAfter).isPresent();
    }

    /** The last day kept as {@code 2029-12-31}, or a word: {@code permanent}, {@code unconfirmed} … */
    String keptUntil() {
        return reach == Reach.UNTIL ? day.map(LocalDate::toString).orElseThrow() : reach.written;
    }

    @Override
    public int compareTo(Term other) {
        return SHORTEST_FIRST.compare(this, other);
    }
}
