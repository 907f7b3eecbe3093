package nienkhoa.archive.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import nienkhoa.archive.holds.Selection;
import nienkhoa.archive.keeping.KeptRecord;
import nienkhoa.archive.keeping.KeptRecord.Choice;
import nienkhoa.archive.keeping.KeptRecords;
import nienkhoa.retention.Medium;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue with its answers of retention, holds and decisions: one query, one row a medium of a dossier. */
public final class PostgresKeptRecords implements KeptRecords {

    private static final String OF = """
            select d.dossier_id, d.kind, d.period, d.record_class, r.medium, r.kept_until, c.was, c.now, c.accepted,
                coalesce(h.cases, '')
            from ({wanted}) w
            join archive_dossier d using (dossier_id)
            join archive_retention r using (dossier_id)
            left join retention_choice c on c.dossier_id = d.dossier_id and c.medium = r.medium
            left join {cases} h on h.dossier_id = d.dossier_id
            order by d.dossier_id, r.medium
            """;

    private static final String ALL = "select d.dossier_id from archive_dossier d where {parts}";

    /** What a school made, and what an organisation keeps: an index for each, where one condition with "or" uses none. */
    private static final String OF_SCHOOL = """
            select d.dossier_id from archive_dossier d where d.school_code = :school and {parts}
            union
            select d.dossier_id from dossier_custody k join archive_dossier d using (dossier_id)
            where k.custodian = :school and {parts}
            """;

    private static final String CASES = """
            (select dossier_id, string_agg(case_id, E'\\n' order by case_id) as cases from held_dossier {these}
            group by dossier_id)
            """;

    /** For few dossiers: asks about each of them. For very many it is quicker to work out all holds once. */
    private static final String CASES_OF_EACH =
            "lateral " + CASES.replace("{these}", "where dossier_id = d.dossier_id");

    private final JdbcClient jdbc;

    public PostgresKeptRecords(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    @Override
    public Optional<KeptRecord> find(String dossierId) {
        return of(new Selection("", "", "", "", "", dossierId)).stream().findFirst();
    }

    @Override
    public List<KeptRecord> of(Selection s) {
        Map<String, KeptRecord> records = new TreeMap<>();
        jdbc.sql(sql(s))
                .param("school", s.school())
                .param("period", s.period())
                .param("className", s.className())
                .param("form", s.form())
                .param("recordClass", s.recordClass())
                .param("dossier", s.dossier())
                .query(row -> {
                    KeptRecord line = line(row);
                    records.merge(line.id(), line, PostgresKeptRecords::joined);
                });
        return List.copyOf(records.values());
    }

    /** Names the parts that are asked for and no others, so that every plan may use an index. */
    private static String sql(Selection s) {
        SortedMap<String, String> parts = new TreeMap<>(Map.of(
                "d.period = :period", s.period(),
                "d.class_name = :className", s.className(),
                "d.form = :form", s.form(),
                "d.record_class = :recordClass", s.recordClass(),
                "d.dossier_id = :dossier", s.dossier()));
        parts.values().removeIf(String::isEmpty);
        boolean few = !s.school().isEmpty() || !s.dossier().isEmpty();
        return OF.replace("{wanted}", s.school().isEmpty() ? ALL : OF_SCHOOL)
                .replace("{parts}", parts.isEmpty() ? "true" : String.join(" and ", parts.keySet()))
                .replace("{cases}", few ? CASES_OF_EACH : CASES.replace("{these}", ""));
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
