package nienkhoa.archive.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.RulesAdvice;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.retention.RetentionRules;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;

class PostgresCatalogueTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String ID = ArchiveFixture.CLASS_5A.id();

    @TempDir
    Path home;

    private ArchiveFixture fixture;
    private OcflDossierStore store;
    private PostgresCatalogue catalogue;

    @BeforeEach
    void open() {
        DATABASE.clear();
        fixture = new ArchiveFixture(home.resolve("out"));
        store = OcflDossierStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31);
        catalogue = new PostgresCatalogue(DATABASE.dataSource(), new JdbcTransactionManager(DATABASE.dataSource()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void knowsADossierWithItsDocumentsVersionsAndRetention() {
        archive(catalogue, "run-1", fixture.documents(3));
        archive(catalogue, "run-2", List.of(fixture.document("D-1", "corrected", "{\"ordinal\":1}")));

        assertThat(count("archive_dossier where head_version = 2 and documents = 3"))
                .isEqualTo(1);
        assertThat(count("archive_version")).isEqualTo(2);
        assertThat(count("archive_document where run_id = 'run-1'")).isEqualTo(2);
        assertThat(count("archive_document where run_id = 'run-2' and document_id = 'D-1'"))
                .isEqualTo(1);
        assertThat(count("archive_retention where decision = 'UNCONFIRMED_KEEP' and kept_until_day is null"))
                .isEqualTo(3);
        assertThat(count("archive_dossier where changed_at = '2024-05-31T08:00:00Z'"))
                .isEqualTo(1);
    }

    @Test
    void enteringTwiceChangesNothing() {
        archive(catalogue, "run-1", fixture.documents(2));
        StoredDossier head = store.head(ID).orElseThrow();

        catalogue.enter(head);

        assertThat(catalogue.knows(head)).isTrue();
        assertThat(count("archive_document")).isEqualTo(2);
        assertThat(count("archive_version")).isEqualTo(1);
    }

    @Test
    void killedBetweenStoreAndCatalogueBothVersionsAreEnteredByTheNextRun() {
        assertThatThrownBy(() -> archive(new OutOfReach(), "run-1", fixture.documents(1)))
                .hasMessage("database out of reach");

        archive(catalogue, "run-2", fixture.documents(2));

        assertThat(count("archive_version")).isEqualTo(2);
        assertThat(count("archive_document")).isEqualTo(2);
    }

    @Test
    void failedEntryLeavesNoRows() {
        archive(catalogue, "run-1", fixture.documents(2));
        StoredDossier head = store.head(ID).orElseThrow();
        DATABASE.clear();
        DATABASE.jdbc()
                .sql("alter table archive_retention add constraint none check (false)")
                .update();

        assertThatThrownBy(() -> catalogue.enter(head)).isInstanceOf(DataIntegrityViolationException.class);

        assertThat(count("archive_dossier")).isZero();
        assertThat(count("archive_document")).isZero();
        DATABASE.jdbc()
                .sql("alter table archive_retention drop constraint none")
                .update();
    }

    private ArchiveOutcome archive(Catalogue into, String run, List<ArchiveDocument> documents) {
        RulesAdvice advice = new RulesAdvice(RetentionRules.bundled(), ArchiveFixture.FRI_2024_05_31);
        return new Archivist(store, into, advice, ArchiveFixture.FRI_2024_05_31)
                .archive(ArchiveFixture.dossier(run, documents));
    }

    private static int count(String table) {
        return DATABASE.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }

    /** Where a run is cut off after the store's commit. */
    private static final class OutOfReach implements Catalogue {
        @Override
        public boolean knows(StoredDossier stored) {
            return false;
        }

        @Override
        public void enter(StoredDossier stored) {
            throw new IllegalStateException("database out of reach");
        }
    }
}
