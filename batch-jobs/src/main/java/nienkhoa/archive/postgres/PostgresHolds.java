package nienkhoa.archive.postgres;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nienkhoa.archive.holds.Hold;
import nienkhoa.archive.holds.Holds;
import nienkhoa.archive.holds.Selection;
import nienkhoa.audit.AuditEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code hold_*}. */
public final class PostgresHolds implements Holds {

    private static final String PLACE = """
            insert into hold_case (case_id, reason, placed_by, placed_at) values (?, ?, ?, ?)
            on conflict (case_id) do nothing
            """;

    private static final String SELECT = """
            insert into hold_selection (case_id, school_code, period, class_name, form, record_class, dossier_id)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String RELEASE = "update hold_case set released_by = ?, released_at = ? where case_id = ?";

    private static final String ALL = """
            select case_id, reason, placed_by, placed_at from hold_case where released_by = '' order by case_id
            """;

    private static final String ON = """
            select case_id, reason, placed_by, placed_at from hold_case
            where case_id in (select case_id from held_dossier where dossier_id = ?) order by case_id
            """;

    private static final String SELECTIONS = """
            select school_code, period, class_name, form, record_class, dossier_id from hold_selection
            where case_id = ? order by school_code, period, class_name, form, record_class, dossier_id
            """;

    private static final String STATE = "select released_by = '' from hold_case where case_id = ?";

    private final JdbcTemplate jdbc;

    public PostgresHolds(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    @Override
    public Set<String> actions() {
        return Set.of(PLACED, RELEASED);
    }

    @Override
    public void apply(AuditEntry entry) {
        String caseId = entry.act().record();
        OffsetDateTime at = entry.at().atOffset(ZoneOffset.UTC);
        if (entry.act().action().equals(RELEASED)) {
            jdbc.update(RELEASE, entry.act().actor(), at, caseId);
            return;
        }
        jdbc.update(PLACE, caseId, entry.act().detail("reason"), entry.act().actor(), at);
        entry.act().detail("select").lines().map(Selection::parse).forEach(select -> enter(caseId, select));
    }

    private void enter(String caseId, Selection select) {
        jdbc.update(
                SELECT,
                caseId,
                select.school(),
                select.period(),
                select.className(),
                select.form(),
                select.recordClass(),
                select.dossier());
    }

    @Override
    public Set<String> tables() {
        return Set.of("hold_case", "hold_selection");
    }

    @Override
    public void clear() {
        jdbc.update("delete from hold_selection");
        jdbc.update("delete from hold_case");
    }

    @Override
    public List<Hold> on(String dossierId) {
        return holds(ON, dossierId);
    }

    @Override
    public List<Hold> all() {
        return holds(ALL);
    }

    @Override
    public Optional<State> state(String caseId) {
        return jdbc.query(STATE, (row, n) -> row.getBoolean(1) ? State.ACTIVE : State.RELEASED, caseId).stream()
                .findFirst();
    }

    private List<Hold> holds(String query, Object... arguments) {
        return jdbc.query(
                query,
                (row, n) -> new Hold(
                        row.getString(1),
                        Hold.Reason.valueOf(row.getString(2)),
                        selections(row.getString(1)),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                arguments);
    }

    private List<Selection> selections(String caseId) {
        return jdbc.query(
                SELECTIONS,
                (row, n) -> new Selection(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                caseId);
    }
}
