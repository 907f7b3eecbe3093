package nienkhoa.app;

import static nienkhoa.app.CustodyHome.SEN;
import static nienkhoa.app.CustodyHome.SEN_MAI;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.ocfl.OcflVersions;
import nienkhoa.archive.verify.FormsPdfProof;
import nienkhoa.custody.Custody;
import nienkhoa.custody.CustodyActs;
import nienkhoa.custody.Intaking;
import nienkhoa.custody.Organisations;
import nienkhoa.custody.PackageReading;
import nienkhoa.custody.ReceiptOffice;
import nienkhoa.custody.ReceivingOffice;
import nienkhoa.custody.Transfer;
import nienkhoa.custody.Transfer.Place;
import nienkhoa.custody.TransferDesk;
import nienkhoa.custody.TransferDossier;
import nienkhoa.custody.TransferOffice;
import nienkhoa.custody.TransferPackages;
import nienkhoa.custody.TransferPapers;
import nienkhoa.custody.TravellingHolds;
import nienkhoa.custody.WithdrawalOffice;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A hand-over that is killed at each moment that is worth it: before and after every question and every act, at every dossier. */
class KilledCustodyTest {

    private static final Person GIVER = new Person("p02", "Trần Thị Bình", Set.of(Role.ARCHIVIST));
    private static final Person RECEIVER = new Person("p03", "Lê Văn Cường", Set.of(Role.ARCHIVIST));

    @RegisterExtension
    static final TestDatabase GIVING = new TestDatabase();

    @RegisterExtension
    static final TestDatabase TAKING = new TestDatabase();

    @TempDir
    private Path folder;

    private int moments;
    private int killAt;

    /** What a killed process leaves is what this leaves: nothing after it runs. */
    private static final class Killed extends RuntimeException {}

    private void moment() {
        if (moments++ == killAt) {
            throw new Killed();
        }
    }

    /** A walk that may be killed. */
    private interface Walk {
        void go() throws IOException;
    }

    /** Walks until it comes to the end, killed one moment later each time; answers how often it was killed. */
    private int walk(Walk walk) throws IOException {
        for (int kills = 0; ; kills++) {
            moments = 0;
            killAt = kills;
            try {
                walk.go();
                killAt = Integer.MAX_VALUE;
                return kills;
            } catch (Killed e) {
                assertThat(kills).isLessThan(60);
            }
        }
    }

    @Test
    void goesOnAndDoesNothingTwice() throws IOException {
        String people = "[{id: p02, name: Trần Thị Bình, roles: [ARCHIVIST]}]";
        try (CustodyHome giver = new CustodyHome(GIVING, folder.resolve("giver"))
                        .prepared(people)
                        .withDeposits();
                CustodyHome receiver = new CustodyHome(TAKING, folder.resolve("receiver")).prepared(people)) {
            Path out = folder.resolve("disk");
            TransferOffice.Wanted wanted = toSenMai();
            Parts giving = new Parts(giver.open());
            assertThat(walk(() -> giving.desk().give(giving.office().plan(wanted), GIVER, out, this::moment)))
                    .isGreaterThan(8);
            Path packed = only(out);
            Map<String, String> first = digests(packed);
            giving.desk().give(giving.office().plan(wanted), GIVER, out, () -> {});
            assertThat(digests(packed)).as("the same folder again").isEqualTo(first);
            assertThat(acts(giver)).containsExactly("CUSTODY_OPENED", "CUSTODY_PACKED");

            Parts taking = new Parts(receiver.open());
            assertThat(walk(() -> taking.desk()
                            .receive(taking.receiving().open(packed, RECEIVER), RECEIVER, packed, item -> moment())))
                    .isGreaterThan(5);
            assertThat(acts(receiver)).containsExactly("CUSTODY_RECEIVED");
            assertThat(receiver.query(
                            "select dossier_id || version from archive_version where dossier_id not like 'custody%'"))
                    .hasSize(3);

            Path receipt = packed.resolve("bien-nhan-" + packed.getFileName() + ".json");
            Organisations organisations = giver.open().part(Organisations.class);
            assertThat(walk(() -> giving.desk().close(receipt, GIVER, organisations)))
                    .isGreaterThan(2);
            assertThat(acts(giver)).containsExactly("CUSTODY_OPENED", "CUSTODY_PACKED", "CUSTODY_CLOSED");
            assertThat(giver.query("select dossier_id from custody_move")).hasSize(2);
            assertThat(giver.query("select version::text from archive_version where dossier_id like 'custody/%'"))
                    .containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void aWithdrawalThatIsKilledIsMadeOnceAndLeavesTheDossiersFree() throws IOException {
        String people = "[{id: p02, name: Trần Thị Bình, roles: [ARCHIVIST]}]";
        try (CustodyHome giver = new CustodyHome(GIVING, folder.resolve("giver"))
                .prepared(people)
                .withDeposits()) {
            Path out = folder.resolve("disk");
            Parts parts = new Parts(giver.open());
            Walk give = () -> parts.desk().give(parts.office().plan(toSenMai()), GIVER, out, this::moment);
            List<String> before = documents(giver);

            int given = 0;
            for (int at = 0; isCutOffAt(at, give); at++) {
                if (parts.custody.all().size() > given) {
                    withdrawWalked(giver, parts, ++given);
                }
            }
            withdrawWalked(giver, parts, ++given);

            assertThat(given).isGreaterThan(8);
            assertThat(documents(giver)).isEqualTo(before);
            assertThat(giver.query("select dossier_id from custody_move")).isEmpty();
            give.go();
            assertThat(parts.custody.underWay()).hasSize(3);
        }
    }

    private static List<String> documents(CustodyHome home) {
        return home.query("select dossier_id || head_version || manifest_sha256 from archive_dossier"
                + " where kind <> 'CUSTODY' order by 1");
    }

    private static TransferOffice.Wanted toSenMai() {
        return new TransferOffice.Wanted(
                SEN, SEN_MAI, "2002/QĐ-UBND", LocalDate.of(2025, 7, 15), Place.ELSEWHERE, Set.of(), false);
    }

    /** Whether a walk has such a moment; it is killed there. */
    private boolean isCutOffAt(int moment, Walk walk) throws IOException {
        moments = 0;
        killAt = moment;
        try {
            walk.go();
            return false;
        } catch (Killed e) {
            return true;
        } finally {
            killAt = Integer.MAX_VALUE;
        }
    }

    /** The newest hand-over, which another person takes back; its folder and papers stay. */
    private void withdrawWalked(CustodyHome giver, Parts parts, int nth) throws IOException {
        List<Transfer> all = parts.custody.all();
        String id = all.get(all.size() - 1).id();

        assertThat(walk(() -> parts.withdrawal().withdraw(id, "bên nhận không trả lời", RECEIVER)))
                .isGreaterThan(2);

        parts.withdrawal().withdraw(id, "lý do khác", RECEIVER);
        assertThat(all).hasSize(nth);
        assertThat(acts(giver).stream().filter(CustodyActs.WITHDRAWN::equals)).hasSize(nth);
        assertThat(parts.custody.underWay()).isEmpty();
        assertThat(parts.withdrawal().find(id).withdrawn().orElseThrow().reason())
                .isEqualTo("bên nhận không trả lời");
    }

    private static List<String> acts(CustodyHome home) {
        return home.query("select action from audit_entry where action like 'CUSTODY%' order by number");
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> all = found.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(folder.relativize(file).toString(), CanonicalJson.sha256(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    /** The parts of a home, with a custody that can be killed before and after each call. */
    private final class Parts {

        private final Application home;
        private final Custody custody;

        Parts(Application home) {
            this.home = home;
            Custody real = home.part(Custody.class);
            this.custody = (Custody) Proxy.newProxyInstance(
                    Custody.class.getClassLoader(), new Class<?>[] {Custody.class}, (proxy, method, arguments) -> {
                        moment();
                        try {
                            Object answer = method.invoke(real, arguments);
                            moment();
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw Objects.requireNonNull(e.getCause());
                        }
                    });
        }

        TransferOffice office() {
            return new TransferOffice(
                    custody, part(Organisations.class), part(OcflDossierStore.class), dossiers -> List.of(), clock());
        }

        ReceivingOffice receiving() {
            return new ReceivingOffice(
                    custody,
                    part(Organisations.class),
                    new PackageReading(new FormsPdfProof(), 1),
                    new Intaking(part(OcflDossierStore.class), part(Catalogue.class), id -> false),
                    part(TravellingHolds.class),
                    part(Home.class).work().resolve("custody"),
                    clock());
        }

        TransferDesk desk() {
            OcflVersions versions = new OcflVersions(part(Home.class).archive());
            return new TransferDesk(
                    custody,
                    office(),
                    new TransferPackages(
                            versions::of,
                            part(Holds.class),
                            custody,
                            part(Organisations.class),
                            part(TransferPapers.class)),
                    receiving(),
                    new ReceiptOffice(custody, part(OcflDossierStore.class), clock()),
                    part(TransferPapers.class),
                    part(TransferDossier.class));
        }

        WithdrawalOffice withdrawal() {
            return new WithdrawalOffice(custody, clock());
        }

        private Clock clock() {
            return part(Clock.class);
        }

        private <T> T part(Class<T> type) {
            return home.part(type);
        }
    }
}
