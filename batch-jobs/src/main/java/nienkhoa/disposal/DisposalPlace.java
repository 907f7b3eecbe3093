package nienkhoa.disposal;

/** A place in which a dossier may lie: the store, the working files, a copy. */
public interface DisposalPlace {

    /** As acts and papers name it. */
    String id();

    /**
     * Destroys whatever the place holds of a dossier. A second call, also after a kill at any moment, is harmless.
     *
     * @return false if the place is out of reach or its absence could not be proved; try again later
     */
    boolean clear(Tombstone tombstone);
}
