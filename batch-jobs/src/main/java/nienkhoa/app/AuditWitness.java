package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import nienkhoa.audit.AuditChain.Witness;
import nienkhoa.audit.AuditEntry;
import nienkhoa.audit.AuditFlush;
import nienkhoa.audit.AuditStore;
import nienkhoa.data.CanonicalJson;
import tools.jackson.core.JacksonException;

/** The newest entry that was written into the archive, remembered beside it in {@code work/audit-head.json}. */
final class AuditWitness {

    private AuditWitness() {}

    /** Flushes, and remembers the newest entry if there are new ones. */
    static void write(Path home, AuditFlush flush, AuditStore store) {
        if (flush.flush() > 0 || read(home).isEmpty()) {
            store.last().ifPresent(last -> write(home, last));
        }
    }

    private static void write(Path home, AuditEntry last) {
        Path file = file(home);
        Path copy = file.resolveSibling("audit-head.tmp");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(copy, CanonicalJson.write(Witness.of(last)));
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if nothing was remembered, or it cannot be read. */
    static Optional<Witness> read(Path home) {
        try {
            return Optional.of(CanonicalJson.read(Files.readString(file(home)), Witness.class));
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Path file(Path home) {
        return home.resolve("work").resolve("audit-head.json");
    }
}
