package nienkhoa.archive.postgres;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import nienkhoa.archive.keeping.Decided;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code retention_confirmed_rule} and {@code retention_choice}. */
public final class PostgresDecided implements Decided {

    private static final String CONFIRM = """
            insert into retention_confirmed_rule (rule_id, yaml, confirmed_by, confirmed_at) values (?, ?, ?, ?)
            on conflict (rule_id) do update set yaml = excluded.yaml, confirmed_by = excluded.confirmed_by,
                confirmed_at = excluded.confirmed_at
            """;

    private static final String CHOOSE = """
            insert into retention_choice (dossier_id, medium, was, now, accepted, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (dossier_id, medium) do update set was = excluded.was, now = excluded.now,
                accepted = excluded.accepted, decided_by = excluded.decided_by, decided_at = excluded.decided_at
            """;

    private final JdbcTemplate jdbc;

    public PostgresDecided(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    @Override
    public Set<String> actions() {
        return Set.of(RULE_CONFIRMED, SHORTER_ACCEPTED, LONGER_KEPT);
    }

    @Override
    public void apply(AuditEntry entry) {
        Act act = entry.act();
        OffsetDateTime at = entry.at().atOffset(ZoneOffset.UTC);
        if (act.action().equals(RULE_CONFIRMED)) {
            jdbc.update(CONFIRM, act.rule(), act.detail("yaml"), act.actor(), at);
            return;
        }
        boolean accepted = act.action().equals(SHORTER_ACCEPTED);
        jdbc.update(
                CHOOSE,
                act.record(),
                act.detail("medium"),
                act.detail("was"),
                act.detail("now"),
                accepted,
                act.actor(),
                at);
    }

    @Override
    public Set<String> tables() {
        return Set.of("retention_confirmed_rule", "retention_choice");
    }

    @Override
    public void clear() {
        jdbc.update("delete from retention_confirmed_rule");
        jdbc.update("delete from retention_choice");
    }

    @Override
    public List<String> confirmedRules() {
        return jdbc.queryForList("select yaml from retention_confirmed_rule order by rule_id", String.class);
    }
}
