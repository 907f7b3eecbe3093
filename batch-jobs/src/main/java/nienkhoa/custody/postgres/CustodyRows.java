package nienkhoa.custody.postgres;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.custody.CustodyActs;
import nienkhoa.custody.Move;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Outcome;
import nienkhoa.data.CanonicalJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of acts of custody. */
final class CustodyRows {

    private static final String OPEN = """
            insert into custody_transfer (transfer_id, place, state, from_code, to_code, decision, decided_on, opened_by,
                opened_on) values (?, ?, 'OPEN', ?, ?, ?, ?, ?, ?)
            on conflict (transfer_id) do nothing
            """;

    private static final String PACK = """
            update custody_transfer set state = 'PACKED', hand_over_sha256 = ? where transfer_id = ? and state in ('OPEN', 'PACKED')
            """;

    private static final String RECEIVE = """
            update custody_transfer set state = 'RECEIVED', hand_over_sha256 = ?, received_by = ?, received_on = ?,
                entry_number = ?, entry_sha256 = ?
            where transfer_id = ?
            """;

    private static final String CLOSE = """
            update custody_transfer set state = 'CLOSED', receipt_sha256 = ?, closed_by = ?, closed_on = ?,
                received_by = ?, received_on = ?
            where transfer_id = ?
            """;

    private static final String WITHDRAW = """
            update custody_transfer set state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_on = ?, withdrawn_why = ?
            where transfer_id = ?
            """;

    private static final String ITEM = """
            insert into custody_item (transfer_id, dossier_id, ordinal, version, manifest_sha256, outcome, code, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (transfer_id, dossier_id) do update
                set outcome = excluded.outcome, code = excluded.code, reason = excluded.reason
            """;

    private static final String MOVE = """
            insert into custody_move (dossier_id, number, from_code, to_code, since, transfer_id, decision, elsewhere)
            select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? from custody_move where dossier_id = ?
            having not exists (select from custody_transfer where transfer_id = ? and state = 'WITHDRAWN')
            on conflict (dossier_id, transfer_id) do nothing
            """;

    private static final String MOVE_OF = """
            select from_code, to_code, decision, place <> 'HERE' from custody_transfer where transfer_id = ?
            """;

    private final JdbcClient jdbc;

    CustodyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void apply(AuditEntry entry) {
        Act act = entry.act();
        switch (act.action()) {
            case CustodyActs.OPENED -> open(act, act.actor());
            case CustodyActs.PACKED ->
                jdbc.sql(PACK).params(act.detail("handOver"), act.record()).update();
            case CustodyActs.RECEIVED -> receive(entry);
            case CustodyActs.CLOSED -> close(act);
            case CustodyActs.WITHDRAWN -> withdraw(act);
            default -> throw new IllegalStateException("no act of custody: " + act.action());
        }
    }

    private void open(Act act, String by) {
        jdbc.sql(OPEN)
                .params(
                        act.record(),
                        act.detail("place"),
                        act.detail("from"),
                        act.detail("to"),
                        act.detail("decision"),
                        LocalDate.parse(act.detail("decided")),
                        by,
                        LocalDate.parse(act.detail("opened")))
                .update();
        items(act);
    }

    private void items(Act act) {
        List<Item> items = List.of(CanonicalJson.read(act.detail("items"), Item[].class));
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            jdbc.sql(ITEM)
                    .params(
                            act.record(),
                            item.dossier(),
                            i + 1,
                            item.version(),
                            item.manifestSha256(),
                            item.outcome().name(),
                            item.code(),
                            item.reason())
                    .update();
        }
    }

    /** What comes from another home has its keeper now; where both work here, the giver's receipt makes it so. */
    private void receive(AuditEntry entry) {
        Act act = entry.act();
        open(act, act.detail("openedBy"));
        jdbc.sql(RECEIVE)
                .params(
                        act.detail("handOver"),
                        act.actor(),
                        LocalDate.parse(act.detail("day")),
                        entry.number(),
                        entry.sha256(),
                        act.record())
                .update();
        if (act.detail("place").equals("INCOMING")) {
            for (MovesOf before : CanonicalJson.read(act.detail("moves"), MovesOf[].class)) {
                before.moves().forEach(move -> enter(before.dossier(), move));
            }
            moveAccepted(act, false);
        }
    }

    /** Moves of a dossier before this hand-over, as the giver's home knew them; what was withdrawn here was no move. */
    record MovesOf(String dossier, List<Move> moves) {
        MovesOf {
            moves = new ArrayList<>(moves);
        }
    }

    private void close(Act act) {
        LocalDate since = LocalDate.parse(act.detail("receivedOn"));
        jdbc.sql(CLOSE)
                .params(
                        act.detail("receipt"),
                        act.actor(),
                        LocalDate.parse(act.detail("day")),
                        act.detail("receivedBy"),
                        since,
                        act.record())
                .update();
        items(act);
        moveAccepted(act, true);
    }

    private void withdraw(Act act) {
        jdbc.sql(WITHDRAW)
                .params(act.actor(), LocalDate.parse(act.detail("day")), act.detail("reason"), act.record())
                .update();
    }

    private void moveAccepted(Act act, boolean leaving) {
        String since = act.detail(leaving ? "receivedOn" : "day");
        Move move = jdbc.sql(MOVE_OF)
                .param(act.record())
                .query((row, n) -> new Move(
                        0,
                        row.getString(1),
                        row.getString(2),
                        since,
                        act.record(),
                        row.getString(3),
                        leaving && row.getBoolean(4)))
                .single();
        for (Item item : CanonicalJson.read(act.detail("items"), Item[].class)) {
            if (item.outcome() == Outcome.ACCEPTED) {
                enter(item.dossier(), move);
            }
        }
    }

    private void enter(String dossier, Move move) {
        jdbc.sql(MOVE)
                .params(
                        dossier,
                        move.from(),
                        move.to(),
                        LocalDate.parse(move.since()),
                        move.transfer(),
                        move.decision(),
                        move.elsewhere(),
                        dossier,
                        move.transfer())
                .update();
    }
}
