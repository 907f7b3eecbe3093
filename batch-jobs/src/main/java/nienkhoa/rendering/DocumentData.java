package nienkhoa.rendering;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.Level;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;

/** Builds the data of a unit's documents; the unit is read from the register once. */
final class DocumentData {

    /** The variant of a transcript that holds one school year only. */
    private static final String YEAR_PAGES = "year-pages";

    private final Register register;
    private final YearEndPapers papers;
    private final FormCatalogue catalogue;
    private final Unit unit;
    private final LocalDate issued;
    private final List<RegistryEntry> entries;
    private final List<Enrolment> classList;
    private final UnitData data;

    DocumentData(Register register, YearEndPapers papers, FormCatalogue catalogue, Unit unit, LocalDate issued) {
        this.register = register;
        this.catalogue = catalogue;
        this.papers = papers;
        this.unit = unit;
        this.issued = issued;
        this.entries = unit.kind() == Unit.Kind.COHORT ? entries(register, unit) : List.of();
        this.classList = unit.kind() == Unit.Kind.CLASS_SECTION ? register.classList(section()) : List.of();
        this.data = UnitData.read(register, unit.schoolCode(), students());
    }

    private List<StudentId> students() {
        return unit.kind() == Unit.Kind.COHORT
                ? entries.stream().map(RegistryEntry::studentId).toList()
                : classList.stream().map(Enrolment::studentId).toList();
    }

    /** A book's lines in the order of their numbers: shorter numbers first, so that 9 comes before 10. */
    private static List<RegistryEntry> entries(Register register, Unit unit) {
        return register.registry(unit.schoolCode()).stream()
                .filter(entry -> entry.cohort().equals(unit.cohort()))
                .sorted(Comparator.<RegistryEntry>comparingInt(
                                entry -> entry.number().length())
                        .thenComparing(RegistryEntry::number)
                        .thenComparing(RegistryEntry::studentId))
                .toList();
    }

    private ClassSection section() {
        return register.classSection(unit.schoolCode(), unit.year(), unit.name());
    }

    Built build(PlannedDocument planned) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", planned.id());
        document.put("form", planned.form());
        document.put("edition", planned.edition());
        document.put("variant", planned.variant());
        document.put("issued", issued);
        if (unit.kind() == Unit.Kind.COHORT) {
            return new Built(new RegistryData(data, papers, unit.cohort()).json(entries, document, issued), List.of());
        }
        boolean primary = Level.ofGrade(planned.grade()) == Level.PRIMARY;
        if (planned.studentId().isEmpty()) {
            return primary ? classSummary(planned, document) : recordBook(planned, document);
        }
        return primary
                ? transcript(planned, document)
                : secondaryTranscript(planned, document);
    }

    private Built classSummary(PlannedDocument planned, Map<String, Object> document) {
        AssessmentTime time = AssessmentTime.valueOf(planned.variant());
        List<String> missing = classList.stream()
                .filter(place -> isOwed(place, time))
                .filter(place -> !isAssessed(data.result(place), time))
                .map(place -> place.studentId().value())
                .toList();
        if (!missing.isEmpty()) {
            return absent("N004_STUDENTS_WITHOUT_RESULTS", planned, unit.name(), String.join(", ", missing));
        }
        return new Built(ClassSummaryData.json(data, section(), classList, time, document, papers, issued), List.of());
    }

    private Built recordBook(PlannedDocument planned, Map<String, Object> document) {
        BookSubjects.Known subjects =
                new BookSubjects.Known(codes(planned, "comment"), codes(planned, "score"), codes(planned, "compulsory"));
        ClassRecordBookData book = new ClassRecordBookData(data, section(), classList, papers, subjects);
        List<String> missing = book.withoutResult();
        return missing.isEmpty()
                ? new Built(book.json(document, issued), List.of())
                : absent("N004_STUDENTS_WITHOUT_RESULTS", planned, unit.name(), String.join(", ", missing));
    }

    private List<String> codes(PlannedDocument planned, String list) {
        return catalogue.codes(planned.form(), planned.edition(), list, planned.grade());
    }

    /** Whether the class owes the student an assessment at this time: who came in mid-year has it at the end only. */
    private static boolean isOwed(Enrolment place, AssessmentTime time) {
        return place.status() == Enrolment.Status.STUDYING
                || (place.status() == Enrolment.Status.TRANSFERRED_IN && time == AssessmentTime.END_2);
    }

    /** At the end of the year comments alone are no assessment: the overall level has to be there. */
    private static boolean isAssessed(Optional<YearResult> result, AssessmentTime time) {
        return result.map(YearResult::assessments)
                .map(assessments -> assessments.get(time))
                .filter(assessment ->
                        time != AssessmentTime.END_2 || !assessment.overall().isEmpty())
                .isPresent();
    }

    private Built transcript(PlannedDocument planned, Map<String, Object> document) {
        StudentId student = new StudentId(planned.studentId());
        TranscriptData transcript = new TranscriptData(data, papers, student, issued);
        List<YearResult> years = transcript.years(unit.year()).stream()
                .filter(result ->
                        !planned.variant().equals(YEAR_PAGES) || result.year().equals(unit.year()))
                .toList();
        YearEditions editions = new YearEditions(catalogue, planned);
        List<YearResult> foreign = years.stream()
                .filter(result -> editions.of(result.year(), result.grade()).isEmpty())
                .toList();
        if (!foreign.isEmpty()) {
            return absent("N003_YEAR_OF_OTHER_REGIME", planned, planned.studentId(), names(foreign));
        }
        List<YearResult> unmarked = years.stream()
                .filter(result -> !isAssessed(Optional.of(result), AssessmentTime.END_2))
                .toList();
        if (!unmarked.isEmpty()) {
            return absent("N002_YEAR_WITHOUT_MARKS", planned, planned.studentId(), names(unmarked));
        }
        return years.stream().anyMatch(result -> result.year().equals(unit.year()))
                ? new Built(transcript.json(document, years, editions), List.of(), others(editions, years))
                : absent(
                        "N002_YEAR_WITHOUT_MARKS",
                        planned,
                        planned.studentId(),
                        unit.year().toString());
    }

    private Built secondaryTranscript(PlannedDocument planned, Map<String, Object> document) {
        StudyPlaces studied = new StudyPlaces(data, new StudentId(planned.studentId()), Level.ofGrade(planned.grade()));
        SecondaryTranscriptData transcript = new SecondaryTranscriptData(data, papers, studied, issued);
        List<Enrolment> years = transcript.years(unit.year()).stream()
                .filter(place ->
                        !planned.variant().equals(YEAR_PAGES) || place.year().equals(unit.year()))
                .toList();
        YearEditions editions = new YearEditions(catalogue, planned);
        String foreign = years(years, place -> edition(editions, place).isEmpty());
        if (!foreign.isEmpty()) {
            return absent("N003_YEAR_OF_OTHER_REGIME", planned, planned.studentId(), foreign);
        }
        String unmarked = years(years, place -> !transcript.isSummedUp(place));
        if (!unmarked.isEmpty()) {
            return absent("N002_YEAR_WITHOUT_MARKS", planned, planned.studentId(), unmarked);
        }
        List<Edition> others = years.stream()
                .flatMap(place -> edition(editions, place).stream())
                .filter(edition -> !edition.edition().equals(planned.edition()))
                .distinct()
                .toList();
        return new Built(transcript.json(document, years, editions), List.of(), others);
    }

    private Optional<Edition> edition(YearEditions editions, Enrolment place) {
        return editions.of(place.year(), data.section(place).grade());
    }

    private static String years(List<Enrolment> places, Predicate<Enrolment> which) {
        return places.stream()
                .filter(which)
                .map(place -> place.year().toString())
                .collect(Collectors.joining(", "));
    }

    private static List<Edition> others(YearEditions editions, List<YearResult> years) {
        return years.stream()
                .flatMap(result -> editions.other(result.year(), result.grade()).stream())
                .distinct()
                .toList();
    }

    private static String names(List<YearResult> results) {
        return String.join(
                ", ", results.stream().map(result -> result.year().toString()).toList());
    }

    /** @param what the school years or students that the reason is about */
    private static Built absent(String code, PlannedDocument planned, String subject, String what) {
        Finding reason =
                new Finding(code, Severity.WARN, Place.ofSubject(subject), "", List.of(subject, planned.form(), what));
        return new Built(Map.of(), List.of(reason));
    }

    /**
     * @param reasons why there is no data; empty = there is
     * @param others editions that parts of the document are of, beside its own
     */
    record Built(Map<String, Object> json, List<Finding> reasons, List<Edition> others) {

        Built(Map<String, Object> json, List<Finding> reasons) {
            this(json, reasons, List.of());
        }
    }
}
