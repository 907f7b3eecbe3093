package nienkhoa.disposal.postgres;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nienkhoa.archive.Suppression;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditLog;
import nienkhoa.audit.Projection;
import nienkhoa.data.CanonicalJson;
import nienkhoa.disposal.DisposalActs;
import nienkhoa.disposal.DisposalCase;
import nienkhoa.disposal.DisposalCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code disposal_case} and {@code disposal_suppressed}, filled from acts alone. */
public final class PostgresDisposalCases implements DisposalCases, Projection, Suppression {

    private static final String FIND = "select state from disposal_case where case_id = ?";

    private static final String ALL = "select state from disposal_case order by case_id";

    private static final String KEEP = """
            insert into disposal_case (case_id, stage, state) values (?, ?, ?)
            on conflict (case_id) do update set stage = excluded.stage, state = excluded.state
            """;

    private static final String SUPPRESS = """
            insert into disposal_suppressed (dossier_id, case_id, decision, begun_on) values (?, ?, ?, ?)
            on conflict (dossier_id) do nothing
            """;

    private static final String PROVED = "update disposal_suppressed set destroyed_on = ? where dossier_id = ?";

    private static final String IS_SUPPRESSED = "select count(*) from disposal_suppressed where dossier_id = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog log;

    public PostgresDisposalCases(JdbcClient jdbc, PlatformTransactionManager transactions, AuditLog log) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
    }

    @Override
    public Optional<DisposalCase> find(String id) {
        return jdbc.sql(FIND).param(id).query(String.class).optional().map(PostgresDisposalCases::read);
    }

    @Override
    public List<DisposalCase> all() {
        return jdbc.sql(ALL).query(String.class).list().stream()
                .map(PostgresDisposalCases::read)
                .toList();
    }

    @Override
    public DisposalCase enter(Act act) {
        return Objects.requireNonNull(transaction.execute(status -> {
            apply(log.enter(act));
            return find(DisposalCase.caseOf(act)).orElseThrow();
        }));
    }

    @Override
    public boolean isDestroyed(String dossierId) {
        return jdbc.sql(IS_SUPPRESSED).param(dossierId).query(Integer.class).single() > 0;
    }

    @Override
    public Set<String> actions() {
        return DisposalActs.ALL;
    }

    @Override
    public void apply(AuditEntry entry) {
        Act act = entry.act();
        DisposalCase now = act.action().equals(DisposalActs.OPENED)
                ? DisposalCase.opened(act)
                : find(DisposalCase.caseOf(act))
                        .orElseThrow(() -> new IllegalStateException("act " + entry.number() + " of no case"))
                        .after(act);
        jdbc.sql(KEEP)
                .params(now.id(), now.stage().name(), CanonicalJson.write(now))
                .update();
        if (act.action().equals(DisposalActs.BEGUN)) {
            jdbc.sql(SUPPRESS)
                    .params(act.record(), now.id(), now.ruling().number(), LocalDate.parse(act.detail("day")))
                    .update();
        }
        if (act.action().equals(DisposalActs.DESTROYED)) {
            jdbc.sql(PROVED)
                    .params(LocalDate.parse(act.detail("day")), act.record())
                    .update();
        }
    }

    @Override
    public Set<String> tables() {
        return Set.of("disposal_case", "disposal_suppressed");
    }

    @Override
    public void clear() {
        jdbc.sql("delete from disposal_case").update();
        jdbc.sql("delete from disposal_suppressed").update();
    }

    private static DisposalCase read(String state) {
        return CanonicalJson.read(state, DisposalCase.class);
    }
}
