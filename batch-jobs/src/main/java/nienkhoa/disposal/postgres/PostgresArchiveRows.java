package nienkhoa.disposal.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nienkhoa.archive.Catalogue;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.disposal.ArchiveRows;
import nienkhoa.model.Cohort;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The catalogue as disposal sees it. */
public final class PostgresArchiveRows implements ArchiveRows {

    private static final String COLUMNS = """
            select dossier_id, kind, school_code, period, class_name, form, record_class, documents, bytes,
                manifest_sha256
            from archive_dossier
            """;

    private static final String ALL = COLUMNS + " order by dossier_id";

    private static final String ONE = COLUMNS + " where dossier_id = ?";

    private static final String UNDER_DECISION = "select set_config('nienkhoa.disposal_decision', ?, true)";

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
    public List<Row> all() {
        return jdbc.sql(ALL).query((row, n) -> row(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<Row> find(String dossierId) {
        return jdbc.sql(ONE).param(dossierId).query((row, n) -> row(row)).list().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void replace(StoredDossier tombstone, String decision) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(UNDER_DECISION).param(decision).query(String.class).single();
            String id = tombstone.manifest().id();
            TABLES.forEach(table -> jdbc.sql("delete from " + table + " where dossier_id = ?")
                    .param(id)
                    .update());
            catalogue.enter(tombstone);
        });
    }

    private static Optional<Row> row(ResultSet row) throws SQLException {
        String id = row.getString("dossier_id");
        String recordClass = row.getString("record_class");
        int documents = row.getInt("documents");
        long bytes = row.getLong("bytes");
        String sha256 = row.getString("manifest_sha256");
        return key(row).map(key -> new Row(key, id, recordClass, documents, bytes, sha256));
    }

    /** Empty for what disposal has no rule about: tombstones, disposal dossiers, kinds that it does not know. */
    private static Optional<DossierKey> key(ResultSet row) throws SQLException {
        String school = row.getString("school_code");
        String period = row.getString("period");
        String kind = row.getString("kind");
        if (kind.equals(DossierKind.CLASS_SECTION_FORM.name())) {
            SchoolYear year = new SchoolYear(first(period));
            return Optional.of(
                    new DossierKey.ClassForm(school, year, row.getString("class_name"), row.getString("form")));
        }
        if (kind.equals(DossierKind.COHORT_FORM.name())) {
            return cohort(period).map(cohort -> new DossierKey.CohortForm(school, cohort, form(row)));
        }
        return Optional.empty();
    }

    private static Optional<Cohort> cohort(String label) {
        for (Level level : Level.values()) {
            Cohort cohort = new Cohort(level, new SchoolYear(first(label)));
            if (cohort.label().equals(label)) {
                return Optional.of(cohort);
            }
        }
        return Optional.empty();
    }

    private static String form(ResultSet row) {
        try {
            return row.getString("form");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int first(String period) {
        return Integer.parseInt(period.substring(0, 4));
    }
}
