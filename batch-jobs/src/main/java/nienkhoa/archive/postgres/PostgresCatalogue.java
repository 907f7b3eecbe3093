package nienkhoa.archive.postgres;

import java.sql.Date;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.DocumentLine;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierManifest.Subject;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.data.CanonicalJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code archive_*}: one row a dossier, a version, a document and an answer of retention. */
public final class PostgresCatalogue implements Catalogue {

    private static final String KNOWS = """
            select count(*) from archive_dossier
            where dossier_id = ? and head_version = ? and manifest_sha256 = ?
            """;

    private static final String ENTER_DOSSIER = """
            insert into archive_dossier (dossier_id, kind, school_code, period, class_name, form, record_class,
                organisation, head_version, manifest_sha256, documents, pages, files, bytes, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (dossier_id) do update set
                organisation = excluded.organisation, record_class = excluded.record_class,
                head_version = excluded.head_version, manifest_sha256 = excluded.manifest_sha256,
                documents = excluded.documents, pages = excluded.pages, files = excluded.files,
                bytes = excluded.bytes, changed_at = excluded.changed_at
            """;

    private static final String ENTER_VERSION = """
            insert into archive_version (dossier_id, version, manifest_sha256, export_sha256, run_id, made_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (dossier_id, version) do nothing
            """;

    private static final String FORGET_DOCUMENTS = "delete from archive_document where dossier_id = ?";

    private static final String ENTER_DOCUMENT = """
            insert into archive_document (dossier_id, document_id, edition, path, sha256, data_sha256, pages, bytes,
                verdict, export_sha256, run_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String FORGET_RETENTION = "delete from archive_retention where dossier_id = ?";

    private static final String ENTER_RETENTION = """
            insert into archive_retention (dossier_id, medium, decision, kept_until, kept_until_day, rules)
            values (?, ?, ?, ?, ?, ?)
            """;

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public PostgresCatalogue(DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean knows(StoredDossier stored) {
        DossierManifest manifest = stored.manifest();
        Integer rows = jdbc.queryForObject(KNOWS, Integer.class, manifest.id(), stored.version(), sha256(manifest));
        return rows != null && rows > 0;
    }

    @Override
    public void enter(StoredDossier stored) {
        transaction.executeWithoutResult(status -> {
            enterDossier(stored);
            enterVersion(stored);
            enterDocuments(stored.manifest());
            enterRetention(stored.manifest());
        });
    }

    private void enterDossier(StoredDossier stored) {
        DossierManifest manifest = stored.manifest();
        Subject subject = manifest.subject();
        jdbc.update(
                ENTER_DOSSIER,
                manifest.id(),
                manifest.kind().name(),
                subject.schoolCode(),
                subject.period(),
                subject.className(),
                subject.form(),
                subject.recordClass(),
                subject.organisation(),
                stored.version(),
                sha256(manifest),
                manifest.documents().size(),
                manifest.documents().stream().mapToInt(DocumentLine::pages).sum(),
                (int) manifest.allFiles().count(),
                manifest.allFiles().mapToLong(FileLine::bytes).sum(),
                madeAt(manifest));
    }

    private void enterVersion(StoredDossier stored) {
        DossierManifest manifest = stored.manifest();
        jdbc.update(
                ENTER_VERSION,
                manifest.id(),
                stored.version(),
                sha256(manifest),
                manifest.made().exportSha256(),
                manifest.made().runId(),
                madeAt(manifest));
    }

    private void enterDocuments(DossierManifest manifest) {
        jdbc.update(FORGET_DOCUMENTS, manifest.id());
        List<Object[]> rows = manifest.documents().stream()
                .map(line -> new Object[] {
                    manifest.id(),
                    line.id(),
                    line.edition(),
                    line.pdf().path(),
                    line.pdf().sha256(),
                    line.data().sha256(),
                    line.pages(),
                    line.pdf().bytes(),
                    line.verdict(),
                    line.made().exportSha256(),
                    line.made().runId()
                })
                .toList();
        jdbc.batchUpdate(ENTER_DOCUMENT, rows);
    }

    private void enterRetention(DossierManifest manifest) {
        jdbc.update(FORGET_RETENTION, manifest.id());
        List<Object[]> rows = manifest.retention().stream()
                .map(answer -> new Object[] {
                    manifest.id(),
                    answer.medium(),
                    answer.decision(),
                    answer.keptUntil(),
                    dayIn(answer.keptUntil()),
                    CanonicalJson.write(answer.rules())
                })
                .toList();
        jdbc.batchUpdate(ENTER_RETENTION, rows);
    }

    private static @Nullable Date dayIn(String keptUntil) {
        return DAY.matcher(keptUntil).matches() ? Date.valueOf(keptUntil) : null;
    }

    private static OffsetDateTime madeAt(DossierManifest manifest) {
        return Instant.parse(manifest.made().at()).atOffset(ZoneOffset.UTC);
    }

    private static String sha256(DossierManifest manifest) {
        return CanonicalJson.sha256(CanonicalJson.bytes(manifest));
    }
}
