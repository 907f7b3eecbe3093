package nienkhoa.rendering;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.School;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.SecondaryResult.AfterSummer;
import nienkhoa.model.SecondaryResult.Promotion;
import nienkhoa.model.SecondaryResult.Standing;
import nienkhoa.model.Student;
import nienkhoa.model.Term;

/**
 * The data of a class record book of lower or upper secondary school: schema {@code nienkhoa/class-record-book/1}, alike
 * for every regime. Days of absence and the teachers of subjects are in no export: their places stay free.
 */
final class ClassRecordBookData {

    private static final AfterSummer UNCHANGED = new AfterSummer("", "");

    private final UnitData unit;
    private final ClassSection section;
    private final List<Enrolment> classList;
    private final YearEndPapers papers;
    private final BookSubjects subjects;

    /** @param subjects what the form knows of subjects in the class's grade */
    ClassRecordBookData(
            UnitData unit,
            ClassSection section,
            List<Enrolment> classList,
            YearEndPapers papers,
            BookSubjects.Known subjects) {
        this.unit = unit;
        this.section = section;
        this.classList = classList;
        this.papers = papers;
        this.subjects = new BookSubjects(
                subjects,
                classList.stream().flatMap(place -> result(place).stream()).toList());
    }

    /** Students who end the year in the class and of whom nothing says what their year sums up to. */
    List<String> withoutResult() {
        return classList.stream()
                .filter(place -> place.status().finishesYearHere())
                .filter(place -> result(place)
                        .filter(SecondaryTranscriptData::isSummedUp)
                        .isEmpty())
                .map(place -> place.studentId().value())
                .toList();
    }

    Map<String, Object> json(Map<String, Object> document, LocalDate issued) {
        School.Name school = Signatures.nameOn(unit.school(), issued);
        Map<String, Object> data = new LinkedHashMap<>(Signatures.on(unit.school(), issued));
        data.put("schema", "nienkhoa/class-record-book/1");
        data.put("document", document);
        data.put("department", Signatures.department(unit.school(), issued));
        data.put("superior", Signatures.office(unit.school(), issued));
        data.put("school", school.name());
        data.put("district", Objects.requireNonNullElse(school.district(), ""));
        data.put("commune", school.district() == null ? school.commune() : "");
        data.put("province", school.province());
        data.put("level", section.level().name());
        data.put("grade", section.grade());
        data.put("className", section.name());
        data.put("schoolYear", section.year().toString());
        data.put("homeroomTeacher", section.homeroomTeacher());
        data.put("foreignLanguage", papers.foreignLanguage());
        data.put("teachers", subjects.teachers());
        data.put("terms", Stream.of(Term.values()).map(subjects::term).toList());
        data.put("months", BookMonths.of(section.year(), papers.attendanceMonths()));
        data.put("remarks", List.of());
        data.put("students", classList.stream().map(this::student).toList());
        data.put("summary", summary());
        return data;
    }

    private Map<String, Object> summary() {
        List<Optional<Promotion>> promotions = classList.stream()
                .filter(place -> place.status().finishesYearHere())
                .map(place -> result(place).map(SecondaryResult::promotion))
                .toList();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("students", promotions.size());
        summary.put(
                "promoted", count(promotions, Promotion.PROMOTED) + count(promotions, Promotion.PROMOTED_AFTER_SUMMER));
        summary.put("afterSummer", count(promotions, Promotion.PROMOTED_AFTER_SUMMER));
        summary.put("notPromoted", count(promotions, Promotion.NOT_PROMOTED));
        return summary;
    }

    private static long count(List<Optional<Promotion>> promotions, Promotion wanted) {
        return promotions.stream().filter(Optional.of(wanted)::equals).count();
    }

    /** Nothing of who changed the class in the year: the results stand in the book of the other class. */
    private Optional<SecondaryResult> result(Enrolment place) {
        return place.status() == Status.CHANGED_CLASS ? Optional.empty() : unit.secondaryResult(place);
    }

    private Map<String, Object> student(Enrolment place) {
        Student student = Objects.requireNonNull(unit.students().get(place.studentId()));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ordinal", place.ordinal());
        row.put("id", student.id().value());
        row.put("name", student.name());
        row.put("birthDate", Objects.requireNonNullElse(student.knownBirthDate(), ""));
        row.put("birthPlace", student.birthPlace());
        row.put("gender", student.gender());
        row.put("ethnicity", student.ethnicity());
        row.put("policy", student.policy());
        row.put("address", student.address());
        relative(row, "father", student.father());
        relative(row, "mother", student.mother());
        relative(row, "guardian", student.guardian());
        row.put(
                "status",
                place.status() == Status.STUDYING ? "" : place.status().name());
        row.put("changes", "");
        row.put("attendance", Map.of());
        result(place).ifPresent(result -> year(row, result));
        return row;
    }

    private static void relative(Map<String, Object> row, String name, Student.Relative relative) {
        row.put(name, relative.name());
        row.put(name + "Job", relative.job());
    }

    private static void year(Map<String, Object> row, SecondaryResult result) {
        Map<String, Object> terms = new LinkedHashMap<>();
        for (Term term : Term.values()) {
            terms.put(term.name(), BookMarks.term(result, term));
        }
        row.put("terms", terms);
        row.put("titles", ofTerms(result, Standing::title));
        row.put("averages", ofTerms(result, standing -> SecondaryTranscriptData.oneDecimal(standing.average())));
        row.put("absences", SecondaryTranscriptData.absences(result));
        row.put(
                "afterSummer",
                Map.of(
                        "learning", result.afterSummer().learning(),
                        "conduct", result.afterSummer().conduct()));
        row.put("awards", result.awards());
        Promotion promotion = result.promotion();
        if (promotion != null) {
            promotion(row, promotion, !result.afterSummer().equals(UNCHANGED));
        }
    }

    /** @param again whether the summer holidays brought new levels */
    private static void promotion(Map<String, Object> row, Promotion promotion, boolean again) {
        boolean promoted = promotion != Promotion.NOT_PROMOTED;
        row.put("promotion", promotion.name());
        row.put("promoted", promoted);
        row.put("held", promotion != Promotion.PROMOTED);
        row.put(
                "again",
                promotion == Promotion.PROMOTED || (!promoted && !again) ? "" : promoted ? "PROMOTED" : "NOT_PROMOTED");
    }

    /** Of each term in order; a form prints those that it has a column for. */
    private static List<String> ofTerms(SecondaryResult result, Function<Standing, String> what) {
        return Stream.of(Term.values())
                .map(term -> Optional.ofNullable(result.standings().get(term))
                        .map(what)
                        .orElse(""))
                .toList();
    }
}
