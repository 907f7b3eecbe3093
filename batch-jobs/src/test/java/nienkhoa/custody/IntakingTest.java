package nienkhoa.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.RememberingCatalogue;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.custody.HandOver.VersionPackage;
import nienkhoa.custody.PackageReading.Unfit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the receiver already has under the id of a dossier. */
class IntakingTest {

    private static final String ID = ArchiveFixture.CLASS_5A.id();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private OcflDossierStore store;

    private final RememberingCatalogue catalogue = new RememberingCatalogue();

    @BeforeEach
    void archiveOneVersion() {
        store = OcflDossierStore.open(folder.resolve("archive"), folder.resolve("work"), ArchiveFixture.FRI_2024_05_31);
        ArchiveFixture files = new ArchiveFixture(folder.resolve("sources"));
        new Archivist(store, catalogue, ArchiveFixture.KEEP, ArchiveFixture.FRI_2024_05_31)
                .archive(ArchiveFixture.dossier("run", files.documents(1)));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void takesWhatItHasAsOneOfTheVersionsThatCome() throws Unfit {
        StoredDossier head = store.head(ID).orElseThrow();

        new Intaking(store, catalogue, id -> false)
                .check(line(packed(head.version(), TransferOffice.sha256(head)), packed(2, "later")));
    }

    @Test
    void refusesWhatHasOtherContentHere() {
        Intaking intaking = new Intaking(store, catalogue, id -> false);

        assertUnfit(intaking, line(packed(1, "other")), "C755_OTHER_CONTENT_HERE", "1");
    }

    @Test
    void refusesWhatWasDestroyedHere() {
        Intaking intaking = new Intaking(store, catalogue, ID::equals);
        StoredDossier head = store.head(ID).orElseThrow();

        assertUnfit(intaking, line(packed(1, TransferOffice.sha256(head))), "C756_DESTROYED_HERE", ID);
    }

    private static void assertUnfit(Intaking intaking, HandOver.Line line, String code, String about) {
        assertThatThrownBy(() -> intaking.check(line)).isInstanceOfSatisfying(Unfit.class, unfit -> {
            assertThat(unfit.code()).isEqualTo(code);
            assertThat(unfit.about()).isEqualTo(about);
        });
    }

    private static VersionPackage packed(int version, String manifestSha256) {
        return new VersionPackage(version, "goi/1.zip", 1, "0", manifestSha256);
    }

    private static HandOver.Line line(VersionPackage... packages) {
        HandOver.Facts facts = new HandOver.Facts("", "", 1, 1, 1, 1, "");
        return new HandOver.Line(ID, "", List.of(packages), List.of(), List.of(), facts);
    }
}
