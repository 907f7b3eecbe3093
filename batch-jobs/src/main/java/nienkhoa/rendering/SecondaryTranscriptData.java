package nienkhoa.rendering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.forms.Edition;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Photo;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.SecondaryResult;
import nienkhoa.model.SecondaryResult.Absences;
import nienkhoa.model.SecondaryResult.Marks;
import nienkhoa.model.SecondaryResult.Promotion;
import nienkhoa.model.SecondaryResult.Standing;
import nienkhoa.model.SecondaryResult.Subject;
import nienkhoa.model.Student;
import nienkhoa.model.Term;
import org.jspecify.annotations.Nullable;

/**
 * The data of a transcript of lower or upper secondary school: schemas {@code nienkhoa/transcript-lower-secondary/1} and
 * {@code nienkhoa/transcript-upper-secondary/1}, alike for every regime.
 */
final class SecondaryTranscriptData {

    private static final Map<Term, String> TERMS =
            Map.of(Term.SEMESTER_1, "term1", Term.SEMESTER_2, "term2", Term.YEAR, "year");

    private final UnitData unit;
    private final YearEndPapers papers;
    private final Student student;
    private final StudyPlaces places;
    private final LocalDate issued;

    SecondaryTranscriptData(UnitData unit, YearEndPapers papers, StudyPlaces places, LocalDate issued) {
        this.unit = unit;
        this.papers = papers;
        this.student = Objects.requireNonNull(unit.students().get(places.student()));
        this.places = places;
        this.issued = issued;
    }

    /** Where the years were spent whose pages the book holds: this school's, and others' of which the results are known. */
    List<Enrolment> years(SchoolYear last) {
        return places.ended().stream()
                .filter(place -> place.year().compareTo(last) <= 0)
                .filter(place ->
                        places.isHere(place) || unit.secondaryResult(place).isPresent())
                .toList();
    }

    boolean isSummedUp(Enrolment place) {
        return unit.secondaryResult(place)
                .filter(SecondaryTranscriptData::isSummedUp)
                .isPresent();
    }

    /** Marks of some subjects alone are no result: what the year sums up to has to be there. */
    static boolean isSummedUp(SecondaryResult result) {
        return ofYear(result)
                .filter(year -> !year.learning().isEmpty() && !year.conduct().isEmpty())
                .isPresent();
    }

    Map<String, Object> json(Map<String, Object> document, List<Enrolment> years, YearEditions editions) {
        Map<String, Object> data = new LinkedHashMap<>(Signatures.on(unit.school(), issued));
        data.put("schema", "nienkhoa/" + document.get("form") + "/1");
        data.put("document", document);
        data.put("school", TranscriptData.address(Signatures.nameOn(unit.school(), issued)));
        data.put("addressLevels", TranscriptData.addressLevels(issued));
        data.put("foreignLanguage", papers.foreignLanguage());
        data.put("registryNumber", places.line().map(RegistryEntry::number).orElse(""));
        data.put("student", identity());
        data.put("studyHistory", studyHistory());
        data.put("years", years.stream().map(place -> year(place, editions)).toList());
        return data;
    }

    private Map<String, Object> identity() {
        Photo photo = unit.photos().get(student.id());
        Map<String, Object> who = TranscriptData.identity(student);
        who.put("policy", student.policy());
        who.put("fatherJob", student.father().job());
        who.put("motherJob", student.mother().job());
        who.put("guardianJob", student.guardian().job());
        who.put("photo", photo == null ? null : photo.sha256());
        who.put("photoOf", photo == null ? null : photo.studentId().value());
        return who;
    }

    private List<Map<String, String>> studyHistory() {
        List<Map<String, String>> rows = new ArrayList<>();
        places.former().forEach(former -> rows.add(row(former.year(), former.className(), former.schoolName())));
        places.notTold().stream()
                .filter(place -> !papers.signedOn(place.year()).isAfter(issued))
                .forEach(place -> rows.add(row(place.year(), place.className(), schoolAndPlace(place))));
        rows.sort(Comparator.comparing(row -> row.get("schoolYear")));
        return rows;
    }

    private static Map<String, String> row(SchoolYear year, String className, String school) {
        return Map.of("schoolYear", year.toString(), "className", className, "school", school);
    }

    /** School, district and province as they were called then; the commune where there is no district any more. */
    private String schoolAndPlace(Enrolment place) {
        School.Name name = Signatures.nameOn(unit.school(place), papers.signedOn(place.year()));
        String district = Objects.requireNonNullElse(name.district(), name.commune());
        return Stream.of(name.name(), district, name.province())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> year(Enrolment place, YearEditions editions) {
        SecondaryResult result = unit.secondaryResult(place).orElseThrow();
        LocalDate signed = papers.signedOn(result.year());
        School.Name school = Signatures.nameOn(unit.school(place), signed);
        Map<String, Object> year = new LinkedHashMap<>(Signatures.on(unit.school(place), signed));
        int grade = unit.section(place).grade();
        year.put(
                "edition",
                editions.of(place.year(), grade).map(Edition::edition).orElseThrow());
        year.put("schoolYear", place.year().toString());
        year.put("grade", grade);
        year.put("className", result.className());
        year.put("school", school.name());
        year.put("district", school.district());
        year.put("province", school.province());
        year.put("homeroomTeacher", unit.section(place).homeroomTeacher());
        year.put("subjects", subjects(result));
        sums(year, result, grade);
        return year;
    }

    /** What the year sums up to. */
    private static void sums(Map<String, Object> year, SecondaryResult result, int grade) {
        Map<String, Object> averages = new LinkedHashMap<>();
        Map<String, Object> terms = new LinkedHashMap<>();
        result.standings().forEach((term, standing) -> {
            String name = Objects.requireNonNull(TERMS.get(term));
            averages.put(name, oneDecimal(standing.average()));
            terms.put(name, levels(standing.conduct(), standing.learning()));
        });
        year.put("averages", averages);
        year.put("terms", terms);
        year.put("absences", absences(result));
        year.put(
                "afterSummer",
                levels(result.afterSummer().conduct(), result.afterSummer().learning()));
        Promotion promotion = result.promotion();
        year.put("promotion", promotion == null ? "" : promotion.name());
        year.put("completion", Outcomes.completion(promotion, grade));
        year.put("title", ofYear(result).map(Standing::title).orElse(""));
        year.put("awards", result.awards());
        year.put("certificate", result.certificate());
    }

    private static Map<String, String> levels(String conduct, String learning) {
        return Map.of("conduct", conduct, "learning", learning);
    }

    private static Optional<Standing> ofYear(SecondaryResult result) {
        return Optional.ofNullable(result.standings().get(Term.YEAR));
    }

    /** As told of the year, else of both semesters together; null if that is not told either. */
    static @Nullable Integer absences(SecondaryResult result) {
        Integer year = absences(result, Term.YEAR);
        Integer first = absences(result, Term.SEMESTER_1);
        Integer second = absences(result, Term.SEMESTER_2);
        return year != null || first == null || second == null ? year : Integer.valueOf(first + second);
    }

    private static @Nullable Integer absences(SecondaryResult result, Term term) {
        return Optional.ofNullable(result.standings().get(term))
                .map(Standing::absences)
                .map(Absences::total)
                .orElse(null);
    }

    private static List<Map<String, Object>> subjects(SecondaryResult result) {
        return result.subjects().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(subject -> subject(subject.getKey(), subject.getValue()))
                .toList();
    }

    private static Map<String, Object> subject(String code, Subject subject) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", code);
        TERMS.forEach((term, name) -> row.put(name, oneDecimal(subject.result(term))));
        row.put("reassessed", oneDecimal(subject.reassessed()));
        row.put("comment", comment(subject));
        return row;
    }

    /** The comment on the year; where there is none, that on the second semester, which is given at the year's end. */
    private static String comment(Subject subject) {
        return Stream.of(Term.YEAR, Term.SEMESTER_2)
                .map(subject.terms()::get)
                .filter(Objects::nonNull)
                .map(Marks::comment)
                .filter(comment -> !comment.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Averages are printed with one decimal: the register's {@code 8} is {@code 8,0}. */
    static String oneDecimal(String mark) {
        return mark.matches("\\d+") ? mark + ",0" : mark;
    }
}
