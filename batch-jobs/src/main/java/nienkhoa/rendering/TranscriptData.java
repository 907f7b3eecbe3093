package nienkhoa.rendering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Level;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;
import nienkhoa.model.YearResult.Assessment;
import org.jspecify.annotations.Nullable;

/** The data of a primary transcript: schema {@code nienkhoa/transcript-primary/1}. */
final class TranscriptData {

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** From this day an address has two levels (two-tier local government). */
    private static final LocalDate TWO_LEVELS_FROM = LocalDate.of(2025, 7, 1);

    private final UnitData unit;
    private final YearEndPapers papers;
    private final Student student;
    private final StudyPlaces places;
    private final LocalDate issued;

    TranscriptData(UnitData unit, YearEndPapers papers, StudentId student, LocalDate issued) {
        this.unit = unit;
        this.papers = papers;
        this.student = Objects.requireNonNull(unit.students().get(student));
        this.places = new StudyPlaces(unit, student, Level.PRIMARY);
        this.issued = issued;
    }

    /** The years whose pages the book holds: those that the school has results for, up to {@code last}. */
    List<YearResult> years(SchoolYear last) {
        return unit.results().getOrDefault(student.id(), List.of()).stream()
                .filter(result -> result.year().compareTo(last) <= 0)
                .filter(result -> Level.ofGrade(result.grade()) == Level.PRIMARY)
                .filter(result -> unit.endOfYear(student.id(), result.year())
                        .filter(place -> place.schoolCode().equals(result.schoolCode()))
                        .isPresent())
                .toList();
    }

    Map<String, Object> json(Map<String, Object> document, List<YearResult> years, YearEditions editions) {
        School.Name school = Signatures.nameOn(unit.school(), issued);
        Map<String, Object> data = new LinkedHashMap<>(Signatures.on(unit.school(), issued));
        data.put("schema", "nienkhoa/transcript-primary/1");
        data.put("document", document);
        data.put("school", address(school));
        data.put("addressLevels", addressLevels(issued));
        data.put("foreignLanguage", papers.foreignLanguage());
        data.put("student", identity(student));
        data.put("studyHistory", studyHistory());
        data.put("years", years.stream().map(result -> year(result, editions)).toList());
        return data;
    }

    /** Three until the districts were dissolved, two after it. */
    static int addressLevels(LocalDate day) {
        return day.isBefore(TWO_LEVELS_FROM) ? 3 : 2;
    }

    static Map<String, Object> address(School.Name school) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("name", school.name());
        address.put("commune", school.commune());
        address.put("district", school.district());
        address.put("province", school.province());
        return address;
    }

    static Map<String, Object> identity(Student student) {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("id", student.id().value());
        who.put("moetCode", student.moetCode());
        who.put("identityNumber", student.identityNumber());
        who.put("name", student.name());
        who.put("gender", student.gender());
        who.put("birthDate", student.birthDate());
        who.put("ethnicity", student.ethnicity());
        who.put("nationality", student.nationality());
        who.put("birthPlace", student.birthPlace());
        who.put("hometown", student.hometown());
        who.put("address", student.address());
        who.put("father", student.father().name());
        who.put("mother", student.mother().name());
        who.put("guardian", student.guardian().name());
        return who;
    }

    /** Former schools' years and this register's, oldest first; the day of entry stands in a school's first year. */
    private List<Map<String, Object>> studyHistory() {
        List<Map<String, Object>> rows = new ArrayList<>();
        places.former()
                .forEach(former -> rows.add(row(
                        former.year(),
                        former.className(),
                        former.schoolName(),
                        former.registryNumber(),
                        former.entered())));
        Optional<RegistryEntry> line = places.line();
        String entered = line.map(entry -> printed(entry.entryDate())).orElse("");
        for (Enrolment place : places.notTold()) {
            if (papers.signedOn(place.year()).isAfter(issued)) {
                continue;
            }
            String school = Signatures.nameOn(unit.school(place), papers.signedOn(place.year()))
                    .name();
            boolean here = places.isHere(place);
            String number = here ? line.map(RegistryEntry::number).orElse("") : "";
            rows.add(row(place.year(), place.className(), school, number, here ? entered : ""));
            entered = here ? "" : entered;
        }
        rows.sort(Comparator.comparing(row -> String.valueOf(row.get("schoolYear"))));
        return rows;
    }

    private static Map<String, Object> row(
            SchoolYear year, String className, String school, String number, String entered) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("schoolYear", year.toString());
        row.put("className", className);
        row.put("school", school);
        row.put("registryNumber", number);
        row.put("entered", entered);
        return row;
    }

    /** Signed by the school that the student was in: who came from another school of this register keeps its years. */
    private Map<String, Object> year(YearResult result, YearEditions editions) {
        LocalDate signed = papers.signedOn(result.year());
        Assessment end = result.assessments().get(AssessmentTime.END_2);
        Enrolment place = unit.endOfYear(student.id(), result.year()).orElseThrow();
        Map<String, Object> year = new LinkedHashMap<>(Signatures.on(unit.school(place), signed));
        editions.other(result.year(), result.grade()).ifPresent(other -> year.put("edition", other.edition()));
        year.put("schoolYear", result.year().toString());
        year.put("grade", result.grade());
        year.put("className", result.className());
        year.put("school", Signatures.nameOn(unit.school(place), signed).name());
        year.put("heightCm", result.heightCm());
        year.put("weightKg", result.weightKg());
        year.put("health", result.health());
        year.put("absentWithLeave", result.absentWithLeave());
        year.put("absentWithoutLeave", result.absentWithoutLeave());
        year.put("homeroomTeacher", unit.section(place).homeroomTeacher());
        year.put("awards", result.awards());
        if (end != null) {
            assessment(year, end, result.grade(), papers.items());
        }
        return year;
    }

    private static void assessment(Map<String, Object> year, Assessment end, int grade, YearEndPapers.Items items) {
        year.put("subjects", subjects(end));
        year.put("qualities", levels(end.qualities(), items.qualities(), grade));
        year.put("qualitiesComment", end.qualitiesComment());
        year.put("generalCompetences", levels(end.competences(), items.generalCompetences(), grade));
        year.put("generalCompetencesComment", end.generalCompetencesComment());
        year.put("specificCompetences", levels(end.competences(), items.specificCompetences(), grade));
        year.put("specificCompetencesComment", end.specificCompetencesComment());
        year.put("overall", end.overall());
        year.put("outcome", Outcomes.of(end, grade));
    }

    private static List<Map<String, Object>> subjects(Assessment end) {
        return end.subjects().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(subject -> {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("code", subject.getKey());
                    row.put("level", subject.getValue().level());
                    row.put("score", subject.getValue().score());
                    row.put("comment", subject.getValue().comment());
                    return row;
                })
                .toList();
    }

    private static List<Map<String, String>> levels(
            Map<String, String> levels, List<YearEndPapers.Item> items, int grade) {
        return items.stream()
                .filter(item -> grade >= item.fromGrade())
                .map(item -> Map.of("code", item.code(), "level", levels.getOrDefault(item.code(), "")))
                .toList();
    }

    private static String printed(@Nullable LocalDate day) {
        return day == null ? "" : PRINTED.format(day);
    }
}
