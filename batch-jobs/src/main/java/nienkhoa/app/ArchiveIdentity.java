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
                Path fresh = Files.writeString(
                        home.config().resolve("archive-id.new"),
                        UUID.randomUUID().toString());
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
