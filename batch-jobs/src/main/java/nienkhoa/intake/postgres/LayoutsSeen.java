package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.intake.FactKind;
import nienkhoa.intake.LayoutSeen;

/** The headers that schools' exports had, in their table. */
final class LayoutsSeen {

    /** What this export itself had first is left out, so that reading it again says the same. */
    private static final String BEFORE = """
            select school_code, layout, kind, headers, labels
            from intake_layout_seen
            where first_export_sha256 <> ?
            order by last_seen_at desc, school_code, layout, kind, fingerprint
            """;

    private static final String KEEP = """
            insert into intake_layout_seen (school_code, layout, kind, fingerprint, headers, labels,
                                            first_export_sha256, first_seen_at, last_export_sha256, last_seen_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (school_code, layout, kind, fingerprint) do update
            set last_export_sha256 = excluded.last_export_sha256, last_seen_at = excluded.last_seen_at
            """;

    private final Connection connection;
    private final String exportSha256;

    LayoutsSeen(Connection connection, String exportSha256) {
        this.connection = connection;
        this.exportSha256 = exportSha256;
    }

    List<LayoutSeen> seenBefore() {
        List<LayoutSeen> seen = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
            statement.setString(1, exportSha256);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    seen.add(new LayoutSeen(
                            row.getString(1),
                            row.getString(2),
                            FactKind.valueOf(row.getString(3)),
                            List.of((String[]) row.getArray(4).getArray()),
                            List.of((String[]) row.getArray(5).getArray())));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
        return seen;
    }

    void keep(List<LayoutSeen> seen, Instant at) {
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            for (LayoutSeen each : seen) {
                statement.setString(1, each.school());
                statement.setString(2, each.layout());
                statement.setString(3, each.kind().name());
                statement.setString(4, each.fingerprint());
                statement.setArray(
                        5, connection.createArrayOf("text", each.headers().toArray()));
                statement.setArray(
                        6, connection.createArrayOf("text", each.labels().toArray()));
                statement.setString(7, exportSha256);
                statement.setTimestamp(8, Timestamp.from(at));
                statement.setString(9, exportSha256);
                statement.setTimestamp(10, Timestamp.from(at));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }
}
