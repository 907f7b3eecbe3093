package nienkhoa.retention;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long a rule keeps a record. */
public sealed interface Period {

    /** What the period comes to for one record on one day. */
    Term term(RecordFacts facts, LocalDate asOf);

    /** The event that starts or ends the period; empty if it needs none. */
    Optional<Trigger> trigger();

    /** In short, for people and for machines: {@code PERMANENT}, {@code 5 YEARS}; empty if unknown. */
    String written();

    record Permanent(Optional<Trigger> trigger) implements Period {
        @Override
        public Term term(RecordFacts facts, LocalDate asOf) {
            return Term.forever();
        }

        @Override
        public String written() {
            return "PERMANENT";
        }
    }

    /**
     * A number of years or months.
     *
     * @param amount at least 1
     * @param unit {@code YEARS} or {@code MONTHS}
     */
    record Lasts(int amount, ChronoUnit unit, CountedFrom countedFrom, Trigger start) implements Period {

        /** @throws IllegalArgumentException if the amount is not positive, or months are counted from a year's end */
        public Lasts {
            if (amount < 1) {
                throw new IllegalArgumentException("a period must be at least 1, not " + amount);
            }
            if (unit == ChronoUnit.MONTHS && countedFrom != CountedFrom.DAY) {
                throw new IllegalArgumentException("months are counted from a day: countedFrom must be DAY");
            }
        }

        @Override
        public Term term(RecordFacts facts, LocalDate asOf) {
            return facts.when(start).map(day -> Term.until(lastDay(day))).orElseGet(() -> Term.awaiting(start));
        }

        private LocalDate lastDay(LocalDate triggered) {
            return countedFrom == CountedFrom.YEAR_END
                    ? LocalDate.of(triggered.getYear() + amount, 12, 31)
                    : triggered.plus(amount, unit);
        }

        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(start);
        }

        @Override
        public String written() {
            return amount + " " + unit.name();
        }
    }

    /** Kept until the student leaves, then handed to the student. */
    record ReturnToSubject(Trigger handedOverOn) implements Period {
        @Override
        public Term term(RecordFacts facts, LocalDate asOf) {
            return facts.when(handedOverOn)
                    .filter(day -> !day.isAfter(asOf))
                    .map(Term::returned)
                    .orElseGet(() -> Term.awaiting(handedOverOn));
        }

        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(handedOverOn);
        }

        @Override
        public String written() {
            return "RETURN_TO_SUBJECT";
        }
    }

    /** Kept up to and including the day of an event. */
    record UntilEvent(Trigger event) implements Period {
        @Override
        public Term term(RecordFacts facts, LocalDate asOf) {
            return facts.when(event).map(Term::until).orElseGet(() -> Term.awaiting(event));
        }

        @Override
        public Optional<Trigger> trigger() {
            return Optional.of(event);
        }

        @Override
        public String written() {
            return "UNTIL_EVENT";
        }
    }

    /** The text has not been seen. */
    record Unknown(Optional<Trigger> trigger) implements Period {
        @Override
        public Term term(RecordFacts facts, LocalDate asOf) {
            return Term.unconfirmed();
        }

        @Override
        public String written() {
            return "";
        }
    }

    /** Where the counting starts. */
    enum CountedFrom {
        /** The last day of the calendar year in which the work ended (Luật Lưu trữ 33/2024/QH15, art. 15). */
        YEAR_END,
        /** The day of the event itself. */
        DAY
    }
}
