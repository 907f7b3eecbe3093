package nienkhoa.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.SecondaryResult.Marks;
import nienkhoa.model.SecondaryResult.Standing;
import nienkhoa.model.SecondaryResult.Subject;
import nienkhoa.model.Term;

/** What a class record book says of one student's term: marks by subject, and what they sum up to. */
final class BookMarks {

    private static final String EXEMPT = "MIEN";
    private static final String EXEMPT_PRINTED = "Miễn";

    private BookMarks() {}

    /** What is not told is left out. */
    static Map<String, Object> term(SecondaryResult result, Term term) {
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, Object> subjects = new TreeMap<>();
        result.subjects().forEach((code, subject) -> {
            Map<String, Object> marks = marks(subject, term);
            if (!marks.isEmpty()) {
                subjects.put(code, marks);
            }
        });
        data.put("subjects", subjects);
        Standing standing = result.standings().get(term);
        if (standing != null) {
            put(data, "learning", standing.learning());
            put(data, "conduct", standing.conduct());
        }
        return data;
    }

    private static Map<String, Object> marks(Subject subject, Term term) {
        Map<String, Object> data = new LinkedHashMap<>();
        Marks marks = subject.terms().get(term);
        if (marks != null) {
            if (!marks.regular().isEmpty()) {
                data.put("regular", marks.regular().stream().map(BookMarks::printed).toList());
            }
            put(data, "midTerm", printed(marks.midTerm()));
            put(data, "endTerm", printed(marks.endTerm()));
            put(data, "result", SecondaryTranscriptData.oneDecimal(printed(marks.result())));
            put(data, "note", term == Term.YEAR ? "" : marks.note());
        }
        if (term == Term.YEAR) {
            put(data, "reassessed", SecondaryTranscriptData.oneDecimal(printed(subject.reassessed())));
        }
        return data;
    }

    private static void put(Map<String, Object> data, String member, String text) {
        if (!text.isEmpty()) {
            data.put(member, text);
        }
    }

    private static String printed(String mark) {
        return mark.equals(EXEMPT) ? EXEMPT_PRINTED : mark;
    }
}
