package nienkhoa.archive;

/** What the archive holds, as tables to search in. The store is the truth; the catalogue follows it. */
public interface Catalogue {

    /** Whether the catalogue already knows this version, with this manifest, as the dossier's newest. */
    boolean knows(DossierStore.StoredDossier stored);

    /** Enters a dossier's newest version in one transaction; entering it again changes nothing. */
    void enter(DossierStore.StoredDossier stored);
}
