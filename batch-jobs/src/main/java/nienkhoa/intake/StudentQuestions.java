package nienkhoa.intake;

import java.time.Instant;
import java.util.List;

/** Questions about who is who, and the answers that people give. */
public interface StudentQuestions {

    /** All open questions, by number. */
    List<Asked> open();

    /**
     * Keeps an answer for good and does what follows from it, in one step. Same: the codes lead to one student from now on,
     * and the histories of two are joined under the older id. Different: codes that had moved are free for their new owner.
     *
     * @param number of the question
     * @param answer not {@link Question.Answer#OPEN}
     * @param by who answers
     * @param reason in that person's words
     */
    Outcome answer(int number, Question.Answer answer, String by, Instant at, String reason);

    /** What became of an answer. */
    enum Outcome {
        KEPT,
        NO_SUCH_QUESTION,
        ANSWERED_BEFORE
    }

    /**
     * A question with what a person has to know to answer it.
     *
     * @param known the student whom the register knows
     * @param other the other student; empty parts if there is none
     */
    record Asked(Question question, Person known, Person other) {}

    /**
     * Somebody by name; for the eyes of the person who answers, never for logs.
     *
     * @param birthDate {@code 2014-05-12}; empty if not known
     * @param classes where the student is or was, newest first
     */
    record Person(String student, String name, String birthDate, List<String> classes) {

        public Person {
            classes = List.copyOf(classes);
        }
    }
}
