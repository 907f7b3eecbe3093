package nienkhoa.disposal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import nienkhoa.disposal.Life.Deed;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A process that lives life after life until it is killed; each deed that is done is a line.
 *
 * <p>Arguments: the folder; the life and the deed to begin with; the life to end before.
 */
final class KilledLives {

    static final String DATABASE = "database.properties";
    static final String NAME = "killed-lives";

    private KilledLives() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        Path folder = Path.of(arguments[0]);
        int end = Integer.parseInt(arguments[3]);
        SingleConnectionDataSource database = database(folder.resolve(DATABASE));
        System.out.println("up");
        try (LifeHome home = new LifeHome(folder, database)) {
            int deed = Integer.parseInt(arguments[2]);
            for (int number = Integer.parseInt(arguments[1]); number < end; number++) {
                for (; deed < Deed.values().length; deed++) {
                    home.flush();
                    Deed.values()[deed].in(new Life(number), home);
                    home.flush();
                    System.out.println(number + " " + deed);
                }
                deed = 0;
            }
        } finally {
            database.destroy();
        }
    }

    private static SingleConnectionDataSource database(Path file) throws IOException, SQLException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(properties.getProperty("database.url"));
        source.setUser(properties.getProperty("database.user"));
        source.setPassword(properties.getProperty("database.password"));
        source.setApplicationName(NAME);
        return new SingleConnectionDataSource(source.getConnection(), true);
    }
}
