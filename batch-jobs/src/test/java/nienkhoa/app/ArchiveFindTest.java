package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.PersonKey;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.StudentId;
import nienkhoa.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An auditor comes with names and numbers; the archive answers, and hands out what is asked for. */
class ArchiveFindTest {

    private static final String AN = StudentId.ofMoetCode("0100000001").value();
    private static final String BINH = StudentId.ofMoetCode("0100000002").value();
    private static final String NAMESAKE = StudentId.ofMoetCode("0100000003").value();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    @BeforeEach
    void archiveAClass() throws IOException {
        DATABASE.clear();
        write("home/config/nienkhoa.properties", DATABASE.configuration());
        write("home/config/people.yaml", "- {id: p02, name: Trần Thị Bình, roles: [ARCHIVIST]}");
        student(AN, "0100000001", "031214000001", "Hoàng Văn Ân", LocalDate.of(2014, 5, 12));
        student(BINH, "0100000002", "031214000002", "Vũ Thị Bình", LocalDate.of(2014, 6, 1));
        student(NAMESAKE, "0100000003", "031214000003", "Hoàng Văn Ân", LocalDate.of(2013, 1, 2));
        try (Application application = Application.open(Home.open(folder.resolve("home")))) {
            Archivist archivist = application.part(Archivist.class);
            ArchiveFixture files = new ArchiveFixture(folder.resolve("sources"));
            archive(archivist, "transcript-primary", files.document("VB-AN", "pdf of AN", "{}"));
            archive(archivist, "class-summary", files.document("VB-5A", "pdf of 5A", "{}"));
        }
        document("VB-AN", AN);
        document("VB-BINH", BINH);
    }

    @Test
    void aStudentIsFoundByEveryCodeAndByNameAndBirthDate() throws IOException {
        for (String term :
                List.of("031214000001", "0100000001", AN, "hoàng văn ân 12/05/2014", "Hoàng Văn Ân 2014-05-12")) {
            assertThat(expect(0, "archive", "find", term))
                    .contains("Hoàng Văn Ân, sinh ngày 12/05/2014 (" + AN + ")")
                    .contains("VB-AN trong hồ sơ 31313401/2023-2024/5A/transcript-primary, phiên bản 1, 1 trang")
                    .contains("Có tên trong hồ sơ chung 31313401/2023-2024/5A/class-summary")
                    .contains("Hỏi 1 học sinh, 1 em có văn bản");
        }
        assertThat(expect(0, "archive", "find", "Hoàng Văn Ân")).contains("Có 2 học sinh như vậy", AN, NAMESAKE);
    }

    @Test
    void whatIsNotInTheArchiveIsSaidOfEachStudent() throws IOException {
        assertThat(expect(1, "archive", "find", "031214000002", "031214999999"))
                .contains("VB-BINH đã làm nhưng chưa lưu vào kho")
                .contains("2. Sổ dữ liệu không có ai như vậy")
                .contains("Hỏi 2 học sinh, 0 em")
                .doesNotContain("031214999999");
        DATABASE.jdbc()
                .sql("insert into disposal_suppressed values (?, 'HUY-1', '1/QĐ', now(), now())")
                .param("31313401/2023-2024/5A/transcript-primary")
                .update();
        assertThat(expect(1, "archive", "find", "031214000002")).contains("đã hủy theo quyết định");
        expect(2, "archive", "find", "An");
        expect(2, "archive", "find");
    }

    @Test
    void documentsOfAListAreHandedOutUnderNamesThatTellNobody() throws IOException {
        Path list = write("list.csv", """
                STT,Họ và tên,Ngày sinh,Số định danh
                1,Hoàng Văn Ân,12/05/2014,
                2,Không Rõ Ai,,
                3,,,31214000002
                """);
        expect(2, "archive", "find", "--list", list.toString(), "--to", "" + folder.resolve("handed"));
        for (int time = 0; time < 2; time++) {
            assertThat(expect(
                            1,
                            "archive",
                            "find",
                            "--list",
                            list.toString(),
                            "--to",
                            "" + folder.resolve("handed"),
                            "--by",
                            "p02"))
                    .contains("1 (dòng 2). Hoàng Văn Ân", "2 (dòng 4). Vũ Thị Bình", "Dòng 3 của danh sách");
        }

        try (Stream<Path> files = Files.list(folder.resolve("handed"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("001-VB-AN.pdf", "001-VB-AN.json", HandedOut.TABLE);
        }
        assertThat(folder.resolve("handed/001-VB-AN.pdf")).hasContent("pdf of AN");
        assertThat(folder.resolve("handed/" + HandedOut.TABLE))
                .content()
                .contains("1,2," + AN + ",VB-AN,31313401/2023-2024/5A/transcript-primary,1,001-VB-AN.pdf,")
                .doesNotContain("Hoàng");
        assertThat(DATABASE.jdbc()
                        .sql("select record from audit_entry where action = ?")
                        .param(HandedOut.ACTION)
                        .query(String.class)
                        .list())
                .containsOnly("31313401/2023-2024/5A/transcript-primary")
                .hasSize(2);
        assertThat(Files.readString(folder.resolve("home/logs/nienkhoa.log"))).doesNotContain("Hoàng", "31214000002");
    }

    @Test
    void whatIsHandedOutComesWithASheetForSignatureAndStamp() throws IOException {
        String handed = folder.resolve("handed").toString();
        assertThat(expect(0, "archive", "find", AN, "--to", handed, "--by", "p02"))
                .contains("Chưa có config/office.yaml nên không lập phiếu");
        write(
                "home/config/office.yaml",
                "{name: Trường Tiểu học Hoa Sen, superior: UBND phường Hồng Bàng, place: Hải Phòng}");

        assertThat(expect(
                        0,
                        "archive",
                        "find",
                        AN,
                        "--to",
                        handed,
                        "--by",
                        "p02",
                        "--for",
                        "Đoàn kiểm tra số 7",
                        "--valid-until",
                        "2027-03-31"))
                .contains("Phiếu xác thực bản sao");
        assertThat(sheet(folder.resolve("handed")))
                .contains("TRƯỜNG TIỂU HỌC HOA SEN", "Trần Thị Bình (p02) đã cấp 2 tệp", "THỦ TRƯỞNG ĐƠN VỊ")
                .contains("Cấp cho: Đoàn kiểm tra số 7", "Để dùng vào việc: ……", "đến ngày 31/03/2027")
                .contains("001-VB-AN.pdf", "2024/5A/transcript-primary 1")
                .contains(CanonicalJson.sha256("pdf of AN").substring(0, 32))
                .contains(CanonicalJson.sha256("pdf of AN").substring(32))
                .contains(newestAct())
                .doesNotContain("Hoàng Văn Ân");

        String dossier = "31313401/2023-2024/5A/transcript-primary";
        String out = folder.resolve("dip").toString();
        assertThat(expect(0, "archive", "export", dossier, "--as", "sip", "--by", "p02", "--to", out))
                .doesNotContain("hiếu xác thực");
        assertThat(expect(0, "archive", "export", dossier, "--as", "dip", "--by", "p02", "--to", out))
                .contains("Phiếu xác thực bản sao");
        assertThat(sheet(folder.resolve("dip"))).contains("đã cấp 1 gói", newestAct());
        assertThat(DATABASE.jdbc()
                        .sql("select string_agg(entry, '') from audit_entry")
                        .query(String.class)
                        .single())
                .doesNotContain("Đoàn kiểm tra");
    }

    private static String newestAct() {
        return DATABASE.jdbc()
                .sql("select sha256 from audit_entry order by number desc limit 1")
                .query(String.class)
                .single();
    }

    /** The text of the only sheet in a folder. */
    private static String sheet(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path sheet = files.filter(file -> file.toString().matches(".*phieu-xac-thuc-\\d+\\.pdf"))
                    .findFirst()
                    .orElseThrow();
            try (PDDocument pdf = Loader.loadPDF(sheet.toFile())) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            }
        }
    }

    private static void archive(Archivist archivist, String form, ArchiveDocument document) {
        archivist.archive(new Dossier(
                new DossierKey.ClassForm("31313401", new SchoolYear(2023), "5A", form),
                new Dossier.Origin("", "HOC_BA", "", "run"),
                List.of(document),
                List.of()));
    }

    private static void student(String id, String moet, String identity, String name, LocalDate born) {
        register("student", id, id, CanonicalJson.write(new Person(name, born)));
        register("enrolment", "31313401/2023-2024/5A/" + id, id, "{}");
        DATABASE.jdbc()
                .sql("insert into student_person values (?, ?)")
                .params(id, PersonKey.of(name, born).toString())
                .update();
        DATABASE.jdbc()
                .sql("insert into student_key values ('MOET', ?, ?, false, '', ''), ('IDENTITY', ?, ?, false, '', '')")
                .params(moet, id, identity, id)
                .update();
    }

    private static void register(String kind, String key, String student, String content) {
        DATABASE.jdbc()
                .sql("insert into register_entry values (?, ?, 1, true, '31313401', 2023, '5A', ?, ?, '', '', now())")
                .params(kind, key, student, content)
                .update();
    }

    /** The part of a student that searching reads. */
    private record Person(String name, LocalDate birthDate) {}

    private static void document(String document, String student) {
        DATABASE.jdbc().sql("""
                        insert into rendering_document (document_id, unit, form, edition, variant, school_code, school_year,
                            class_name, grade, cohort, student_id, ordinal, outcome, export_sha256)
                        values (?, 'u', 'transcript-primary', 'e', '', '31313401', 2023, '5A', 5, '', ?, 1, 'rendered', '')
                        """).params(document, student).update();
    }

    private Path write(String name, String text) throws IOException {
        return Commands.write(folder.resolve(name), text);
    }

    private String expect(int exit, String... command) {
        return Commands.expect(exit, folder.resolve("home"), command);
    }
}
