package nienkhoa.disposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.RecordRemoval;
import nienkhoa.archive.SourceFile;
import nienkhoa.data.CanonicalJson;

/** The archive's own store: the object gives way to its tombstone, then its rows to those of the tombstone. */
public final class StorePlace implements DisposalPlace {

    private final RecordRemoval removal;
    private final ArchiveRows rows;
    private final Path scratch;
    private final Clock clock;

    /** @param scratch where a tombstone is written before it is stored */
    public StorePlace(RecordRemoval removal, ArchiveRows rows, Path scratch, Clock clock) {
        this.removal = removal;
        this.rows = rows;
        this.scratch = scratch;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "archive";
    }

    @Override
    public boolean clear(Tombstone tombstone) {
        byte[] content = CanonicalJson.bytes(tombstone);
        Path file = scratch.resolve("tombstone-" + CanonicalJson.sha256(tombstone.dossierId()) + ".json");
        try {
            Files.createDirectories(scratch);
            Files.write(file, content);
            String sha256 = CanonicalJson.sha256(content);
            DossierManifest manifest = DossierManifest.tombstone(
                    tombstone.dossierId(),
                    tombstone.recordClass(),
                    new FileLine(Tombstone.FILE, content.length, sha256),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            StoredDossier stored =
                    removal.replace(manifest, new SourceFile(Tombstone.FILE, file, sha256, content.length));
            rows.replace(stored, tombstone.decision());
            Files.delete(file);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
