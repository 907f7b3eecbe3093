package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** What tells this home's archive from any other: a name in {@code config/archive-id}, made once. */
final class ArchiveIdentity {

    private ArchiveIdentity() {}

    static String of(Home home) {
        Path file = home.config().resolve("archive-id");
        try {
            if (Files.notExists(file)) {
                take(home, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a home whose store is still empty the home of an archive that its copies remember. */
    static void take(Home home, String archive) throws IOException {
        Path fresh = Files.writeString(home.config().resolve("archive-id.new"), archive);
        Files.move(
                fresh,
                home.config().resolve("archive-id"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
