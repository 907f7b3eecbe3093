package nienkhoa.archive;

import nienkhoa.archive.DossierStore.StoredDossier;

/** The only way by which a record leaves the store. Nobody but {@code nienkhoa.disposal} may know it. */
public interface RecordRemoval {

    /**
     * Removes every version of a dossier and puts its tombstone in its place. Killed at any moment, a second call goes on;
     * called again after the end, it changes nothing.
     *
     * @param tombstone a manifest of kind {@link DossierKind#TOMBSTONE} with the dossier's id
     * @param file the only file of the tombstone
     */
    StoredDossier replace(DossierManifest tombstone, SourceFile file);
}
