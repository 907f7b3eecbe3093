package nienkhoa.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.Staging.KnownStudent;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Enrolment.Status;
import nienkhoa.model.Photo;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.model.Student.Relative;
import org.jspecify.annotations.Nullable;

/** Joins all rows about one student into the records that the register keeps. */
final class StudentAssembler {

    private final StudentRows rows;
    private final SchoolAssembler schools;
    private final @Nullable KnownStudent known;
    private final ClassChecks checks;
    private final List<RegisterRecord> records = new ArrayList<>();
    private Optional<Student> believed = Optional.empty();

    /** @param known what the register believes already; null if it does not know the student */
    StudentAssembler(StudentRows rows, SchoolAssembler schools, @Nullable KnownStudent known, ClassChecks checks) {
        this.rows = rows;
        this.schools = schools;
        this.known = known;
        this.checks = checks;
    }

    List<RegisterRecord> records() {
        new ClassListCheck(rows).run();
        new PersonCheck(rows).run();
        rejectStrangers();
        for (String school : rows.schools()) {
            classes(school);
            records.addAll(new RegistryAssembler(rows, school, schools, knownLines()).records());
        }
        student();
        photo();
        return records;
    }

    /** After {@link #records}: the person, if the export says something newer than the register. */
    Optional<Student> believed() {
        return believed;
    }

    /** Rows about a student whom no class list knows: the reason is the class list's, if that row was rejected. */
    private void rejectStrangers() {
        for (Fact row : rows.all()) {
            if (row.kind() != FactKind.CLASS_LIST && !isInClassList(row)) {
                Optional<Fact> rejected = rows.rejectedClassRows().stream()
                        .filter(list -> !isOfYear(row) || list.schoolYear() == row.schoolYear())
                        .findFirst();
                boolean photo = row.kind() == FactKind.PHOTO;
                if (rejected.isPresent()) {
                    String at = rows.at(rejected.get(), "moetCode");
                    String field = photo ? "" : "moetCode";
                    rows.reject(row, "I035_CLASS_LIST_ROW_REJECTED", field, photo ? "" : row.moetCode(), at);
                } else if (photo) {
                    rows.reject(row, "I033_PHOTO_OF_NO_STUDENT", "", "");
                } else {
                    rows.reject(row, "I029_NOT_IN_CLASS_LIST", "moetCode", row.moetCode());
                }
            }
        }
    }

    private boolean isInClassList(Fact row) {
        String school = rows.school(row);
        boolean ofYear = isOfYear(row);
        for (Fact list : rows.of(FactKind.CLASS_LIST)) {
            if ((!ofYear || list.schoolYear() == row.schoolYear())
                    && rows.school(list).equals(school)) {
                return true;
            }
        }
        String place = school + "/" + (ofYear ? row.schoolYear() + "/" : "");
        return known != null && known.classes().stream().anyMatch(known -> known.startsWith(place));
    }

    private static boolean isOfYear(Fact row) {
        return row.kind().isOfYear();
    }

    private void classes(String school) {
        Map<Integer, List<Fact>> byYear = rows.all().stream()
                .filter(row -> row.kind() == FactKind.CLASS_LIST || isOfYear(row))
                .filter(row -> rows.school(row).equals(school))
                .collect(Collectors.groupingBy(Fact::schoolYear, TreeMap::new, Collectors.toList()));
        byYear.forEach((year, facts) -> {
            List<Fact> list = facts.stream()
                    .filter(row -> row.kind() == FactKind.CLASS_LIST)
                    .toList();
            list.forEach(row -> enrol(school, row));
            new YearCheck(rows, CheckRules.bundled(), school, year).run();
            String className = lastClass(school, year, list);
            results(school, year, className);
        });
    }

    private void results(String school, int year, String className) {
        int grade = schools.grade(school, year, className);
        YearResultAssembler primary = new YearResultAssembler(rows, school, year, className);
        if (primary.isWhole()) {
            records.add(primary.record(grade));
            new PrimaryCheck(rows, checks, school, grade).run(year);
        }
        SecondaryResultAssembler secondary = new SecondaryResultAssembler(rows, school, year, className, checks);
        if (secondary.isWhole()) {
            secondary.record(grade).ifPresent(records::add);
        }
    }

    private void enrol(String school, Fact row) {
        schools.named(school, row.schoolYear(), row.className());
        String ordinal = row.value("ordinal");
        Enrolment enrolment = new Enrolment(
                rows.id(),
                school,
                new SchoolYear(row.schoolYear()),
                row.className(),
                ordinal.isEmpty() ? row.row() : Integer.parseInt(ordinal),
                Status.valueOf(row.value("status")));
        boolean counted = newestRow().filter(newest -> newest.isSameRow(row)).isPresent();
        records.add(RegisterRecord.of(enrolment, counted ? 0 : 1));
    }

    /** Where the student finishes the year, else the class left last; from the register if the export has no list. */
    private String lastClass(String school, int year, List<Fact> list) {
        return list.stream()
                .max(Comparator.comparing(ClassListCheck::finishesYear)
                        .thenComparing(row -> !row.value("status").equals("CHANGED_CLASS")))
                .map(Fact::className)
                .orElseGet(() -> knownClass(school + "/" + year + "/"));
    }

    private String knownClass(String place) {
        Stream<String> classes = known == null ? Stream.empty() : known.classes().stream();
        return classes.filter(known -> known.startsWith(place))
                .map(known -> known.substring(place.length()))
                .findFirst()
                .orElse("");
    }

    private List<RegistryEntry> knownLines() {
        return known == null
                ? List.of()
                : known.registry().stream()
                        .map(line -> CanonicalJson.read(line, RegistryEntry.class))
                        .toList();
    }

    private Optional<Fact> newestRow() {
        return rows.of(FactKind.CLASS_LIST).stream()
                .max(Comparator.comparingInt(Fact::schoolYear).thenComparing(ClassListCheck::finishesYear));
    }

    /** The newest class list is believed; an export of older years changes nothing about the person. */
    private void student() {
        Optional<Fact> newest = newestRow();
        ProfileSupplement profile = new ProfileSupplement(rows);
        int used = (newest.isPresent() ? 1 : 0) + profile.rows();
        if (newest.isPresent() && (known == null || newest.get().schoolYear() >= known.newestYear())) {
            Student student = student(profile.on(newest.get()));
            believed = Optional.of(student);
            records.add(RegisterRecord.of(student, used));
        } else if (used > 0 && known != null) {
            Student before = CanonicalJson.read(known.student(), Student.class);
            records.add(RegisterRecord.of(newest.isPresent() ? before : profile.on(before), used));
        }
    }

    private Student student(Fact row) {
        Optional<Fact> line = rows.of(FactKind.REGISTRY).stream()
                .max(Comparator.comparing((Fact registry) -> registry.value("cohort")));
        Before before = before();
        return new Student(
                rows.id(),
                code(row, Fact::moetCode, before.moetCode()),
                code(row, Fact::identityNumber, before.identityNumber()),
                row.value("name"),
                row.value("gender"),
                row.value("birthDate").isEmpty() ? null : LocalDate.parse(row.value("birthDate")),
                row.value("ethnicity"),
                row.value("nationality"),
                firstOf(row.value("birthPlace"), joined(row, "birthCommune", "birthProvince")),
                joined(row, "hometownHamlet", "hometownCommune", "hometownProvince"),
                firstOf(row.value("address"), residence(row)),
                line.map(registry -> registry.value("policy"))
                        .orElseGet(() -> firstOf(row.value("policy"), before.policy())),
                relative(row.value("fatherName"), row.value("fatherJob"), row.value("fatherBirthYear")),
                relative(row.value("motherName"), row.value("motherJob"), row.value("motherBirthYear")),
                line.map(registry -> relative(registry.value("guardian"), registry.value("guardianJob"), ""))
                        .orElseGet(() -> guardian(row, before)),
                row.value("birthDateText"));
    }

    /** Some class lists name who looks after a child without parents; most do not. */
    private static Relative guardian(Fact row, Before before) {
        Relative own = relative(row.value("guardian"), row.value("guardianJob"), "");
        return own.equals(Relative.NONE) ? before.guardian() : own;
    }

    /** The code in the newest row, else in any other one, else the one that was known before. */
    private String code(Fact newest, Function<Fact, String> of, String before) {
        return Stream.concat(Stream.of(newest), rows.all().stream())
                .map(of)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse(before);
    }

    /** What an earlier side file or list said, for exports that come without it. */
    private Before before() {
        if (known == null || known.student().isEmpty()) {
            return new Before("", "", "", Relative.NONE);
        }
        Student student = CanonicalJson.read(known.student(), Student.class);
        return new Before(student.moetCode(), student.identityNumber(), student.policy(), student.guardian());
    }

    private record Before(String moetCode, String identityNumber, String policy, Relative guardian) {}

    static String residence(Fact row) {
        return joined(row, "residence", "residenceCommune", "residenceDistrict", "residenceProvince");
    }

    static String firstOf(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String joined(Fact row, String... fields) {
        return Stream.of(fields)
                .map(row::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static Relative relative(String name, String job, String birthYear) {
        return name.isEmpty() && job.isEmpty() && birthYear.isEmpty()
                ? Relative.NONE
                : new Relative(name, job, birthYear);
    }

    private void photo() {
        List<Fact> photos = rows.of(FactKind.PHOTO);
        if (photos.isEmpty()) {
            return;
        }
        Fact photo = photos.get(0);
        for (Fact other : photos.subList(1, photos.size())) {
            if (other.value("sha256").equals(photo.value("sha256"))) {
                continue;
            }
            rows.reject(other, "I037_SECOND_PHOTO", "", "", rows.at(photo, ""));
        }
        checkSize(photo, Integer.parseInt(photo.value("widthPx")), Integer.parseInt(photo.value("heightPx")));
        records.add(RegisterRecord.of(
                new Photo(
                        rows.id(),
                        photo.value("sha256"),
                        Integer.parseInt(photo.value("widthPx")),
                        Integer.parseInt(photo.value("heightPx")),
                        Long.parseLong(photo.value("bytes"))),
                1));
    }

    private void checkSize(Fact photo, int widthPx, int heightPx) {
        CheckRules.Photo limits = CheckRules.bundled().photo();
        String size = widthPx + "×" + heightPx;
        if (!limits.isOfShape(widthPx, heightPx)) {
            rows.warn(photo, "I189_PHOTO_NOT_3_4", "", size);
        }
        if (!limits.isLargeEnough(widthPx, heightPx)) {
            rows.warn(
                    photo,
                    "I194_PHOTO_SMALL",
                    "",
                    size,
                    String.valueOf(limits.minWidthPx()),
                    String.valueOf(limits.minHeightPx()));
        }
    }
}
