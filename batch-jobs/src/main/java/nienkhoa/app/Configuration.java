package nienkhoa.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import nienkhoa.intake.difference.ChangeLimit;

/**
 * What the people of a machine decide about it, from {@code <home>/config/nienkhoa.properties}. Without the file
 * everything has its default.
 *
 * @param server a PostgreSQL server of theirs; empty = the embedded one
 * @param threads how many documents are worked on at a time
 * @param zone in which a day begins and ends
 * @param mostChangedShare of the students of a class that a load may change or end before it has to be confirmed
 */
public record Configuration(Optional<DatabaseServer> server, int threads, ZoneId zone, double mostChangedShare) {

    static final String FILE = "nienkhoa.properties";

    private static final String MOST_CHANGED_SHARE = "intake.most-changed-share";

    private static final Set<String> SETTINGS =
            Set.of("database.url", "database.user", "database.password", "threads", "time-zone", MOST_CHANGED_SHARE);

    private static final int MOST_THREADS = 64;

    /** A PostgreSQL server, 15 or later. */
    public record DatabaseServer(String url, String user, String password) {

        /** Without the password, for logs. */
        @Override
        public String toString() {
            return "DatabaseServer[" + url + ", " + user + "]";
        }
    }

    /** @throws Problem if a setting is unknown or makes no sense */
    public static Configuration read(Home home) {
        Path file = home.config().resolve(FILE);
        Properties settings = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw Problem.wrongUse("S019_CONFIGURATION_UNREADABLE", file.toString());
            }
        }
        return new Source(file, settings).configuration();
    }

    private record Source(Path file, Properties settings) {

        Configuration configuration() {
            Set<String> unknown = new TreeSet<>(settings.stringPropertyNames());
            unknown.removeAll(SETTINGS);
            if (!unknown.isEmpty()) {
                throw Problem.wrongUse("S020_UNKNOWN_SETTING", file.toString(), String.join(", ", unknown));
            }
            return new Configuration(server(), threads(), zone(), mostChangedShare());
        }

        private Optional<DatabaseServer> server() {
            String url = text("database.url");
            if (url.isEmpty()) {
                return Optional.empty();
            }
            if (!url.startsWith("jdbc:postgresql:")) {
                throw bad("database.url", "jdbc:postgresql://may-chu:5432/nienkhoa");
            }
            return Optional.of(new DatabaseServer(url, text("database.user"), text("database.password")));
        }

        private int threads() {
            String threads = text("threads");
            if (threads.isEmpty()) {
                return Runtime.getRuntime().availableProcessors();
            }
            if (!threads.matches("\\d{1,3}")
                    || Integer.parseInt(threads) < 1
                    || Integer.parseInt(threads) > MOST_THREADS) {
                throw bad("threads", "1-" + MOST_THREADS);
            }
            return Integer.parseInt(threads);
        }

        private ZoneId zone() {
            String zone = text("time-zone");
            try {
                return ZoneId.of(zone.isEmpty() ? "Asia/Ho_Chi_Minh" : zone);
            } catch (DateTimeException e) {
                throw bad("time-zone", "Asia/Ho_Chi_Minh");
            }
        }

        private double mostChangedShare() {
            String share = text(MOST_CHANGED_SHARE);
            if (share.isEmpty()) {
                return ChangeLimit.DEFAULT_SHARE;
            }
            if (!share.matches("(0?\\.\\d{1,3}|1(\\.0)?)") || Double.parseDouble(share) == 0) {
                throw bad(MOST_CHANGED_SHARE, String.valueOf(ChangeLimit.DEFAULT_SHARE));
            }
            return Double.parseDouble(share);
        }

        private String text(String setting) {
            return settings.getProperty(setting, "").strip();
        }

        private Problem bad(String setting, String example) {
            return Problem.wrongUse("S021_BAD_SETTING", file.toString(), setting, example);
        }
    }
}
