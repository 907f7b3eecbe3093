package nienkhoa.disposal;

import java.util.List;
import java.util.Optional;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.DossierStore.StoredDossier;

/** What disposal asks of the catalogue of the archive. */
public interface ArchiveRows {

    /** Every dossier that a rule of retention may end, in the order of their ids. */
    List<Row> all();

    Optional<Row> find(String dossierId);

    /**
     * Replaces all rows of a dossier by those of its tombstone.
     *
     * @param decision number of the decision that destroys it; the tables refuse any other
     */
    void replace(StoredDossier tombstone, String decision);

    /** A dossier as the catalogue has it. */
    record Row(
            DossierKey key, String dossierId, String recordClass, int documents, long bytes, String manifestSha256) {}
}
