package nienkhoa.intake;

import static nienkhoa.intake.TestExport.AN;
import static nienkhoa.intake.TestExport.BINH;
import static nienkhoa.intake.TestExport.CLASS_LIST;
import static nienkhoa.intake.TestExport.SCHOOL_SHEET;
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
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.ClassSection;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Columns that change from one export of a school to the next, and files that are new beside the class list. */
class DriftSentinelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private int exports;

    @BeforeEach
    void forget() {
        DATABASE.emptyRegister();
    }

    @Test
    void saysNothingOfTheFirstExportAndOfOneWithTheSameColumns() throws IOException {
        assertThat(read(TestExport.standard()).findings()).isEmpty();
        assertThat(read(TestExport.standard().set(CLASS_LIST, "5A", "J6", "Tổ 9"))
                        .findings())
                .isEmpty();
    }

    @Test
    void namesMovedColumn() throws IOException {
        read(TestExport.standard());

        IntakeResult moved = read(withColumns(0, 1, 2, 5, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));

        assertThat(moved.findings())
                .extracting(
                        Finding::code,
                        Finding::severity,
                        finding -> finding.place().cell(),
                        Finding::value)
                .containsExactly(tuple("I067_COLUMN_MOVED", Severity.WARN, "D5", "Dân tộc"));
        assertThat(students()).hasSize(3);
    }

    @Test
    void namesColumnThatIsGoneAndOneThatIsNew() throws IOException {
        read(TestExport.standard());

        IntakeResult gone = read(withColumns(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15));
        assertThat(gone.findings())
                .extracting(Finding::code, finding -> finding.place().cell(), Finding::args)
                .containsExactly(tuple("I068_COLUMN_GONE", "5", List.of("Năm sinh cha")));

        TestExport export = TestExport.standard();
        widen(export, "Quốc tịch", "Việt Nam");
        assertThat(read(export).findings())
                .extracting(Finding::code, finding -> finding.place().cell())
                .containsExactly(tuple("I066_COLUMN_NEW", "Q5"));
    }

    @Test
    void namesRenamedColumn() throws IOException {
        read(TestExport.standard());

        IntakeResult renamed = read(TestExport.standard().set(CLASS_LIST, "5A", "J5", "Chốn ở của em"));

        assertThat(renamed.findings())
                .extracting(Finding::code, finding -> finding.place().cell(), Finding::args)
                .contains(tuple("I065_COLUMN_RENAMED", "J5", List.of("Chốn ở của em", "Chỗ ở hiện nay")))
                .extracting(each -> each.toList().get(0))
                .containsOnly("I065_COLUMN_RENAMED", "I063_UNKNOWN_COLUMN");
    }

    @Test
    void suggestsNearestColumnAndNeverReadsItByItself() throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "F5", "Dân tộcc"));

        assertThat(result.findings())
                .extracting(
                        Finding::code,
                        Finding::severity,
                        finding -> finding.place().cell(),
                        finding -> finding.args().get(2))
                .containsExactly(tuple("I064_UNKNOWN_COLUMN_PERHAPS", Severity.WARN, "F5", "Dân tộc"));
        assertThat(students()).extracting(Student::ethnicity).containsOnly("");
    }

    @Test
    void suggestsForMissingColumnByItsValues() throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "G5", "Tình hình"));

        assertThat(result.findings())
                .filteredOn(finding -> finding.place().sheet().equals("5A")
                        && finding.place().file().equals(CLASS_LIST))
                .extracting(Finding::code, finding -> finding.place().cell())
                .containsExactly(tuple("I002_MISSING_COLUMN", "5"), tuple("I064_UNKNOWN_COLUMN_PERHAPS", "G5"));
    }

    @Test
    void suggestsNothingIfTheValuesDoNotFit() throws IOException {
        TestExport export = TestExport.standard();
        widen(export, "Ngày sinhh", "không rõ");

        assertThat(read(export).findings()).extracting(Finding::code).containsExactly("I063_UNKNOWN_COLUMN");
    }

    @Test
    void saysTheSameAboutAnExportThatIsReadAgain() throws IOException {
        read(TestExport.standard());
        TestExport export = withColumns(0, 1, 2, 5, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

        Path own = write(export);
        List<Finding> first = read(own).findings();
        List<Finding> again = read(own).findings();

        assertThat(first).hasSize(1).isEqualTo(again);
        assertThat(DATABASE.jdbc()
                        .sql("select count(*) from intake_layout_seen where layout = 'class-list'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void fillsFromProfileWhatTheClassListLeavesEmpty() throws IOException {
        IntakeResult result = read(withProfile("Kinh"));

        assertThat(result.findings()).isEmpty();
        assertThat(students())
                .filteredOn(student -> student.moetCode().equals(BINH))
                .first()
                .satisfies(binh -> {
                    assertThat(binh.nationality()).isEqualTo("Việt Nam");
                    assertThat(binh.mother().name()).isEqualTo("Phạm Thị Mẫu");
                    assertThat(binh.address()).isEqualTo("Tổ 2");
                });
        assertThat(read(withProfile("Kinh")).counts().rowsAccepted()).isZero();
    }

    @Test
    void namesProfileThatContradictsTheClassList() throws IOException {
        IntakeResult result = read(withProfile("Tày"));

        assertThat(result.findings())
                .extracting(Finding::code, finding -> finding.place().cell())
                .containsExactly(tuple("I062_PROFILE_DIFFERS", "F2"));
        assertThat(students())
                .filteredOn(student -> student.moetCode().equals(BINH))
                .extracting(Student::ethnicity)
                .containsExactly("Kinh");
    }

    @Test
    void supplementsKnownStudentWithoutClassList() throws IOException {
        read(TestExport.standard());
        TestExport export = withProfile("Kinh");
        export.workbooks.remove(CLASS_LIST);

        assertThat(read(export).findings()).isEmpty();
        assertThat(students())
                .filteredOn(student -> student.moetCode().equals(BINH))
                .extracting(Student::nationality, Student::birthDate, student -> student.mother()
                        .name())
                .containsExactly(tuple("Việt Nam", LocalDate.of(2013, 9, 3), "Phạm Thị Mẫu"));
    }

    @Test
    void believesTheSchoolThatTheRowNames() throws IOException {
        TestExport export = withOtherSchool(TestExport.standard()).sheet("lop.xlsx", "LopHoc", new Object[][] {
            {"Năm học 2023-2024"},
            {"STT", "Mã trường", "Tên lớp học", "Khối học/Nhóm lớp", "Giáo viên chủ nhiệm"},
            {1, "31313499", "4C", "Khối 4", "Cô Tư"}
        });

        assertThat(read(export).findings()).isEmpty();
        assertThat(new RegisterContents(DATABASE.jdbc()).current("class-section", ClassSection.class))
                .extracting(ClassSection::schoolCode, ClassSection::name)
                .contains(tuple("31313499", "4C"));
    }

    @Test
    void needsNoSchoolSheetInTheFolderWhereRowsNameTheirSchool() throws IOException {
        TestExport export = withOtherSchool(new TestExport());
        export.sheet("hs.xlsx", "HocSinh", new Object[][] {
            {"DANH SÁCH HỌC SINH NĂM HỌC 2023-2024"},
            {
                "STT",
                "Mã trường",
                "Họ và tên",
                "Lớp học",
                "Mã học sinh",
                "Mã định danh (bộ GD&ĐT)",
                "Ngày sinh",
                "Giới tính",
                "Trạng thái"
            },
            {1, "31313499", "Nguyễn Văn An", "4C", "HS1", AN, "12/05/2013", 1, "Đang học"}
        });

        IntakeResult result = read(export);

        assertThat(result.findings())
                .extracting(Finding::code)
                .doesNotContain("I012_NO_SCHOOL_SHEET", "I008_UNKNOWN_VALUE");
        assertThat(students()).extracting(Student::gender).containsExactly("Nam");
    }

    private static TestExport withOtherSchool(TestExport export) {
        return export.sheet("khac/truong.xlsx", "Trường", new Object[][] {
            {"Mã trường", "Tên trường", "Cấp học", "Xã/Phường", "Tỉnh/Thành phố"},
            {"31313499", "Trường Tiểu học Khác", "Tiểu học", "Phường Sen", "Hải Phòng"}
        });
    }

    private static TestExport withProfile(String ethnicity) {
        return TestExport.standard().sheet("ho-so.xlsx", "HO_SO", new Object[][] {
            {
                "STT",
                "Mã lớp",
                "Mã định danh Bộ GD&ĐT",
                "Ngày sinh",
                "Giới tính",
                "Dân tộc",
                "Quốc tịch",
                "Xã",
                "Họ tên mẹ"
            },
            {1, "L5A", BINH, "03/09/2013", "Nữ", ethnicity, "Việt Nam", "Xã Lúa", "Phạm Thị Mẫu"}
        });
    }

    /** The class list with these of its columns, in this order. */
    private static TestExport withColumns(int... columns) {
        TestExport export = TestExport.standard();
        Object[][] rows = export.rows(CLASS_LIST, "5A");
        for (int row = 4; row < rows.length; row++) {
            List<Object> cells = new ArrayList<>();
            for (int column : columns) {
                cells.add(rows[row][column]);
            }
            rows[row] = cells.toArray();
        }
        return export;
    }

    private static void widen(TestExport export, String header, String value) {
        Object[][] rows = export.rows(CLASS_LIST, "5A");
        for (int row = 4; row < rows.length; row++) {
            Object[] wider = java.util.Arrays.copyOf(rows[row], rows[row].length + 1);
            wider[rows[row].length] = row == 4 ? header : value;
            rows[row] = wider;
        }
    }

    private List<Student> students() {
        return new RegisterContents(DATABASE.jdbc()).current("student", Student.class);
    }

    private IntakeResult read(TestExport export) throws IOException {
        return read(write(export));
    }

    private Path write(TestExport export) throws IOException {
        Path own = Files.createDirectories(folder.resolve("export-" + exports++));
        export.write(own);
        if (!export.workbooks.containsKey(SCHOOL_SHEET)) {
            Files.delete(own.resolve("anh/" + AN + ".jpg"));
        }
        return own;
    }

    private IntakeResult read(Path own) {
        Intake intake = new Intake(
                folder.resolve("home"),
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
        return intake.read(intake.take(own), new SchoolYear(2023), ProgressListener.NONE);
    }
}
