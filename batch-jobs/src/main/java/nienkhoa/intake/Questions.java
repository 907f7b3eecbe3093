package nienkhoa.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.intake.Question.Answer;

/** Questions of an export: those asked before keep their number and their answer, and are never asked again. */
final class Questions {

    private final Map<Question, Question> bySubject = new HashMap<>();
    private final Map<String, List<Question>> openAbout = new HashMap<>();
    private final List<Question> fresh = new ArrayList<>();
    private int last;

    /** @param last the highest number in use */
    Questions(List<Question> before, int last) {
        this.last = last;
        before.forEach(this::keep);
    }

    private void keep(Question question) {
        bySubject.put(question.subject(), question);
        if (question.kind() == Question.Kind.LOOKALIKE && question.answer() == Answer.OPEN) {
            openAbout
                    .computeIfAbsent(question.other(), none -> new ArrayList<>())
                    .add(question);
        }
    }

    /** The question with its number and what was answered so far. */
    Question ask(Question question) {
        Question before = bySubject.get(question.subject());
        if (before != null) {
            return before;
        }
        Question numbered = question.numbered(++last);
        fresh.add(numbered);
        keep(numbered);
        return numbered;
    }

    /** Open questions whether a student is another one whom the register knew before. */
    List<Question> openAbout(String student) {
        return List.copyOf(openAbout.getOrDefault(student, List.of()));
    }

    /** Questions that this export asks for the first time. */
    List<Question> fresh() {
        return List.copyOf(fresh);
    }
}
