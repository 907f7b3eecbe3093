package nienkhoa.intake.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import nienkhoa.intake.LoadEntry;
import nienkhoa.intake.Staging;

/**
 * Staging in tables that live as long as one transaction, and a file that lives as long as it. Whoever is killed leaves
 * nothing behind, and nobody sees half an export.
 */
public final class PostgresStaging implements Staging {

    /** Texts of rows that may lie in memory while an export is read. */
    private static final long SHARE_OF_HEAP = 10;

    private final DataSource database;

    /** @param database with the migrations of the register and of intake */
    public PostgresStaging(DataSource database) {
        this.database = database;
    }

    @Override
    public Session open(String exportSha256, Path work) {
        long inMemory = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
        FactSpool contents = FactSpool.in(work, (int) (inMemory >> 20));
        try {
            return new PostgresSession(database.getConnection(), exportSha256, contents);
        } catch (SQLException e) {
            contents.close();
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public void record(LoadEntry load) {
        try (Connection connection = database.getConnection()) {
            new LoadTable(connection).enter(load);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public List<LoadEntry> committed(String exportSha256) {
        try (Connection connection = database.getConnection()) {
            return new LoadTable(connection).committed(exportSha256);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }
}
