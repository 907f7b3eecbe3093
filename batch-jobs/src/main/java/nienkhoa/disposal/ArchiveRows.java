package nienkhoa.disposal;

import java.util.Optional;
import nienkhoa.archive.DossierStore.StoredDossier;

/** What disposal asks of the catalogue of the archive. */
public interface ArchiveRows {

    Optional<Row> find(String dossierId);

    /**
     * Replaces all rows of a dossier by those of its tombstone.
     *
     * @param decision number of the decision that destroys it; the tables refuse any other
     */
    void replace(StoredDossier tombstone, String decision);

    /** How much a dossier holds, and the digest of its newest manifest; every file of a deposit is a document of it. */
    record Row(int documents, long bytes, String manifestSha256) {}
}
