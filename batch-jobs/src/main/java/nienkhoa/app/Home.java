package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folder that holds everything that a machine owns.
 *
 * @param root absolute, with symbolic links resolved
 */
public record Home(Path root) {

    /** Free space in bytes below which no command begins: the database's logs alone may grow by half of it. */
    static final long LEAST_FREE_BYTES = 256L << 20;

    /**
     * Opens the home folder, making what is missing of it.
     *
     * @throws Problem if it cannot be written to or the disk is full
     */
    public static Home open(Path folder) {
        try {
            Files.createDirectories(folder);
            Home home = new Home(folder.toRealPath());
            for (Path part : home.parts()) {
                Files.createDirectories(part);
                checkWritable(part);
            }
            checkSpace(home.root);
            return home;
        } catch (IOException e) {
            throw Problem.failedBy(
                    e,
                    "S001_HOME_NOT_WRITABLE",
                    folder.toAbsolutePath().normalize().toString());
        }
    }

    /** The embedded database: programs, data, password. */
    public Path db() {
        return root.resolve("db");
    }

    /** The storage root of the archive. */
    public Path archive() {
        return root.resolve("archive");
    }

    /** What stages keep between runs: exports as received, photos. */
    public Path work() {
        return root.resolve("work");
    }

    /** What people open: documents, reject workbooks, reports. */
    public Path out() {
        return root.resolve("out");
    }

    public Path config() {
        return root.resolve("config");
    }

    /** What this home prints otherwise than the forms that come with the program. */
    public Path forms() {
        return config().resolve("forms");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    private List<Path> parts() {
        return List.of(db(), archive(), work(), out(), config(), logs());
    }

    private static void checkWritable(Path part) throws IOException {
        Files.delete(Files.createTempFile(part, "probe", ".tmp"));
    }

    private static void checkSpace(Path root) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            throw Problem.failed(
                    "S002_DISK_FULL",
                    root.toString(),
                    Long.toString(free >> 20),
                    Long.toString(LEAST_FREE_BYTES >> 20));
        }
    }
}
