package nienkhoa.app;

import static nienkhoa.app.CustodyHome.SEN;
import static nienkhoa.app.CustodyHome.SEN_MAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.custody.Custody;
import nienkhoa.custody.Move;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A dossier whose first hand-over is withdrawn, which goes to another home and comes home again. */
class CustodyReturnTest {

    private static final String TAY = "31313403";
    private static final String MINUTES = "deposit/" + TAY + "/2017-2018/minutes";

    private static final String PEOPLE = """
            - {id: p01, name: Nguyễn Văn An, roles: [HEAD]}
            - {id: p02, name: Trần Thị Bình, roles: [ARCHIVIST]}
            - {id: p03, name: Lê Văn Cường, roles: [ARCHIVIST]}
            - {id: p08, name: Đỗ Thị Hà, roles: [ARCHIVIST], organisation: "31313499"}
            """;

    @RegisterExtension
    static final TestDatabase HERE = new TestDatabase();

    @RegisterExtension
    static final TestDatabase THERE = new TestDatabase();

    @TempDir
    private Path folder;

    @Test
    void goesAwayAndComesHomeWithWhatWasAddedThere() throws IOException {
        try (CustodyHome home = new CustodyHome(HERE, folder.resolve("home")).prepared(PEOPLE);
                CustodyHome away = new CustodyHome(THERE, folder.resolve("away")).prepared(PEOPLE)) {
            home.deposit(0, TAY, "minutes/2017-09-15");
            withdrawWhatWasReceived(home, away);

            Path second = handOver(home, TAY, SEN_MAI, "-002", away);
            assertThat(home.deposit(1, TAY, "minutes/2017-10-15")).contains("A404_HANDED_OVER", SEN_MAI);
            away.deposit(0, TAY, "minutes/2017-11-15");
            Path third = handOver(away, SEN_MAI, TAY, "-001", home);

            assertThat(versions(home)).containsExactly("1", "2").isEqualTo(versions(away));
            assertThat(away.deposit(1, TAY, "minutes/2017-12-15")).contains("A404_HANDED_OVER", TAY);
            assertThat(home.open().part(Custody.class).moves(MINUTES))
                    .extracting(Move::transfer, Move::to, Move::elsewhere)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(name(second), SEN_MAI, true),
                            org.assertj.core.groups.Tuple.tuple(name(third), TAY, false));
            home.deposit(0, TAY, "minutes/2018-01-15");
            assertThat(versions(home)).containsExactly("1", "2", "3");
            assertRebuilds(home);
            assertRebuilds(away);
            knowsItsSchoolsWithoutAFile(home);
        }
    }

    /** The receiver's answer comes too late. */
    private static void withdrawWhatWasReceived(CustodyHome home, CustodyHome away) throws IOException {
        Path packed = give(home, TAY, SEN_MAI, "-001");
        away.expect(0, "custody", "receive", packed.toString(), "--by", "p03");
        assertThat(withdraw(2, home, packed, "p02")).contains("không được tự rút lại");
        assertThat(withdraw(2, home, packed, "p08")).contains("p08", TAY);
        assertThat(withdraw(2, away, packed, "p01")).contains("không gửi đi");
        assertThat(withdraw(0, home, packed, "p01")).contains("1 hồ sơ vẫn do " + TAY, "không bị xóa");
        assertThat(withdraw(0, home, packed, "p03")).contains("đã được rút lại");
        assertThat(packed.resolve("ban-giao.json")).exists();
        assertThat(home.expect(2, "custody", "receipt", receipt(packed), "--by", "p02"))
                .contains("đã được rút lại", "hồ sơ vẫn do \"" + TAY + "\" giữ");
        assertThat(home.expect(0, "custody", "list")).contains("đã rút lại");
        assertThat(home.query("select action from audit_entry where action like 'CUSTODY%' order by number"))
                .containsExactly("CUSTODY_OPENED", "CUSTODY_PACKED", "CUSTODY_WITHDRAWN");
    }

    private static String withdraw(int exit, CustodyHome home, Path packed, String by) {
        return home.expect(exit, "custody", "withdraw", name(packed), "--reason", "không trả lời", "--by", by);
    }

    private static Path handOver(CustodyHome from, String giver, String taker, String number, CustodyHome to)
            throws IOException {
        Path packed = give(from, giver, taker, number);
        to.expect(0, "custody", "receive", packed.toString(), "--by", "p03");
        from.expect(0, "custody", "receipt", receipt(packed), "--by", "p02");
        return packed;
    }

    private static Path give(CustodyHome home, String from, String to, String number) throws IOException {
        home.expect(
                0,
                "custody",
                "transfer",
                "--from",
                from,
                "--to",
                to,
                "--decision",
                "2002/QĐ-UBND",
                "--decided",
                "2025-07-15",
                "--by",
                "p02");
        try (Stream<Path> found = Files.list(home.folder().resolve("out/custody"))) {
            return found.filter(one -> one.toString().endsWith(number))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String name(Path packed) {
        return packed.getFileName().toString();
    }

    private static String receipt(Path packed) {
        return packed.resolve("bien-nhan-" + name(packed) + ".json").toString();
    }

    private static List<String> versions(CustodyHome home) {
        return home.query(
                "select version::text from archive_version where dossier_id = '" + MINUTES + "' order by version");
    }

    private static void assertRebuilds(CustodyHome home) {
        var before = home.rows();
        assertThat(PackageDesk.custody(home.folder().resolve("archive")).moves(MINUTES))
                .isEqualTo(home.open().part(Custody.class).moves(MINUTES));
        home.expect(0, "rebuild");
        assertThat(home.rows()).isEqualTo(before);
    }

    /** Those of its archive, without an end and without successors. */
    private static void knowsItsSchoolsWithoutAFile(CustodyHome home) throws IOException {
        home.deposit(0, SEN, "minutes/2017-09-15");
        home.close();
        Files.delete(home.folder().resolve("config/organisations.yaml"));
        assertThat(home.expect(0, "custody", "organisations"))
                .contains(TAY, SEN)
                .doesNotContain(SEN_MAI);
        assertThat(home.expect(
                        0,
                        "custody",
                        "transfer",
                        "--from",
                        SEN,
                        "--to",
                        TAY,
                        "--decision",
                        "1/QĐ",
                        "--decided",
                        "2025-07-15",
                        "--by",
                        "p02",
                        "--dry-run"))
                .contains("Sẽ bàn giao 1 hồ sơ");
    }
}
