package nienkhoa.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.assessment.RegimeRules;
import nienkhoa.intake.assessment.Subject;
import nienkhoa.model.SchoolYear;

/**
 * Checks whose findings are about a class, so that a class gets each once and not a student each. Students come one after
 * another; a class is remembered by the codes of its subjects.
 */
final class ClassChecks {

    private final AssessmentRules rules;
    private final Layouts layouts;
    private final ExportFiles files;
    private final Set<String> said = new HashSet<>();
    private final Map<String, SeenClass> classes = new TreeMap<>();

    ClassChecks(AssessmentRules rules, Layouts layouts, ExportFiles files) {
        this.rules = rules;
        this.layouts = layouts;
        this.files = files;
    }

    /** What a class was seen to be assessed in. */
    private record SeenClass(String school, int grade, Fact first, Set<String> subjects) {}

    /** The rules for a class; if there are none, the class is told so once. */
    Optional<RegimeRules> rules(String school, Fact row, int grade) {
        Optional<RegimeRules> known = grade == 0 ? Optional.empty() : rules.of(row.schoolYear(), grade);
        if (known.isEmpty() && rules.knowRegimes()) {
            String year = new SchoolYear(row.schoolYear()).toString();
            once(school, row, "I119_NO_ASSESSMENT_RULES", "", "", year, String.valueOf(grade));
        }
        return known;
    }

    /** The subject's name for sentences. */
    String subjectName(String code) {
        return layouts.codes("subject").spelling(code);
    }

    /** A value of a code list as people write it. */
    String spelled(String codes, String value) {
        return layouts.codes(codes).spelling(value);
    }

    /** A finding about a row, unless its class has had the same one. */
    void once(String school, Fact row, String code, String field, String value, String... args) {
        String said = String.join("/", code, classKey(school, row), args.length == 0 ? "" : args[0]);
        if (this.said.add(said)) {
            files.warn(row, code, field, value, args);
        }
    }

    private static String classKey(String school, Fact row) {
        return String.join("/", school, String.valueOf(row.schoolYear()), row.className());
    }

    /** Remembers what a student of the row's class is assessed in. */
    void subjects(String school, Fact row, int grade, Set<String> codes) {
        if (!codes.isEmpty()) {
            classes.computeIfAbsent(classKey(school, row), key -> new SeenClass(school, grade, row, new TreeSet<>()))
                    .subjects()
                    .addAll(codes);
        }
    }

    /** After the last student: subjects of the grade that nobody of a class is assessed in. */
    void end() {
        for (SeenClass seen : classes.values()) {
            rules(seen.school(), seen.first(), seen.grade())
                    .map(known -> missing(known, seen))
                    .filter(missing -> !missing.isEmpty())
                    .ifPresent(missing -> files.warnOfClass(
                            seen.first(),
                            "I106_SUBJECTS_MISSING",
                            seen.first().className(),
                            missing.stream().map(Subject::name).collect(Collectors.joining("; "))));
        }
    }

    private static List<Subject> missing(RegimeRules rules, SeenClass seen) {
        return rules.subjects(seen.grade()).stream()
                .filter(subject -> !subject.isOptional() && !subject.isIn(seen.subjects()))
                .toList();
    }
}
