package nienkhoa.archive.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import nienkhoa.archive.copies.CopyLedger;
import nienkhoa.archive.copies.ExpectedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code copy_*}. */
public final class PostgresCopyLedger implements CopyLedger {

    private static final String VERSIONS = """
            select version, dossier_id, inventory_sha512 from copy_object where place = ? order by version
            """;

    private static final String FORGET_OBJECT = "delete from copy_object where place = ?";

    private static final String FORGET_STATES = "delete from copy_state where place = ?";

    private static final String KNOW = """
            insert into copy_object (place, version, dossier_id, inventory_sha512, head, files, bytes, seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SEEN = "select version, seen_at from copy_object where place = ?";

    private static final String BEHIND = """
            select o.place from copy_object o
            left join copy_state s on s.target = ? and s.place = o.place
            where o.head and o.place > ? and s.inventory_sha512 is distinct from o.inventory_sha512
            order by o.place limit ?
            """;

    private static final String HOLDS = """
            insert into copy_state (target, place, version, inventory_sha512, copied_at, sound)
            values (?, ?, ?, ?, ?, true)
            on conflict (target, place) do update set version = excluded.version,
                inventory_sha512 = excluded.inventory_sha512, copied_at = excluded.copied_at, sound = true,
                checked_at = null
            """;

    private static final String DUE = """
            select o.place, o.bytes from copy_state s
            join copy_object o on o.place = s.place and o.head and o.inventory_sha512 = s.inventory_sha512
            where s.target = ? and (s.checked_at is null or s.checked_at < ?)
            order by s.checked_at nulls first, s.place limit ?
            """;

    private static final String LOOKED_AT = """
            update copy_state set checked_at = ?, sound = ?, proved_at = case when ? then ? else proved_at end
            where target = ? and place = ?
            """;

    private static final String STANDING = """
            select count(*) as objects,
                count(*) filter (where s.inventory_sha512 = o.inventory_sha512) as complete,
                count(*) filter (where s.place is null) as missing,
                count(*) filter (where s.inventory_sha512 <> o.inventory_sha512) as stale,
                count(*) filter (where not s.sound) as damaged,
                min(o.seen_at) filter (where s.inventory_sha512 is distinct from o.inventory_sha512) as pending_since,
                case when bool_or(s.place is not null and s.checked_at is null) then null
                     else min(s.checked_at) end as least_recent
            from copy_object o left join copy_state s on s.target = ? and s.place = o.place
            where o.head
            """;

    private static final String EVENTS = "select event, at from copy_event where target = ?";

    private static final String NOTE = """
            insert into copy_event (target, event, at) values (?, ?, ?)
            on conflict (target, event) do update set at = excluded.at
            """;

    private static final String FIRST_NOTE = """
            insert into copy_event (target, event, at) values (?, ?, ?) on conflict (target, event) do nothing
            """;

    private static final String FORGET_NOTE = "delete from copy_event where target = ? and event = ?";

    private static final String BACKLOG = """
            select count(*) as objects, coalesce(sum(o.bytes), 0) as bytes from copy_state s
            join copy_object o on o.place = s.place and o.head
            where s.target = ? and (s.checked_at is null or s.checked_at < ?)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public PostgresCopyLedger(DataSource database, PlatformTransactionManager transactions) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Optional<ExpectedObject> expected(String place) {
        SortedMap<Integer, String> versions = new TreeMap<>();
        List<String> ids = jdbc.sql(VERSIONS)
                .param(place)
                .query((row, index) -> {
                    versions.put(row.getInt("version"), row.getString("inventory_sha512"));
                    return row.getString("dossier_id");
                })
                .list();
        return ids.isEmpty() ? Optional.empty() : Optional.of(new ExpectedObject(place, ids.get(0), versions));
    }

    @Override
    public void know(ExpectedObject object, int files, long bytes, Instant seen) {
        transaction.executeWithoutResult(status -> {
            Map<Integer, OffsetDateTime> before = new HashMap<>();
            jdbc.sql(SEEN)
                    .param(object.place())
                    .query((row, index) -> before.put(row.getInt(1), row.getObject(2, OffsetDateTime.class)))
                    .list();
            jdbc.sql(FORGET_OBJECT).param(object.place()).update();
            object.inventories().forEach((version, sha512) -> jdbc.sql(KNOW)
                    .params(
                            object.place(),
                            version,
                            object.dossierId(),
                            sha512,
                            version == object.version(),
                            files,
                            bytes,
                            before.getOrDefault(version, time(seen)))
                    .update());
        });
    }

    @Override
    public void forget(String place) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(FORGET_OBJECT).param(place).update();
            jdbc.sql(FORGET_STATES).param(place).update();
        });
    }

    @Override
    public List<ExpectedObject> behind(String target, String after, int limit) {
        return jdbc.sql(BEHIND).params(target, after, limit).query(String.class).list().stream()
                .flatMap(place -> expected(place).stream())
                .toList();
    }

    @Override
    public void holds(String target, ExpectedObject object, Instant at) {
        jdbc.sql(HOLDS)
                .params(target, object.place(), object.version(), object.inventorySha512(), time(at))
                .update();
    }

    @Override
    public List<Due> due(String target, Instant since, int limit) {
        return jdbc
                .sql(DUE)
                .params(target, time(since), limit)
                .query((row, index) -> Map.entry(row.getString("place"), row.getLong("bytes")))
                .list()
                .stream()
                .flatMap(due -> expected(due.getKey()).map(object -> new Due(object, due.getValue())).stream())
                .toList();
    }

    @Override
    public void lookedAt(String target, String place, Instant at, boolean sound) {
        jdbc.sql(LOOKED_AT)
                .params(time(at), sound, sound, time(at), target, place)
                .update();
    }

    @Override
    public Standing standing(String target) {
        Map<String, Instant> events = new HashMap<>();
        jdbc.sql(EVENTS)
                .param(target)
                .query((row, index) -> events.put(
                        row.getString("event"), row.getTimestamp("at").toInstant()))
                .list();
        return jdbc.sql(STANDING)
                .param(target)
                .query((row, index) -> standing(row, events))
                .single();
    }

    private static Standing standing(ResultSet row, Map<String, Instant> events) throws SQLException {
        return new Standing(
                row.getLong("objects"),
                row.getLong("complete"),
                row.getLong("missing"),
                row.getLong("stale"),
                row.getLong("damaged"),
                instant(row.getTimestamp("pending_since")),
                instant(row.getTimestamp("least_recent")),
                Optional.ofNullable(events.get(Event.UNREACHABLE.name())),
                Optional.ofNullable(events.get(Event.COPIED.name())),
                Optional.ofNullable(events.get(Event.FULL_BEGUN.name())),
                Optional.ofNullable(events.get(Event.COPIED_IN_FULL.name())),
                Optional.ofNullable(events.get(Event.RESTORED.name())));
    }

    /** Out of reach since the first time that nobody reached it. */
    @Override
    public void note(String target, Event event, Instant at) {
        transaction.executeWithoutResult(status -> {
            if (event == Event.REACHED) {
                jdbc.sql(FORGET_NOTE).params(target, Event.UNREACHABLE.name()).update();
            }
            jdbc.sql(event == Event.UNREACHABLE ? FIRST_NOTE : NOTE)
                    .params(target, event.name(), time(at))
                    .update();
        });
    }

    @Override
    public Backlog backlog(String target, Instant before) {
        return jdbc.sql(BACKLOG)
                .params(target, time(before))
                .query((row, index) -> new Backlog(row.getLong("objects"), row.getLong("bytes")))
                .single();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
