package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nienkhoa.intake.LoadEntry;
import nienkhoa.model.SchoolYear;

/** The table of loads. */
final class LoadTable {

    private static final String ENTER = """
            insert into intake_load (export_sha256, school_year, loaded_at, loaded_by, outcome, stops, confirmed, counts)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String COMMITTED = """
            select export_sha256, school_year, loaded_at, loaded_by, outcome, stops, confirmed, counts
            from intake_load
            where export_sha256 = ? and outcome = 'COMMITTED'
            order by load
            """;

    private static final String BETWEEN = " ";

    private final Connection connection;

    LoadTable(Connection connection) {
        this.connection = connection;
    }

    void enter(LoadEntry load) throws SQLException {
        try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
            enter.setString(1, load.exportSha256());
            enter.setInt(2, load.year().start());
            enter.setTimestamp(3, Timestamp.from(load.at()));
            enter.setString(4, load.by());
            enter.setString(5, load.outcome().name());
            enter.setString(6, String.join(BETWEEN, load.stops()));
            enter.setString(7, load.confirmed());
            enter.setString(8, load.counts());
            enter.executeUpdate();
        }
    }

    List<LoadEntry> committed(String exportSha256) throws SQLException {
        List<LoadEntry> loads = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COMMITTED)) {
            select.setString(1, exportSha256);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    loads.add(load(row));
                }
            }
        }
        return loads;
    }

    private static LoadEntry load(ResultSet row) throws SQLException {
        return new LoadEntry(
                row.getString(1),
                new SchoolYear(row.getInt(2)),
                row.getTimestamp(3).toInstant(),
                row.getString(4),
                LoadEntry.Outcome.valueOf(row.getString(5)),
                Arrays.stream(row.getString(6).split(BETWEEN))
                        .filter(code -> !code.isEmpty())
                        .toList(),
                row.getString(7),
                row.getString(8));
    }
}
