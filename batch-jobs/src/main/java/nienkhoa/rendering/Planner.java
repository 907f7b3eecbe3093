package nienkhoa.rendering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Cohort;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.Level;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.StudentId;
import nienkhoa.model.YearResult;
import nienkhoa.rendering.Scope.FormChoice;
import nienkhoa.rendering.YearEndPapers.Of;
import nienkhoa.rendering.YearEndPapers.Paper;

/**
 * Says which documents a school year owes, from the register and the editions in force. Every student of a class list
 * gets a line: a document to be made, or the reason why there is none.
 */
public final class Planner {

    private final Register register;
    private final FormCatalogue catalogue;
    private final YearEndPapers papers;

    public Planner(Register register, FormCatalogue catalogue, YearEndPapers papers) {
        this.register = register;
        this.catalogue = catalogue;
        this.papers = papers;
    }

    /** The units of a run: its class sections, then the cohorts of their schools. */
    public List<Unit> units(Scope scope) {
        List<ClassSection> sections = register.classSections(scope.year()).stream()
                .filter(section ->
                        scope.school().map(section.schoolCode()::equals).orElse(true))
                .toList();
        List<Unit> units = new ArrayList<>();
        sections.stream()
                .filter(section -> scope.className().map(section.name()::equals).orElse(true))
                .forEach(section -> units.add(
                        new Unit(Unit.Kind.CLASS_SECTION, section.schoolCode(), scope.year(), section.name())));
        if (scope.className().isEmpty()) {
            sections.stream().map(ClassSection::schoolCode).distinct().forEach(school -> cohorts(scope, school)
                    .forEach(cohort -> units.add(Unit.ofCohort(school, scope.year(), cohort))));
        }
        return units;
    }

    /** The cohorts whose registry is owed: those that end this year. */
    private List<Cohort> cohorts(Scope scope, String school) {
        return register.registry(school).stream()
                .map(RegistryEntry::cohort)
                .distinct()
                .filter(cohort -> cohort.leaves().equals(scope.year()))
                .sorted(Comparator.comparing(Cohort::level).thenComparing(Cohort::entered))
                .toList();
    }

    /** The documents of one unit. */
    public List<PlannedDocument> plan(Scope scope, Unit unit) {
        List<PlannedDocument> documents = new ArrayList<>();
        for (Paper paper : papers.papers()) {
            if (unit.kind() == Unit.Kind.COHORT && paper.of() == Of.COHORT) {
                documents.addAll(ofCohort(scope, unit, paper));
            } else if (unit.kind() == Unit.Kind.CLASS_SECTION && paper.of() != Of.COHORT) {
                ClassSection section = register.classSection(unit.schoolCode(), unit.year(), unit.name());
                documents.addAll(
                        paper.of() == Of.STUDENT
                                ? ofStudents(scope, unit, paper, section)
                                : ofClassSection(scope, unit, paper, section));
            }
        }
        return documents;
    }

    private List<PlannedDocument> ofStudents(Scope scope, Unit unit, Paper paper, ClassSection section) {
        List<PlannedDocument> documents = new ArrayList<>();
        for (Owed owed : owed(scope, paper, section.year(), section.grade(), section.key())) {
            for (Enrolment place : register.classList(section)) {
                List<Finding> reasons = new ArrayList<>(owed.reasons());
                absence(place).ifPresent(reasons::add);
                documents.add(new PlannedDocument(
                        unit,
                        owed.form(),
                        owed.edition(),
                        owed.variant(),
                        section.name(),
                        section.grade(),
                        "",
                        place.studentId().value(),
                        place.ordinal(),
                        reasons));
            }
        }
        return documents;
    }

    private static Optional<Finding> absence(Enrolment place) {
        return switch (place.status()) {
            case STUDYING, TRANSFERRED_IN -> Optional.empty();
            case TRANSFERRED_OUT ->
                Optional.of(reason("N101_TRANSFERRED_OUT", place.studentId().value()));
            case CHANGED_CLASS ->
                Optional.of(reason("N102_CHANGED_CLASS", place.studentId().value()));
            case LEFT ->
                Optional.of(reason("N103_LEFT_SCHOOL", place.studentId().value()));
        };
    }

    private List<PlannedDocument> ofClassSection(Scope scope, Unit unit, Paper paper, ClassSection section) {
        List<PlannedDocument> documents = new ArrayList<>();
        for (Owed owed : owed(scope, paper, section.year(), section.grade(), section.key())) {
            List<String> variants = owed.edition().isEmpty() ? List.of("") : times(section, owed);
            for (String variant : variants) {
                documents.add(new PlannedDocument(
                        unit,
                        owed.form(),
                        owed.edition(),
                        variant,
                        section.name(),
                        section.grade(),
                        "",
                        "",
                        0,
                        owed.reasons()));
            }
        }
        return documents;
    }

    /** In primary school the times of which the register has data; the end of the year is always owed. */
    private List<String> times(ClassSection section, Owed owed) {
        if (owed.chosen() || section.level() != Level.PRIMARY) {
            return List.of(owed.variant());
        }
        Set<AssessmentTime> times = EnumSet.of(AssessmentTime.END_2);
        List<StudentId> students =
                register.classList(section).stream().map(Enrolment::studentId).toList();
        register.resultsOf(students).stream()
                .filter(result -> result.year().equals(section.year()))
                .map(YearResult::assessments)
                .forEach(assessments -> times.addAll(assessments.keySet()));
        return times.stream().map(AssessmentTime::name).toList();
    }

    private List<PlannedDocument> ofCohort(Scope scope, Unit unit, Paper paper) {
        Cohort cohort = unit.cohort();
        int grade = cohort.level().lastGrade();
        List<PlannedDocument> documents = new ArrayList<>();
        for (Owed owed : owed(scope, paper, unit.year(), grade, unit.schoolCode() + "/" + cohort.label())) {
            documents.add(cohortDocument(unit, owed, "", owed.reasons()));
            withoutLine(unit, grade)
                    .forEach(student -> documents.add(cohortDocument(
                            unit, owed, student.value(), List.of(reason("N104_NO_REGISTRY_LINE", student.value())))));
        }
        return documents;
    }

    private static PlannedDocument cohortDocument(Unit unit, Owed owed, String student, List<Finding> reasons) {
        Cohort cohort = unit.cohort();
        return new PlannedDocument(
                unit,
                owed.form(),
                owed.edition(),
                owed.variant(),
                "",
                cohort.level().lastGrade(),
                cohort.label(),
                student,
                0,
                reasons);
    }

    /** Students of the level's last grade whom the registry does not know. */
    private List<StudentId> withoutLine(Unit unit, int grade) {
        Cohort cohort = unit.cohort();
        Set<StudentId> known = new HashSet<>();
        register.registry(unit.schoolCode()).stream()
                .filter(entry -> entry.cohort().level() == cohort.level())
                .forEach(entry -> known.add(entry.studentId()));
        return register.classSections(unit.year()).stream()
                .filter(section -> section.schoolCode().equals(unit.schoolCode()) && section.grade() == grade)
                .flatMap(section -> register.classList(section).stream())
                .map(Enrolment::studentId)
                .filter(student -> !known.contains(student))
                .distinct()
                .toList();
    }

    /** The forms of a paper that the run asks for, each with its edition in force or the reason why there is none. */
    private List<Owed> owed(Scope scope, Paper paper, SchoolYear year, int grade, String subject) {
        Optional<String> form = papers.form(paper, Level.ofGrade(grade));
        return scope.forms().stream()
                .filter(choice -> form.filter(choice.form()::equals).isPresent())
                .map(choice -> owed(choice, year, grade, subject))
                .toList();
    }

    private Owed owed(FormChoice choice, SchoolYear year, int grade, String subject) {
        return catalogue
                .inForce(choice.form(), year.start(), grade)
                .map(edition -> inForce(choice, edition))
                .orElseGet(() -> new Owed(
                        choice.form(),
                        "",
                        "",
                        false,
                        List.of(reason("N001_NO_EDITION", subject, choice.form(), regime(year, grade)))));
    }

    private static Owed inForce(FormChoice choice, Edition edition) {
        String variant = choice.variant().orElse(edition.yearEndVariant());
        return new Owed(
                choice.form(), edition.edition(), variant, choice.variant().isPresent(), List.of());
    }

    private String regime(SchoolYear year, int grade) {
        return catalogue.regime(year.start(), grade);
    }

    private static Finding reason(String code, String subject, String... more) {
        List<String> args = new ArrayList<>(List.of(subject));
        args.addAll(List.of(more));
        return new Finding(code, Severity.WARN, Place.ofSubject(subject), "", args);
    }

    /** @param chosen whether the run names the variant itself */
    private record Owed(String form, String edition, String variant, boolean chosen, List<Finding> reasons) {}
}
