package nienkhoa.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the rules say about a record or a dossier on one day. None of them destroys anything. */
public sealed interface Decision {

    /** Every rule that took part, also those that were outlasted. */
    List<Citation> citations();

    /** {@code 2029-12-31} or one word: {@code permanent}, {@code unconfirmed}, {@code unruled}, {@code not-started} … */
    String keptUntil();

    /** The name of the case in capitals, for files and messages. */
    String code();

    /** The decision in the language of {@code words}; see {@link Sentences#of}. */
    String wording(Sentences words);

    /** The same decision as a flat value for {@code dossier.json}. */
    default RetentionStatement statement(LocalDate asOf) {
        return new RetentionStatement(code(), keptUntil(), asOf.toString(), List.of(), citations());
    }

    record Permanent(List<Citation> citations) implements Decision {
        @Override
        public String keptUntil() {
            return "permanent";
        }

        @Override
        public String code() {
            return "PERMANENT";
        }

        @Override
        public String wording(Sentences words) {
            return words.say(code(), citations, "");
        }
    }

    /** The period still runs, up to and including {@code until}. */
    record KeepUntil(LocalDate until, List<Citation> citations) implements Decision {
        @Override
        public String keptUntil() {
            return until.toString();
        }

        @Override
        public String code() {
            return "KEEP_UNTIL";
        }

        @Override
        public String wording(Sentences words) {
            return words.say(code(), citations, words.day(until));
        }
    }

    /** The period has not started, because its event has not happened. */
    record AwaitsTrigger(Trigger trigger, List<Citation> citations) implements Decision {
        @Override
        public String keptUntil() {
            return "not-started";
        }

        @Override
        public String code() {
            return "AWAITS_TRIGGER";
        }

        @Override
        public String wording(Sentences words) {
            return words.say(code(), citations, words.text("TRIGGER_" + trigger));
        }
    }

    /** A confirmed period ran out on the day before {@code since}: people may now look at the record. */
    record DueForReview(LocalDate since, List<Citation> citations) implements Decision {
        @Override
        public String keptUntil() {
            return since.minusDays(1).toString();
        }

        @Override
        public String code() {
            return "DUE_FOR_REVIEW";
        }

        @Override
        public String wording(Sentences words) {
            return words.say(code(), citations, words.day(since));
        }
    }

    /** The paper belongs to the student, who left on {@code since}. */
    record ReturnToStudent(LocalDate since, List<Citation> citations) implements Decision {
        @Override
        public String keptUntil() {
            return "return-to-student";
        }

        @Override
        public String code() {
            return "RETURN_TO_STUDENT";
        }

        @Override
        public String wording(Sentences words) {
            return words.say(code(), citations, words.day(since));
        }
    }

    /**
     * Kept and reported: no rule that may end the keeping is confirmed.
     *
     * @param atLeast the last day that a verified, though replaced, rule asks for; empty if none does
     */
    record UnconfirmedKeep(Optional<LocalDate> atLeast, List<Citation> citations) implements Decision {
        @Override
        public String keptUntil() {
            return "unconfirmed";
        }

        @Override
        public String code() {
            return "UNCONFIRMED_KEEP";
        }

        @Override
        public String wording(Sentences words) {
            return atLeast.map(day -> words.say("UNCONFIRMED_KEEP_AT_LEAST", citations, words.day(day)))
                    .orElseGet(() -> words.say(code(), citations, ""));
        }
    }

    /**
     * Kept and reported: no circular names the record.
     *
     * @param recordClasses the classes without a rule
     */
    record UnruledKeep(List<String> recordClasses, List<Citation> citations) implements Decision {
        @Override
        public String keptUntil() {
            return "unruled";
        }

        @Override
        public String code() {
            return "UNRULED_KEEP";
        }

        @Override
        public String wording(Sentences words) {
            return words.text(code(), words.names(recordClasses));
        }
    }

    /** Cases forbid disposal, whatever the rules say otherwise. */
    record Held(List<String> holds, Decision otherwise) implements Decision {
        @Override
        public List<Citation> citations() {
            return otherwise.citations();
        }

        @Override
        public String keptUntil() {
            return otherwise.keptUntil();
        }

        @Override
        public String code() {
            return "HELD";
        }

        @Override
        public String wording(Sentences words) {
            return words.text(code(), String.join(", ", holds), otherwise.wording(words));
        }

        @Override
        public RetentionStatement statement(LocalDate asOf) {
            return new RetentionStatement(code(), keptUntil(), asOf.toString(), holds, citations());
        }
    }
}
