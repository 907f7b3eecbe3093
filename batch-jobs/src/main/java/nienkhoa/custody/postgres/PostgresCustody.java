package nienkhoa.custody.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditLog;
import nienkhoa.custody.Custody;
import nienkhoa.custody.CustodyActs;
import nienkhoa.custody.Move;
import nienkhoa.custody.Transfer;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Order;
import nienkhoa.custody.Transfer.Outcome;
import nienkhoa.custody.Transfer.Received;
import nienkhoa.custody.Transfer.Withdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code custody_*}, filled from acts alone. */
public final class PostgresCustody implements Custody {

    private static final String TRANSFERS = """
            select transfer_id, place, state, from_code, to_code, decision, decided_on, opened_on, opened_by,
                hand_over_sha256, received_by, received_on, entry_number, entry_sha256, receipt_sha256,
                withdrawn_by, withdrawn_on, withdrawn_why
            from custody_transfer where ? in ('', transfer_id) order by transfer_id
            """;

    private static final String ITEMS = """
            select dossier_id, version, manifest_sha256, outcome, code, reason from custody_item
            where transfer_id = ? order by ordinal
            """;

    private static final String MOVES = """
            select number, from_code, to_code, since, transfer_id, decision, elsewhere from custody_move
            where dossier_id = ? order by number
            """;

    private static final String KEEPERS = """
            select d.dossier_id, coalesce(k.custodian, nullif(d.school_code, ''), ?) as keeper, d.kind,
                coalesce(k.elsewhere, false) as elsewhere
            from archive_dossier d left join dossier_custody k using (dossier_id)
            """;

    private static final String OF_DOSSIERS = KEEPERS + " where d.dossier_id = any(?)";

    private static final String KEPT_BY = "select dossier_id from (" + KEEPERS + """
            ) held where keeper = ? and not elsewhere and kind not in ('TOMBSTONE', 'SETTINGS') order by dossier_id
            """;

    private static final String UNDER_WAY = """
            with going as (
                select transfer_id from custody_transfer
                where state not in ('CLOSED', 'WITHDRAWN') and place <> 'INCOMING'
            )
            select dossier_id, transfer_id from custody_item join going using (transfer_id)
            union
            select 'custody/' || transfer_id, transfer_id from going
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog log;
    private final CustodyRows rows;

    public PostgresCustody(JdbcClient jdbc, PlatformTransactionManager transactions, AuditLog log) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
        this.rows = new CustodyRows(jdbc);
    }

    @Override
    public AuditEntry enter(Act act, Runnable more) {
        return Objects.requireNonNull(transaction.execute(status -> {
            AuditEntry entry = log.enter(act);
            apply(entry);
            more.run();
            return entry;
        }));
    }

    @Override
    public Optional<Transfer> find(String transfer) {
        return transfer.isEmpty()
                ? Optional.empty()
                : transfers(transfer).stream().findFirst();
    }

    @Override
    public List<AuditEntry> acts(String transfer) {
        return log.entriesOn(transfer);
    }

    @Override
    public List<Transfer> all() {
        return transfers("");
    }

    private List<Transfer> transfers(String id) {
        return jdbc.sql(TRANSFERS).param(id).query((row, n) -> transfer(row)).list();
    }

    private Transfer transfer(ResultSet row) throws SQLException {
        String id = row.getString("transfer_id");
        return new Transfer(
                id,
                Transfer.Place.valueOf(row.getString("place")),
                Transfer.State.valueOf(row.getString("state")),
                new Order(
                        row.getString("from_code"),
                        row.getString("to_code"),
                        row.getString("decision"),
                        row.getDate("decided_on").toLocalDate(),
                        row.getDate("opened_on").toLocalDate()),
                row.getString("opened_by"),
                row.getString("hand_over_sha256"),
                received(row),
                row.getString("receipt_sha256"),
                withdrawn(row),
                items(id));
    }

    private static Optional<Received> received(ResultSet row) throws SQLException {
        String receiver = row.getString("received_by");
        return receiver.isEmpty()
                ? Optional.empty()
                : Optional.of(new Received(
                        receiver,
                        row.getDate("received_on").toLocalDate(),
                        row.getLong("entry_number"),
                        row.getString("entry_sha256")));
    }

    private static Optional<Withdrawn> withdrawn(ResultSet row) throws SQLException {
        String by = row.getString("withdrawn_by");
        return by.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Withdrawn(by, row.getDate("withdrawn_on").toLocalDate(), row.getString("withdrawn_why")));
    }

    private List<Item> items(String transfer) {
        return jdbc.sql(ITEMS)
                .param(transfer)
                .query((row, n) -> new Item(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        Outcome.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    @Override
    public List<Move> moves(String dossier) {
        return jdbc.sql(MOVES)
                .param(dossier)
                .query((row, n) -> new Move(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDate(4).toLocalDate().toString(),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7)))
                .list();
    }

    @Override
    public Map<String, Keeper> keepers(Set<String> dossiers, String keeper) {
        Map<String, Keeper> keepers = new TreeMap<>();
        jdbc.sql(OF_DOSSIERS).params(keeper, dossiers.toArray(String[]::new)).query(row -> {
            keepers.put(row.getString(1), new Keeper(row.getString(2), row.getString(3), row.getBoolean(4)));
        });
        return keepers;
    }

    @Override
    public List<String> keptBy(String organisation, String keeper) {
        return jdbc.sql(KEPT_BY)
                .params(keeper, organisation)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, String> underWay() {
        Map<String, String> underWay = new TreeMap<>();
        jdbc.sql(UNDER_WAY).query(row -> {
            underWay.put(row.getString(1), row.getString(2));
        });
        return underWay;
    }

    @Override
    public Set<String> actions() {
        return CustodyActs.ALL;
    }

    @Override
    public void apply(AuditEntry entry) {
        rows.apply(entry);
    }

    @Override
    public Set<String> tables() {
        return Set.of("custody_transfer", "custody_item", "custody_move");
    }

    @Override
    public void clear() {
        jdbc.sql("delete from custody_item").update();
        jdbc.sql("delete from custody_move").update();
        jdbc.sql("delete from custody_transfer").update();
    }
}
