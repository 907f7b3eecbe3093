package nienkhoa.app;

import static nienkhoa.app.CustodyHome.MINUTES;
import static nienkhoa.app.CustodyHome.PLAN;
import static nienkhoa.app.CustodyHome.SEN;
import static nienkhoa.app.CustodyHome.SEN_MAI;
import static nienkhoa.app.CustodyHome.TRANSCRIPTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.custody.Custody;
import nienkhoa.language.Messages;
import nienkhoa.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two schools merged on 1/8/2025: the records of one go to the new school, from its home to another, and in one home. */
class CustodyTest {

    private static final String PEOPLE = """
            - {id: p01, name: Nguyễn Văn An, roles: [HEAD]}
            - {id: p02, name: Trần Thị Bình, roles: [ARCHIVIST]}
            - {id: p03, name: Lê Văn Cường, roles: [ARCHIVIST]}
            - {id: p04, name: Phạm Thị Dung, roles: [CLERK]}
            - {id: p07, name: Vũ Văn Giang, roles: [ARCHIVIST], organisation: "31313401"}
            - {id: p08, name: Đỗ Thị Hà, roles: [ARCHIVIST], organisation: "31313499"}
            - {id: p09, name: Bùi Văn Khoa, roles: [ARCHIVIST], organisation: "31313403"}
            """;

    private static final String ID = "BG-31313401-";

    @RegisterExtension
    static final TestDatabase GIVING = new TestDatabase();

    @RegisterExtension
    static final TestDatabase TAKING = new TestDatabase();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private CustodyHome giver;

    private CustodyHome receiver;

    @BeforeEach
    void prepareHomes() throws IOException {
        giver = new CustodyHome(GIVING, folder.resolve("giver")).prepared(PEOPLE);
        receiver = new CustodyHome(TAKING, folder.resolve("receiver")).prepared(PEOPLE);
    }

    private void hold5A() {
        giver.expect(
                0,
                "hold",
                "place",
                "--case",
                "TTr-12/2026",
                "--reason",
                "inspection",
                "--by",
                "p02",
                "--select",
                "class=5A");
    }

    @AfterEach
    void closeHomes() {
        giver.close();
        receiver.close();
    }

    private String give(int exit, String... more) {
        List<String> command = new ArrayList<>(
                List.of("custody", "transfer", "--from", SEN, "--decision", "2002/QĐ-UBND", "--decided", "2025-07-15"));
        command.addAll(List.of(more));
        if (!command.contains("--by")) {
            command.addAll(List.of("--by", "p02"));
        }
        if (!command.contains("--to")) {
            command.addAll(List.of("--to", SEN_MAI));
        }
        return giver.expect(exit, command.toArray(String[]::new));
    }

    /** The folder of the only hand-over. */
    private Path packed() throws IOException {
        try (Stream<Path> found = Files.list(giver.folder().resolve("out/custody"))) {
            return found.findFirst().orElseThrow();
        }
    }

    private static Path receipt(Path packed) {
        return packed.resolve("bien-nhan-" + packed.getFileName() + ".json");
    }

    @Test
    void goesFromHomeToHomeWithItsVersionsItsHoldsAndItsClocks() throws IOException {
        giver.withRecords("Ánh Dương", "Ánh Dương Mới");
        hold5A();
        assertThat(give(0, "--dry-run")).contains("Chỉ thử", TRANSCRIPTS + ", phiên bản 2", "TTr-12/2026");
        assertThat(giver.folder().resolve("out/custody")).doesNotExist();
        assertThat(give(0)).contains(ID, "2 hồ sơ");
        Path packed = packed();
        assertThat(Files.list(packed.resolve("goi"))
                        .map(file -> file.getFileName().toString()))
                .hasSize(3)
                .allMatch(name -> name.matches("[12]_uuid-[0-9A-F-]{36}\\.zip"));
        assertThat(giver.expect(0, "custody", "list")).contains("chờ giấy biên nhận");
        assertThat(giver.expect(0, "archive", "list", SEN_MAI)).contains("0 hồ sơ");

        assertThat(receiver.expect(0, "custody", "receive", packed.toString(), "--by", "p03", "--dry-run"))
                .contains("Chỉ xem", "2 hồ sơ nhận được");
        assertThat(receiver.query("select dossier_id from archive_dossier")).isEmpty();
        assertThat(receiver.expect(0, "custody", "receive", packed.toString(), "--by", "p03"))
                .contains("đã nhận 2 hồ sơ");
        assertThat(giver.expect(0, "custody", "receipt", receipt(packed).toString(), "--by", "p02"))
                .contains("2 hồ sơ nay do " + SEN_MAI, "không bị xóa");

        sameRecordsOnBothSides();
        searchFollows();
        assertRebuilds(giver);
        assertRebuilds(receiver);
        receiver.expect(0, "verify");
        giver.expect(0, "verify");
        assertPapers(packed);
        copiesGetNoVersions(packed.getFileName().toString());
        eachSidesFilesProveTheOthersRecord(packed.resolve("ban-giao.json"), receipt(packed));
    }

    private void eachSidesFilesProveTheOthersRecord(Path list, Path receipt) throws IOException {
        assertThat(check(giver, 0, list)).contains("nhật ký của máy này vẫn có việc số");
        assertThat(check(giver, 0, receipt)).contains("trong nhật ký của bên kia");
        assertThat(check(receiver, 0, receipt)).contains("nhật ký của máy này vẫn có việc số");
        assertThat(check(receiver, 0, list)).contains("trong nhật ký của bên kia");
        assertThat(check(giver, 2, list.resolveSibling("van-ban/list-1.pdf")))
                .contains("không phải danh sách bàn giao");

        Path other = Files.writeString(
                folder.resolve("ban-giao.json"),
                Files.readString(list).replace("\"openedBy\":\"p02\"", "\"openedBy\":\"p09\""));
        assertThat(check(receiver, 1, other)).contains("C782_OTHER_LIST");
        String act = "update audit_entry set entry = replace(entry, '2002/QĐ-UBND', '2003/QĐ-UBND')";
        giver.database("alter table audit_entry disable trigger audit_entry_is_final");
        giver.database(act + " where action = 'CUSTODY_OPENED'");
        giver.database("alter table audit_entry enable trigger audit_entry_is_final");
        assertThat(check(giver, 1, list)).contains("C783_NO_SUCH_ACT").doesNotContain("C782");
    }

    private static String check(CustodyHome home, int exit, Path file) {
        return home.expect(exit, "custody", "check", file.toString());
    }

    /** By the year-end and by hand; what is not handed over goes on. */
    private void copiesGetNoVersions(String transfer) throws IOException {
        assertThat(giver.tryTranscript("Ánh Dương").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("A404_HANDED_OVER");
            assertThat(finding.args()).startsWith(TRANSCRIPTS, SEN_MAI, transfer);
            assertThat(Messages.vietnamese().of("archive", finding)).contains("do đơn vị " + SEN_MAI, transfer);
        });
        assertThat(giver.tryTranscript("Ánh Dương Mới")).isInstanceOf(ArchiveOutcome.Unchanged.class);
        assertThat(giver.deposit(1, SEN, "minutes/2017-11-15", "school-plan/nam-hoc"))
                .contains("A404_HANDED_OVER", MINUTES, SEN_MAI, transfer);
        assertThat(giver.query("select dossier_id || head_version from archive_dossier where kind <> 'CUSTODY'"))
                .containsExactlyInAnyOrder(TRANSCRIPTS + "2", MINUTES + "1", PLAN + "1");
    }

    private void sameRecordsOnBothSides() {
        String versions = "select dossier_id || version || manifest_sha256 from archive_version"
                + " where dossier_id not like 'custody/%' order by 1";
        assertThat(receiver.query(versions)).hasSize(3).isEqualTo(giver.query(versions));
        String retention = "select dossier_id || medium || decision || kept_until from archive_retention"
                + " where dossier_id not like 'custody/%' order by 1";
        assertThat(receiver.query(retention)).isNotEmpty().isEqualTo(giver.query(retention));
        assertThat(receiver.query("select case_id || ' ' || dossier_id from held_dossier"))
                .containsExactly("TTr-12/2026 " + TRANSCRIPTS);
        assertThat(receiver.expect(0, "retention", "explain", TRANSCRIPTS))
                .isEqualTo(giver.expect(0, "retention", "explain", TRANSCRIPTS));
        assertThat(giver.query("select elsewhere::text from dossier_custody")).containsOnly("true");
        assertThat(receiver.query("select elsewhere::text from dossier_custody"))
                .containsOnly("false");
    }

    private void searchFollows() {
        assertThat(receiver.expect(0, "archive", "list", SEN_MAI + "/2023-2024"))
                .contains(TRANSCRIPTS, "do " + SEN_MAI + " giữ", "1 hồ sơ");
        assertThat(giver.expect(0, "archive", "list", "deposit/" + SEN_MAI))
                .contains(MINUTES, "đã bàn giao cho " + SEN_MAI);
        assertThat(giver.expect(0, "archive", "show", TRANSCRIPTS))
                .contains("đã bàn giao cho " + SEN_MAI, "Trường Tiểu học Hoa Sen");
        assertThat(receiver.expect(
                        0,
                        "hold",
                        "place",
                        "--case",
                        "KN-1",
                        "--reason",
                        "complaint",
                        "--by",
                        "p08",
                        "--select",
                        "school=" + SEN_MAI))
                .contains("2");
        assertThat(receiver.expect(0, "retention", "due", "--select", "school=" + SEN_MAI))
                .isNotEqualTo(receiver.expect(0, "retention", "due", "--select", "school=31313402"));
    }

    private static void assertRebuilds(CustodyHome home) {
        var before = home.rows();
        assertThat(before.get("custody_move")).hasSize(2);
        for (String dossier : List.of(TRANSCRIPTS, MINUTES)) {
            assertThat(PackageDesk.custody(home.folder().resolve("archive")).moves(dossier))
                    .as("the chain of acts alone says the same")
                    .isEqualTo(home.open().part(Custody.class).moves(dossier));
        }
        home.expect(0, "rebuild");
        assertThat(home.rows()).isEqualTo(before);
    }

    private static void assertPapers(Path packed) throws IOException {
        for (String paper : List.of("list-1", "list-2", "minutes-1", "minutes-2", "receipt-1", "receipt-2")) {
            try (PDDocument pdf =
                    Loader.loadPDF(packed.resolve("van-ban/" + paper + ".pdf").toFile())) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains(packed.getFileName().toString(), paper.endsWith("1") ? "Bản số 1/2" : "Bản số 2/2")
                        .as("a period that no confirmed rule says is left open")
                        .doesNotContain("Khác");
            }
        }
    }

    @Test
    void whatWasTamperedWithOrChangedStaysWithTheGiverAndGoesWithTheNext() throws IOException {
        giver.withDeposits();
        give(0);
        Path packed = packed();
        Path zip = zipOfPlan(packed);
        byte[] bytes = Files.readAllBytes(zip);
        bytes[bytes.length / 2] ^= 1;
        Files.write(zip, bytes);
        assertThat(receiver.expect(1, "custody", "receive", packed.toString(), "--by", "p03"))
                .contains("C751_PACKAGE_CHANGED", PLAN, zip.getFileName() + "", "đã nhận 1 hồ sơ, từ chối 1");
        assertThat(receiver.query("select dossier_id from archive_dossier where kind <> 'CUSTODY'"))
                .containsExactly(MINUTES);

        Path receipt = receipt(packed);
        refusesReceiptsThatAreNotIts(Files.readString(receipt));
        giver.deposit(0, SEN, "minutes/2017-11-15");
        assertThat(giver.expect(1, "custody", "receipt", receipt.toString(), "--by", "p02"))
                .contains("C751_PACKAGE_CHANGED", "C768_CHANGED_SINCE", "0 hồ sơ nay do", "2 hồ sơ ở lại");
        assertThat(giver.query("select dossier_id from dossier_custody")).isEmpty();

        give(0);
        Path second = packed.resolveSibling(packed.getFileName().toString().replace("-001", "-002"));
        assertThat(receiver.expect(0, "custody", "receive", second.toString(), "--by", "p03"))
                .contains("đã nhận 2 hồ sơ");
        giver.expect(0, "custody", "receipt", receipt(second).toString(), "--by", "p02");
        assertThat(receiver.query("select version::text from archive_version where dossier_id = '" + MINUTES + "'"))
                .containsExactlyInAnyOrder("1", "2", "3");
        assertThat(giver.query("select dossier_id from dossier_custody")).containsExactlyInAnyOrder(PLAN, MINUTES);
        assertThat(give(2)).contains("không có hồ sơ nào");
    }

    private void refusesReceiptsThatAreNotIts(String good) throws IOException {
        assertRefused(good.replace("\"accepted\":true", "\"accepted\":false"), "đã bị sửa");
        assertRefused("{}", "không phải giấy biên nhận");
        assertRefused(good.replace(":true", ":null"), "không phải giấy biên nhận");
        Path file = Files.writeString(folder.resolve("receipt.json"), good);
        assertThat(receiver.expect(2, "custody", "receipt", file.toString(), "--by", "p02"))
                .contains("không gửi đi");
    }

    private void assertRefused(String receipt, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("receipt.json"), receipt);
        assertThat(giver.expect(2, "custody", "receipt", file.toString(), "--by", "p02"))
                .contains(why);
    }

    /** The package of the plan, which is the last of the list. */
    private static Path zipOfPlan(Path packed) throws IOException {
        try (Stream<Path> zips = Files.list(packed.resolve("goi"))) {
            return zips.filter(zip -> zip.getFileName().toString().startsWith("2_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void inOneHomeTheSidesAreTwoPeopleAndAuthorityFollows() throws IOException {
        giver.withRecords("Ánh Dương");
        namesWhatStandsAgainstIt();
        peopleOfAnEndedSchoolDecideNoMoreAndItsSuccessorDoes();
        give(0, "--here");
        Path packed = packed();
        assertThat(giver.expect(2, "custody", "receive", packed.toString(), "--by", "p02"))
                .contains("người khác");
        giver.expect(0, "custody", "receive", packed.toString(), "--by", "p08");
        assertThat(giver.query("select dossier_id from dossier_custody")).isEmpty();
        assertThat(giver.expect(2, "custody", "receipt", receipt(packed).toString(), "--by", "p09"))
                .contains("p09");
        giver.expect(0, "custody", "receipt", receipt(packed).toString(), "--by", "p02");
        giver.expect(0, "custody", "receipt", receipt(packed).toString(), "--by", "p02");

        assertThat(giver.query("select custodian from dossier_custody")).containsExactly(SEN_MAI, SEN_MAI);
        assertThat(giver.expect(0, "archive", "list", SEN_MAI)).contains(TRANSCRIPTS, "do " + SEN_MAI + " giữ");
        assertThat(giver.expect(2, "archive", "export", TRANSCRIPTS, "--as", "dip", "--by", "p09"))
                .contains(SEN_MAI);
        giver.expect(0, "archive", "export", TRANSCRIPTS, "--as", "dip", "--by", "p08");
        onlyTheKeepersPeopleHandInAndPrint();
        assertRebuilds(giver);
    }

    private void peopleOfAnEndedSchoolDecideNoMoreAndItsSuccessorDoes() {
        assertThat(give(2, "--by", "p07", "--dry-run")).contains("p07", SEN_MAI);
        assertThat(give(2, "--by", "p09", "--dry-run")).contains("p09");
        give(0, "--by", "p08", "--dry-run");
        assertThat(giver.expect(
                        2, "hold", "place", "--case", "K", "--reason", "lawsuit", "--by", "p07", "--select", "all"))
                .contains(SEN);
    }

    private void onlyTheKeepersPeopleHandInAndPrint() throws IOException {
        assertThat(giver.depositBy("p09", 2, SEN)).contains("p09", MINUTES, SEN_MAI);
        giver.depositBy("p08", 0, SEN);
        String in = giver.folder().resolve("in").resolve(SEN).toString();
        assertThat(giver.expect(2, "deposit", "--school", SEN, "--school-year", "2017-2018", in))
                .contains("--by");
        giver.openPrintRunOf(TRANSCRIPTS);
        String[] abandon = {"print-run", "close", "ABCDEF", "--abandon", "x", "--by", "p08", "--second", "p09"};
        assertThat(giver.expect(2, abandon)).contains("p09", TRANSCRIPTS, SEN_MAI);
        abandon[6] = "p09";
        assertThat(giver.expect(2, abandon)).contains("p09", TRANSCRIPTS, SEN_MAI);
        assertThat(giver.expect(
                        2,
                        "print-run",
                        "open",
                        "--school",
                        SEN,
                        "--school-year",
                        "2023-2024",
                        "--form",
                        "transcript-primary",
                        "--by",
                        "p09"))
                .contains("p09");
    }

    private void namesWhatStandsAgainstIt() throws IOException {
        assertThat(give(2, "--by", "p04")).contains("p04");
        assertThat(give(2, "--to", "31313403")).contains("không kế thừa", SEN_MAI);
        assertThat(give(2, "--to", "31313402")).contains("không tồn tại");
        assertThat(give(2, "--to", "31319999")).contains("custody organisations");
        assertThat(give(2, "--to", SEN)).contains("cùng là");
        assertThat(giver.expect(
                        2,
                        "custody",
                        "transfer",
                        "--from",
                        "31313405",
                        "--to",
                        "31313403",
                        "--decision",
                        "1/QĐ",
                        "--decided",
                        "2025-05-20",
                        "--by",
                        "p02"))
                .contains("chưa được xác nhận");
        assertThat(give(2, "--dossier", SEN + "/x")).contains("không có hồ sơ " + SEN + "/x");
        giver.openCaseOn(MINUTES);
        giver.openPrintRunOf(TRANSCRIPTS);
        assertThat(give(2)).contains(MINUTES + " đang ở trong việc hủy HUY-2026-001", TRANSCRIPTS, "đợt in ABCDEF");
        assertThat(give(2, "--leave-blocked")).contains("không có hồ sơ nào");
        giver.endCase();
        giver.database(
                "delete from print_sheet; delete from print_document; delete from print_bundle; delete from print_run");
        Path file = giver.fileOf(MINUTES, "2017-09-15.pdf");
        byte[] good = Files.readAllBytes(file);
        Files.writeString(file, "x");
        assertThat(give(1, "--leave-blocked", "--dry-run"))
                .contains(MINUTES + " không nguyên vẹn", "Sẽ bàn giao 1 hồ sơ");
        Files.write(file, good);
        assertThat(giver.expect(1, "custody", "organisations", "--as-of", "2025-07-01"))
                .contains("P-DONG", "31313406 đã kết thúc")
                .doesNotContain("PGD-HL ·");
        assertThat(giver.expect(0, "custody", "successors", SEN, "--as-of", "2025-08-01"))
                .contains(SEN + " → " + SEN_MAI, "2002/QĐ-UBND", "quyết định về hồ sơ của đơn vị này: " + SEN_MAI);
        assertThat(giver.expect(2, "custody", "successors", "x")).contains("Không biết đơn vị x");
        assertThat(giver.expect(2, "custody", "receive", folder.toString(), "--by", "p03"))
                .contains("ban-giao.json");
    }
}
