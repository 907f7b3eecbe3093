package nienkhoa.archive.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nienkhoa.archive.rebuild.StoreRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables that follow from the store, as one whole. Names of tables and columns come from the database itself. */
public final class PostgresStoreRows implements StoreRows {

    /** Children before their parents. */
    private static final List<String> CATALOGUE =
            List.of("archive_retention", "archive_document", "archive_version", "archive_dossier");

    /** Until the transaction ends, as the owner of the tables: the role of everyday work may not delete from them. */
    private static final String LET_GO =
            "select set_config('role', 'none', true), set_config('nienkhoa.catalogue_rebuild', 'on', true)";

    /** Numbers of runs are never given twice, also not those that only the store remembers. */
    private static final String RUNS_GO_ON = """
            select setval('year_end_run', greatest(max(substr(run_id, 4)::bigint), (select last_value from year_end_run)))
            from archive_version where run_id ~ '^LC-[0-9]{1,12}$' having count(*) > 0
            """;

    private static final String KEY = """
            select quote_ident(a.attname) from pg_index i
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
            where i.indrelid = ?::regclass and i.indisprimary order by a.attnum
            """;

    private static final String COMPARE = """
            select concat_ws(' ', %1$s) as id,
                case when there.%2$s is null then 'ONLY_IN_DATABASE'
                     when here.%2$s is null then 'ONLY_IN_STORE' else 'OTHER' end as kind
            from %3$s here full join %4$s.%3$s there using (%1$s)
            where to_jsonb(here) is distinct from to_jsonb(there)
            order by %1$s
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public PostgresStoreRows(DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Collection<String> catalogueTables() {
        return CATALOGUE;
    }

    @Override
    public void replace(Runnable filling) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(LET_GO).query().singleRow();
            CATALOGUE.forEach(table -> jdbc.sql("delete from " + table).update());
            filling.run();
            jdbc.sql(RUNS_GO_ON).query(Long.class).optional();
        });
    }

    @Override
    public SortedMap<String, Long> count(Collection<String> tables) {
        SortedMap<String, Long> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(
                table,
                jdbc.sql("select count(*) from " + table).query(Long.class).single()));
        return rows;
    }

    @Override
    public List<RowDifference> compare(String schema, Collection<String> tables) {
        List<RowDifference> differences = new ArrayList<>();
        for (String table : tables) {
            List<String> key = jdbc.sql(KEY).param(table).query(String.class).list();
            String compare =
                    COMPARE.formatted(key.stream().collect(Collectors.joining(", ")), key.get(0), table, schema);
            differences.addAll(jdbc.sql(compare)
                    .query((row, n) -> new RowDifference(table, row.getString(1), Kind.valueOf(row.getString(2))))
                    .list());
        }
        return differences;
    }
}
