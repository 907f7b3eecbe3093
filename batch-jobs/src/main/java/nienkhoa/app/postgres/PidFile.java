package nienkhoa.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The file {@code postmaster.pid} in which a server names its process; it stays behind when the server is killed. */
final class PidFile {

    private final Path file;

    PidFile(Path data) {
        this.file = data.resolve("postmaster.pid");
    }

    /** The process that the file names, if it is alive and was started from these programs. */
    Optional<ProcessHandle> server(PostgresPrograms programs) throws IOException {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(programs::owns);
    }

    /**
     * Removes the file of a server that is gone. Needed because the server itself refuses to start when the number was
     * given to another process of the same user since. Should a server run all the same, the new one still refuses: it
     * finds the shared memory of the data folder in use.
     */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Empty if there is no file or a power cut left it empty. */
    private Optional<Long> pid() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readString(file)
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
