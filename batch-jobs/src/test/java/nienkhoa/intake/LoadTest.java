package nienkhoa.intake;

import static nienkhoa.intake.LoadExport.code;
import static nienkhoa.intake.LoadExport.row;
import static nienkhoa.intake.TestExport.CLASS_LIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.intake.difference.ChangeLimit;
import nienkhoa.intake.difference.ClassDifference;
import nienkhoa.intake.difference.ClassKey;
import nienkhoa.intake.difference.Counts;
import nienkhoa.intake.difference.What;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.Enrolment;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.StudentId;
import nienkhoa.testing.TestDatabase;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a load changes, when it stops, and what is remembered of it. */
class LoadTest {

    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final Clock SAT_2024_06_01 = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final ClassKey CLASS_5A = new ClassKey(LoadExport.SCHOOL, 2023, "5A");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path home;

    @TempDir
    private Path folders;

    private RegisterContents register;
    private int exports;

    @BeforeEach
    void emptyRegister() {
        DATABASE.clear();
        register = new RegisterContents(DATABASE.jdbc());
    }

    @Test
    void dryRunWritesNothingAndSaysWhatWouldChange() throws IOException {
        load(LoadExport.of(6));
        String before = register.digest();
        TestExport changed = LoadExport.of(7).set(CLASS_LIST, "5A", "C" + row(2), "Trần Thị Đổi");
        changed.set(CLASS_LIST, "5A", "N" + row(3), "5B");

        IntakeResult result = read(LoadExport.without(changed, code(4)::equals), dryRun());

        assertThat(register.digest()).isEqualTo(before);
        assertThat(result.stopped()).isFalse();
        assertThat(result.counts().revisions()).isNotEmpty();
        ClassDifference of5A = difference(result, CLASS_5A);
        assertThat(of5A.registered()).isEqualTo(6);
        assertThat(of5A.students()).isEqualTo(new Counts(1, 1, 0, 1, 3));
        assertThat(of5A.movedAway()).isEqualTo(1);
        assertThat(of5A.fields()).containsOnlyKeys("student.name");
        assertThat(difference(result, new ClassKey(LoadExport.SCHOOL, 2023, "5B"))
                        .students())
                .isEqualTo(new Counts(0, 0, 1, 0, 0));
        assertThat(loads()).containsExactly("COMMITTED|", "DRY_RUN|");
    }

    @Test
    void workbookNamesStudentFieldBeforeAndAfterAndStartsNoFormula() throws IOException {
        load(LoadExport.of(6));
        TestExport changed = LoadExport.of(6).set(CLASS_LIST, "5A", "J" + row(2), "=HYPERLINK(\"x\")");

        IntakeResult result = read(LoadExport.without(changed, code(4)::equals), dryRun());

        List<List<String>> lines = lines(result.load().workbook().orElseThrow());
        assertThat(lines)
                .contains(
                        List.of(
                                LoadExport.SCHOOL,
                                "2023-2024",
                                "5A",
                                id(2),
                                "Thay đổi",
                                "nơi ở/địa chỉ",
                                "Tổ 2",
                                "'=HYPERLINK(\"x\")"),
                        List.of(LoadExport.SCHOOL, "2023-2024", "5A", id(4), "Không còn", "Lớp học", "5A", ""));
        assertThat(result.load().workbook().orElseThrow().getFileName().toString())
                .isEqualTo(result.exportSha256().substring(0, 12) + "-difference.xlsx");
    }

    @Test
    void sameDifferenceGivesTheSameBytes() throws IOException {
        load(LoadExport.of(6));
        Path smaller = written(LoadExport.of(5));
        Path workbook = read(smaller, dryRun()).load().workbook().orElseThrow();
        byte[] first = Files.readAllBytes(workbook);

        read(smaller, dryRun());

        assertThat(workbook).hasBinaryContent(first);
        assertThat(workbook.getParent()).isDirectoryNotContaining(path -> !path.equals(workbook));
    }

    @Test
    void endsThePlaceOfStudentWhoVanishedAndKeepsEverythingElse() throws IOException {
        load(TestExport.standard());
        TestExport without = LoadExport.without(TestExport.standard(), TestExport.CHI::equals);
        without.workbooks
                .keySet()
                .removeIf(name -> name.equals(TestExport.RESULTS)
                        || name.equals(TestExport.COMMENTS)
                        || name.equals(TestExport.REGISTRY));

        load(without);

        assertThat(register.current("enrolment", Enrolment.class))
                .extracting(Enrolment::studentId)
                .doesNotContain(StudentId.ofMoetCode(TestExport.CHI))
                .hasSize(2);
        assertThat(register.current("student")).hasSize(3);
        assertThat(register.current("year-result")).hasSize(3);
        assertThat(register.current("registry-entry")).hasSize(3);
        assertThat(history("enrolment", TestExport.CHI)).containsExactly("1 false", "2 false");
    }

    @Test
    void listsOfOtherYearsEndNoPlace() throws IOException {
        load(withFormerYear(LoadExport.of(6), 6));

        IntakeResult result = load(withFormerYear(LoadExport.of(6), 1));

        ClassDifference of4A = difference(result, new ClassKey(LoadExport.SCHOOL, 2022, "4A"));
        assertThat(of4A.notListed()).isEqualTo(5);
        assertThat(of4A.students()).isEqualTo(new Counts(0, 0, 0, 0, 1));
        assertThat(register.current("enrolment")).hasSize(12);
    }

    private static TestExport withFormerYear(TestExport export, int students) {
        Object[][] list = LoadExport.of(2022, 4, 2013, students).rows(CLASS_LIST, "5A");
        return export.sheet("2022-2023/danh-sach-hoc-sinh.xlsx", "4A", list);
    }

    @Test
    void takesTheStudentBackWhoIsListedAgain() throws IOException {
        load(LoadExport.of(6));
        load(LoadExport.of(5));

        load(LoadExport.of(6));

        assertThat(register.current("enrolment")).hasSize(6);
        assertThat(history("enrolment", code(6))).containsExactly("1 false", "2 false", "3 true");
    }

    @Test
    void keepsThePlaceOfStudentWhoseRowWasRejected() throws IOException {
        load(LoadExport.of(6));

        IntakeResult result = load(LoadExport.of(6).set(CLASS_LIST, "5A", "D" + row(4), "31/02/2013"));

        assertThat(result.byCode()).containsEntry("I003_BAD_DATE", 1L);
        assertThat(register.current("enrolment")).hasSize(6);
        assertThat(difference(result, CLASS_5A).students().vanished()).isZero();
    }

    @Test
    void endsNobodyInClassWithRowThatNamesNobody() throws IOException {
        load(LoadExport.of(6));

        load(LoadExport.of(6).set(CLASS_LIST, "5A", "B" + row(4), "khong-ro"));

        assertThat(register.current("enrolment")).hasSize(6);
    }

    @ParameterizedTest(name = "{0} students, {1} vanish: {2} {3}")
    @CsvSource(textBlock = """
                    # in class, vanish, stops, why
                    20,         5,      false, a quarter is not more than a quarter
                    20,         6,      true,  more than a quarter
                     8,         4,      false, half of the class but too few to be sure
                     8,         5,      true,  as few as count
                    """)
    void stopsIfTooManyVanish(int students, int vanish, boolean stops, String why) throws IOException {
        load(LoadExport.of(students));
        String before = register.digest();

        IntakeResult result = read(LoadExport.of(students - vanish), LoadRequest.of(YEAR));

        assertThat(result.stopped()).as(why).isEqualTo(stops);
        if (stops) {
            assertThat(register.digest()).isEqualTo(before);
            assertThat(result.load().stops())
                    .extracting(Finding::code, finding -> finding.args().subList(0, 4))
                    .containsExactly(tuple(
                            "I151_TOO_MUCH_CHANGES_IN_CLASS",
                            List.of(String.valueOf(vanish), String.valueOf(students), "25", CLASS_5A.toString())));
            assertThat(result.load().workbook()).isPresent();
        }
    }

    @Test
    void stopsIfTooManyValuesBecomeOthersButNotIfTheyAreFilledIn() throws IOException {
        load(addresses(LoadExport.of(10), ""));

        IntakeResult filledIn = read(addresses(LoadExport.of(10), "Tổ mới"), LoadRequest.of(YEAR));
        IntakeResult others = read(addresses(LoadExport.of(10), "Tổ khác"), LoadRequest.of(YEAR));

        assertThat(filledIn.stopped()).isFalse();
        assertThat(difference(filledIn, CLASS_5A).students().changed()).isEqualTo(10);
        assertThat(others.stopped()).isTrue();
        assertThat(others.byCode()).containsOnlyKeys("I151_TOO_MUCH_CHANGES_IN_CLASS");
    }

    @Test
    void newOrderOfTheListIsNoChangeThatStops() throws IOException {
        load(LoadExport.of(10));
        TestExport reordered = LoadExport.of(10);
        for (int student = 1; student <= 10; student++) {
            reordered.set(CLASS_LIST, "5A", "A" + row(student), 11 - student);
        }

        assertThat(read(reordered, LoadRequest.of(YEAR)).stopped()).isFalse();
    }

    @Test
    void firstLoadAndTheSameLoadAgainNeverStop() throws IOException {
        Path export = written(LoadExport.of(10));

        assertThat(read(export, LoadRequest.of(YEAR)).stopped()).isFalse();
        assertThat(read(export, LoadRequest.of(YEAR)).stopped()).isFalse();
        assertThat(loads()).containsExactly("COMMITTED|", "COMMITTED|");
    }

    @Test
    void confirmedLoadGoesOnAndItsReasonIsKept() throws IOException {
        load(LoadExport.of(10));
        Path smaller = written(LoadExport.of(4));
        read(smaller, LoadRequest.of(YEAR));

        IntakeResult result = read(smaller, confirmed("Tách lớp theo quyết định 12"));

        assertThat(result.stopped()).isFalse();
        assertThat(register.current("enrolment")).hasSize(4);
        assertThat(loads()).containsExactly("COMMITTED|", "STOPPED|", "COMMITTED|Tách lớp theo quyết định 12");
        assertThat(result.load().entry().by()).isEqualTo("thu.ky");
        Path kept = home.resolve("work/exports/" + result.exportSha256() + "/confirmed-loads.json");
        assertThat(Files.readString(kept)).contains("Tách lớp theo quyết định 12", "thu.ky", "2024-06-01T00:00:00Z");
        byte[] bytes = Files.readAllBytes(kept);
        assertThat(read(smaller, LoadRequest.of(YEAR)).stopped()).isFalse();
        assertThat(kept).hasBinaryContent(bytes);
    }

    @Test
    void stopsIfTheAgesAreOfAnotherYearUntilThatIsConfirmed() throws IOException {
        Path lastYears = written(LoadExport.of(2023, 5, 2012, 8));

        IntakeResult stopped = read(lastYears, LoadRequest.of(YEAR));

        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.load().dataYear().seems()).isEqualTo(new SchoolYear(2022));
        assertThat(stopped.load().stops())
                .extracting(Finding::code, Finding::args)
                .containsExactly(tuple("I150_DATA_OF_OTHER_YEAR", List.of("2023-2024", "2022-2023")));
        assertThat(register.revisions()).isZero();
        assertThat(read(lastYears, confirmed("Lớp phổ cập")).stopped()).isFalse();
        assertThat(read(lastYears, LoadRequest.of(YEAR)).stopped()).isFalse();
    }

    @Test
    void stopsIfStudentsAreInTheGradeOfTheYearBefore() throws IOException {
        TestExport before = LoadExport.of(2022, 4, 2013, 8);
        read(before, LoadRequest.of(new SchoolYear(2022)));
        TestExport sameWithNewTitle = LoadExport.of(2023, 4, 2014, 8);

        IntakeResult result = read(sameWithNewTitle, LoadRequest.of(YEAR));

        assertThat(result.load().dataYear().evidence())
                .extracting(each -> each.kind() + " " + each.says())
                .contains("AGES 2023-2024", "GRADES 2022-2023");
        assertThat(result.load().dataYear().contradicts()).as("one against one").isFalse();
        assertThat(read(LoadExport.of(2023, 4, 2013, 8), LoadRequest.of(YEAR)).stopped())
                .isTrue();
    }

    @Test
    void saysTheLatestDateOfComingAndLeaving() throws IOException {
        IntakeResult result = load(TestExport.standard());

        assertThat(result.load().dataYear().seems()).isEqualTo(YEAR);
        assertThat(result.load().dataYear().latest()).contains(LocalDate.of(2024, 5, 31));
        assertThat(result.load().lines()).hasSizeLessThanOrEqualTo(LoadOutcome.LINES_KEPT);
        assertThat(result.load().dataYear().evidence())
                .extracting(each -> each.kind() + " " + each.says())
                .contains("TITLES 2023-2024", "DATES 2023-2024");
    }

    @Test
    void resultsAreCountedByThemselves() throws IOException {
        load(TestExport.standard());

        IntakeResult result = load(TestExport.standard()
                .set(TestExport.RESULTS, "CN", "G9", 8)
                .set(TestExport.COMMENTS, "Tiếng Việt", "G4", 8));

        ClassDifference of5A = difference(result, CLASS_5A);
        assertThat(of5A.results()).isEqualTo(new Counts(0, 1, 0, 0, 2));
        assertThat(of5A.students()).isEqualTo(new Counts(0, 0, 0, 0, 3));
        assertThat(result.load().lines())
                .extracting(line -> line.what(), line -> line.field(), line -> line.before(), line -> line.after())
                .containsExactly(
                        tuple(What.CHANGED, "year-result.assessments.END_2.subjects.TIENG_VIET.score", "9", "8"));
    }

    private static TestExport addresses(TestExport export, String address) {
        for (int row = row(1); row <= export.rows(CLASS_LIST, "5A").length; row++) {
            export.set(CLASS_LIST, "5A", "J" + row, address.isEmpty() ? "" : address + " " + row);
        }
        return export;
    }

    private static String id(int student) {
        return StudentId.ofMoetCode(code(student)).value();
    }

    private static ClassDifference difference(IntakeResult result, ClassKey place) {
        return result.load().difference().classes().stream()
                .filter(each -> each.place().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> lines(Path workbook) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
            Sheet sheet = book.getSheet("Khác nhau");
            for (Row row : sheet) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < 8; column++) {
                    cells.add(row.getCell(column).getStringCellValue());
                }
                lines.add(cells);
            }
        }
        return lines;
    }

    private List<String> history(String kind, String moetCode) {
        return DATABASE.jdbc()
                .sql("select revision || ' ' || current from register_entry where kind = ? and student_id = ?"
                        + " order by revision")
                .params(kind, StudentId.ofMoetCode(moetCode).value())
                .query(String.class)
                .list();
    }

    private List<String> loads() {
        return DATABASE.jdbc()
                .sql("select outcome || '|' || confirmed from intake_load order by load")
                .query(String.class)
                .list();
    }

    private static LoadRequest dryRun() {
        return new LoadRequest(YEAR, true, Optional.empty(), new ChangeLimit(0.25), "thu.ky");
    }

    private static LoadRequest confirmed(String reason) {
        return new LoadRequest(YEAR, false, Optional.of(reason), new ChangeLimit(0.25), "thu.ky");
    }

    private IntakeResult load(TestExport export) throws IOException {
        IntakeResult result = read(export, LoadRequest.of(YEAR));
        assertThat(result.stopped()).isFalse();
        return result;
    }

    private IntakeResult read(TestExport export, LoadRequest request) throws IOException {
        return read(written(export), request);
    }

    /** Quirk: POI stamps the time into a workbook, so the same export written twice is two exports. */
    private Path written(TestExport export) throws IOException {
        exports++;
        return export.write(Files.createDirectories(folders.resolve("e" + exports)));
    }

    private IntakeResult read(Path folder, LoadRequest request) {
        Intake intake = new Intake(
                home,
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                SAT_2024_06_01,
                2);
        return intake.read(intake.take(folder), request, ProgressListener.NONE);
    }
}
