package nienkhoa.intake;

import java.util.Comparator;
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
 * Checks whose findings are about a class, so that a class gets each once and not a student each. Students come from several
 * threads; a class is remembered by the codes of its subjects and the first row of each finding.
 */
final class ClassChecks {

    private static final Comparator<Fact> BY_PLACE =
            Comparator.comparingInt(Fact::file).thenComparingInt(Fact::sheet).thenComparingInt(Fact::row);

    private final AssessmentRules rules;
    private final Layouts layouts;
    private final ExportFiles files;
    private final Map<String, Said> said = new TreeMap<>();
    private final Map<String, SeenClass> classes = new TreeMap<>();

    ClassChecks(AssessmentRules rules, Layouts layouts, ExportFiles files) {
        this.rules = rules;
        this.layouts = layouts;
        this.files = files;
    }

    /** What a class was seen to be assessed in. */
    private record SeenClass(String school, int grade, Fact first, Set<String> subjects) {

        SeenClass and(SeenClass other) {
            Set<String> all = new TreeSet<>(subjects);
            return all.addAll(other.subjects) || isBefore(other.first, first)
                    ? new SeenClass(school, grade, isBefore(other.first, first) ? other.first : first, all)
                    : this;
        }
    }

    /** A finding about the first of the rows that it is true of. */
    private record Said(Fact row, String code, String field, String value, List<String> args) {

        Said orBefore(Said other) {
            return isBefore(other.row, row) ? other : this;
        }
    }

    private static boolean isBefore(Fact one, Fact other) {
        return BY_PLACE.compare(one, other) < 0;
    }

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

    /** The value of a code list that a text spells; empty if it spells none. */
    Optional<String> code(String codes, String text) {
        return layouts.codes(codes).find(text);
    }

    /** A finding about a row, unless an earlier row of its class has the same one; told at the end. */
    synchronized void once(String school, Fact row, String code, String field, String value, String... args) {
        String key = String.join("/", code, classKey(school, row), args.length == 0 ? "" : args[0]);
        said.merge(key, new Said(row, code, field, value, List.of(args)), Said::orBefore);
    }

    private static String classKey(String school, Fact row) {
        return String.join("/", school, String.valueOf(row.schoolYear()), row.className());
    }

    /** Remembers what a student of the row's class is assessed in. */
    synchronized void subjects(String school, Fact row, int grade, Set<String> codes) {
        if (!codes.isEmpty()) {
            classes.merge(classKey(school, row), new SeenClass(school, grade, row, codes), SeenClass::and);
        }
    }

    /** After the last student: what is to be said about classes, and subjects that nobody of a class is assessed in. */
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
        said.values()
                .forEach(finding -> files.warn(
                        finding.row(),
                        finding.code(),
                        finding.field(),
                        finding.value(),
                        finding.args().toArray(String[]::new)));
    }

    private static List<Subject> missing(RegimeRules rules, SeenClass seen) {
        return rules.subjects(seen.grade()).stream()
                .filter(subject -> !subject.isOptional() && !subject.isIn(seen.subjects()))
                .toList();
    }
}
