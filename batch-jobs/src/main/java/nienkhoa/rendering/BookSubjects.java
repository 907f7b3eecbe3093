package nienkhoa.rendering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.SecondaryResult.Marks;
import nienkhoa.model.SecondaryResult.Subject;
import nienkhoa.model.Term;

/** The subjects of a class: those that its grade must have, and those of which its students' results speak. */
final class BookSubjects {

    /** The circulars know of at most four; a column more for each mark beyond (a chuyên đề of upper secondary school). */
    private static final int REGULAR_MARKS = 4;

    private final Known known;
    private final List<SecondaryResult> results;

    BookSubjects(Known known, List<SecondaryResult> results) {
        this.known = known;
        this.results = results;
    }

    /**
     * What the form knows of subjects in a grade, in the order of the paper.
     *
     * @param comment assessed by comment alone
     * @param score assessed by marks too
     * @param compulsory those that every class of the grade has
     */
    record Known(List<String> comment, List<String> score, List<String> compulsory) {}

    /** A line for each subject; the names are in no export. */
    List<Map<String, String>> teachers() {
        return Stream.of(known.score(), known.comment())
                .flatMap(codes -> codes.stream()
                        .filter(code -> known.compulsory().contains(code) || isTold(code, subject -> true)))
                .map(code -> Map.of("code", code, "name", ""))
                .toList();
    }

    Map<String, Object> term(Term term) {
        Map<String, Object> lists = new LinkedHashMap<>();
        lists.put("term", term.name());
        List<Map<String, Object>> comment = of(known.comment(), term);
        List<Map<String, Object>> score = of(known.score(), term);
        lists.put("comment", comment);
        lists.put("score", score);
        lists.put("pairs", pairs(Stream.of(score, comment).flatMap(List::stream).toList()));
        lists.put("retaken", term == Term.YEAR ? retaken() : List.of());
        return lists;
    }

    /** Two subjects a page. */
    private static List<Map<String, Object>> pairs(List<Map<String, Object>> subjects) {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i += 2) {
            pairs.add(
                    i + 1 < subjects.size()
                            ? Map.of("left", subjects.get(i), "right", subjects.get(i + 1))
                            : Map.of("left", subjects.get(i)));
        }
        return pairs;
    }

    /** Subjects in which a student was assessed again. */
    private List<Map<String, String>> retaken() {
        return Stream.of(known.score(), known.comment())
                .flatMap(List::stream)
                .filter(code -> isTold(code, subject -> !subject.reassessed().isEmpty()))
                .map(code -> Map.of("code", code))
                .toList();
    }

    private List<Map<String, Object>> of(List<String> codes, Term term) {
        return codes.stream()
                .filter(code -> known.compulsory().contains(code) || isTold(code, subject -> speaksOf(subject, term)))
                .map(code -> subject(code, term))
                .toList();
    }

    private Map<String, Object> subject(String code, Term term) {
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("code", code);
        subject.put("term", term.name());
        subject.put("teacher", "");
        int columns = Math.max(REGULAR_MARKS, mostRegular(code, term));
        subject.put("regular", IntStream.range(0, columns).mapToObj(String::valueOf).toList());
        return subject;
    }

    private int mostRegular(String code, Term term) {
        return results.stream()
                .map(result -> result.subjects().get(code))
                .filter(Objects::nonNull)
                .map(subject -> subject.terms().get(term))
                .filter(Objects::nonNull)
                .map(Marks::regular)
                .mapToInt(Collection::size)
                .max()
                .orElse(0);
    }

    private boolean isTold(String code, Predicate<Subject> what) {
        return results.stream()
                .map(result -> result.subjects().get(code))
                .filter(Objects::nonNull)
                .anyMatch(what);
    }

    /** The pages of the second semester tell of the year too. */
    private static boolean speaksOf(Subject subject, Term term) {
        boolean year = subject.terms().containsKey(Term.YEAR)
                || !subject.reassessed().isEmpty();
        return subject.terms().containsKey(term) || (year && term != Term.SEMESTER_1);
    }
}
