package nienkhoa.rendering;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.Cohort;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Photo;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;

/** The data of a cohort's student registry: schema {@code nienkhoa/student-registry/1}. */
final class RegistryData {

    /** A cohort's students are all in one book of their level. */
    private static final int ONLY_BOOK = 1;

    /** The month after the last one of a school year. */
    private static final Month SUMMER = Month.JUNE;

    private final UnitData unit;
    private final YearEndPapers papers;
    private final Cohort cohort;

    RegistryData(UnitData unit, YearEndPapers papers, Cohort cohort) {
        this.unit = unit;
        this.papers = papers;
        this.cohort = cohort;
    }

    Map<String, Object> json(List<RegistryEntry> entries, Map<String, Object> document, LocalDate issued) {
        Map<String, Object> data = new LinkedHashMap<>(Signatures.on(unit.school(), issued));
        data.put("schema", "nienkhoa/student-registry/1");
        data.put("document", document);
        data.put("department", Signatures.department(unit.school(), issued));
        data.put("superior", Signatures.office(unit.school(), issued));
        data.put("school", Signatures.nameOn(unit.school(), issued).name());
        data.put("schoolCode", unit.school().code());
        data.put("level", cohort.level().name());
        data.put("cohort", cohort.label());
        data.put("firstYear", cohort.entered().start());
        data.put("years", years().stream().map(SchoolYear::toString).toList());
        data.put("bookNumber", ONLY_BOOK);
        data.put("bookCode", bookCode());
        data.put("startedOn", startedOn(entries));
        data.put("endedOn", issued);
        data.put("entries", entries.stream().map(this::entry).toList());
        return data;
    }

    private List<SchoolYear> years() {
        return IntStream.range(0, cohort.level().years())
                .mapToObj(cohort.entered()::plus)
                .toList();
    }

    /** School code, HS and the last two digits of the cohort's years, as city registries number their books. */
    private String bookCode() {
        return "%sHS%02d%02d"
                .formatted(
                        unit.school().code(),
                        cohort.entered().start() % 100,
                        cohort.leaves().end() % 100);
    }

    private static Object startedOn(List<RegistryEntry> entries) {
        return entries.stream()
                .map(RegistryEntry::entryDate)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .<Object>map(day -> day)
                .orElse("");
    }

    private Map<String, Object> entry(RegistryEntry line) {
        Student student = Objects.requireNonNull(unit.students().get(line.studentId()));
        Photo photo = unit.photos().get(line.studentId());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("registryNumber", line.number());
        row.put("photo", photo == null ? null : photo.sha256());
        row.put("photoOf", photo == null ? null : photo.studentId().value());
        identity(row, student);
        row.put("entryDate", line.entryDate());
        row.put("entryClass", entryClass(line));
        row.put("entryKind", line.entryKind());
        row.put("formerSchool", line.formerSchool());
        row.put("years", years(line));
        row.put("leftOn", line.leftOn());
        row.put("leftReason", line.leftReason());
        row.put("note", line.note());
        return row;
    }

    private static void identity(Map<String, Object> row, Student student) {
        row.put("id", student.id().value());
        row.put("name", student.name());
        row.put("moetCode", student.moetCode());
        row.put("identityNumber", student.identityNumber());
        row.put("gender", student.gender());
        row.put("birthDate", student.knownBirthDate());
        row.put("birthPlace", student.birthPlace());
        row.put("ethnicity", student.ethnicity());
        row.put("policy", student.policy());
        row.put("address", student.address());
        row.put("father", student.father().name());
        row.put("fatherJob", student.father().job());
        row.put("mother", student.mother().name());
        row.put("motherJob", student.mother().job());
        row.put("guardian", student.guardian().name());
        row.put("guardianJob", student.guardian().job());
    }

    /** The class of the school year in which the student came; in summer that is the year which then begins. */
    private String entryClass(RegistryEntry line) {
        LocalDate day = line.entryDate();
        if (day == null) {
            return "";
        }
        int first = day.getMonthValue() < SUMMER.getValue() ? day.getYear() - 1 : day.getYear();
        return unit.enrolments().getOrDefault(line.studentId(), List.of()).stream()
                .filter(place -> place.year().start() == first
                        && place.schoolCode().equals(unit.school().code()))
                .map(Enrolment::className)
                .findFirst()
                .orElse("");
    }

    /** One entry for each of the book's years that the student was here. */
    private List<Map<String, Object>> years(RegistryEntry line) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SchoolYear year : years()) {
            lastPlace(line.studentId(), year).ifPresent(place -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("schoolYear", year.toString());
                row.put("className", place.className());
                row.put("result", result(place));
                rows.add(row);
            });
        }
        return rows;
    }

    /** Where the student ended the year; where he or she was last, if not at this school. */
    private Optional<Enrolment> lastPlace(StudentId student, SchoolYear year) {
        Optional<Enrolment> end = unit.endOfYear(student, year);
        return end.isPresent()
                ? end
                : unit.enrolments().getOrDefault(student, List.of()).stream()
                        .filter(place -> place.year().equals(year)
                                && place.schoolCode().equals(unit.school().code()))
                        .reduce((earlier, later) -> later);
    }

    private String result(Enrolment place) {
        String outcome =
                switch (place.status()) {
                    case STUDYING, TRANSFERRED_IN -> outcome(place);
                    case TRANSFERRED_OUT -> "TRANSFERRED_OUT";
                    case LEFT -> "LEFT";
                    case CHANGED_CLASS -> "";
                };
        return papers.registryResults().getOrDefault(outcome, outcome);
    }

    /** An outcome's code where the marks tell, else the side file's own words. */
    private String outcome(Enrolment place) {
        Optional<YearResult> result = unit.result(place);
        String told = result.map(YearResult::outcome).orElse("");
        return result.map(marks -> marks.assessments().get(AssessmentTime.END_2))
                .map(end -> Outcomes.of(end, unit.section(place).grade()))
                .filter(code -> !code.isEmpty())
                .orElse(told);
    }
}
