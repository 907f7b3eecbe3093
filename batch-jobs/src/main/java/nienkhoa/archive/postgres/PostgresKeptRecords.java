package nienkhoa.archive.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import nienkhoa.archive.holds.Selection;
import nienkhoa.archive.keeping.KeptRecord;
import nienkhoa.archive.keeping.KeptRecord.Choice;
import nienkhoa.archive.keeping.KeptRecords;
import nienkhoa.retention.Medium;
import org.springframework.jdbc.core.JdbcTemplate;

/** The catalogue with its answers of retention, holds and decisions: one query, one row a medium. */
public final class PostgresKeptRecords implements KeptRecords {

    private static final String OF = """
            select d.dossier_id, d.kind, d.period, d.record_class, r.medium, r.kept_until, c.was, c.now, c.accepted,
                coalesce(h.cases, '')
            from archive_dossier d
            join archive_retention r using (dossier_id)
            left join dossier_custody k on k.dossier_id = d.dossier_id
            left join retention_choice c on c.dossier_id = d.dossier_id and c.medium = r.medium
            left join (select dossier_id, string_agg(case_id, E'\\n' order by case_id) as cases
                from held_dossier group by dossier_id) h on h.dossier_id = d.dossier_id
            where ? in ('', d.school_code, coalesce(k.custodian, '')) and ? in ('', d.period) and ? in ('', d.class_name) and ? in ('', d.form)
                and ? in ('', d.record_class) and ? in ('', d.dossier_id)
            order by d.dossier_id, r.medium
            """;

    private final JdbcTemplate jdbc;

    public PostgresKeptRecords(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    @Override
    public Optional<KeptRecord> find(String dossierId) {
        return of(new Selection("", "", "", "", "", dossierId)).stream().findFirst();
    }

    @Override
    public List<KeptRecord> of(Selection s) {
        Map<String, KeptRecord> records = new TreeMap<>();
        jdbc.query(
                OF,
                row -> {
                    KeptRecord line = line(row);
                    records.merge(line.id(), line, PostgresKeptRecords::joined);
                },
                s.school(),
                s.period(),
                s.className(),
                s.form(),
                s.recordClass(),
                s.dossier());
        return List.copyOf(records.values());
    }

    /** One medium of a dossier. */
    private static KeptRecord line(ResultSet row) throws SQLException {
        Medium medium = Medium.valueOf(row.getString(5));
        String was = row.getString(7);
        Map<Medium, Choice> choices =
                was == null ? Map.of() : Map.of(medium, new Choice(was, row.getString(8), row.getBoolean(9)));
        return new KeptRecord(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                new TreeMap<>(Map.of(medium, row.getString(6))),
                Arrays.stream(row.getString(10).split("\n", -1))
                        .filter(one -> !one.isEmpty())
                        .toList(),
                choices);
    }

    private static KeptRecord joined(KeptRecord first, KeptRecord second) {
        TreeMap<Medium, String> stored = new TreeMap<>(first.stored());
        stored.putAll(second.stored());
        Map<Medium, Choice> choices = new EnumMap<>(Medium.class);
        choices.putAll(first.choices());
        choices.putAll(second.choices());
        return new KeptRecord(
                first.id(), first.kind(), first.period(), first.recordClass(), stored, first.cases(), choices);
    }
}
