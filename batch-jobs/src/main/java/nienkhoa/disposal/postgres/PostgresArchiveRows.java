package nienkhoa.disposal.postgres;

import java.util.List;
import java.util.Optional;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.disposal.ArchiveRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code archive_*}; a dossier leaves them only in a transaction that names its decision. */
public final class PostgresArchiveRows implements ArchiveRows {

    private static final String FIND =
            "select case kind when 'DEPOSIT' then files else documents end, bytes, manifest_sha256"
                    + " from archive_dossier where dossier_id = ?";

    /** Until the transaction ends, as the owner of the tables: the role of everyday work may not delete from them. */
    private static final String UNDER_DECISION =
            "select set_config('role', 'none', true), set_config('nienkhoa.disposal_decision', ?, true)";

    private static final List<String> TABLES =
            List.of("archive_retention", "archive_document", "archive_version", "archive_dossier");

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final TransactionTemplate transaction;

    public PostgresArchiveRows(JdbcClient jdbc, Catalogue catalogue, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<Row> find(String dossierId) {
        return jdbc.sql(FIND)
                .param(dossierId)
                .query((row, n) -> new Row(row.getInt(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    @Override
    public void replace(StoredDossier tombstone, String decision) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(UNDER_DECISION).param(decision).query().singleRow();
            String id = tombstone.manifest().id();
            TABLES.forEach(table -> jdbc.sql("delete from " + table + " where dossier_id = ?")
                    .param(id)
                    .update());
            catalogue.enter(tombstone);
        });
    }
}
