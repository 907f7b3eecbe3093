package nienkhoa.archive.copies;

import java.io.IOException;
import java.util.Optional;

/** A place where a copy of the archive is kept. */
public interface CopyTarget {

    /** What kind of place it is. */
    enum Kind {
        /** A folder on another disk that is always there. */
        FOLDER,
        /** A disk that is plugged in now and then. */
        REMOVABLE,
        /** A bucket on a server that speaks S3. */
        S3
    }

    /** Whether a copy holds a dossier. */
    enum Presence {
        PRESENT,
        ABSENT,
        UNREACHABLE
    }

    String id();

    Kind kind();

    /** Where it is, as the configuration names it; without secrets. */
    String where();

    /**
     * The copy, recognised by its marker.
     *
     * @throws UnreachableCopy if it is not there, not marked, or marked as another
     */
    CopyMedium open() throws IOException;

    /**
     * Marks the place as this copy of this archive, once and for ever; marking it again changes nothing.
     *
     * @param at one of the configured places; empty = the only one
     * @throws UnreachableCopy if it is not there or marked as another
     */
    void mark(String at) throws IOException;

    /**
     * Which archive the place is marked as a copy of, under this copy's id; empty if it carries no such marker.
     *
     * @throws IOException if it cannot be read
     */
    Optional<String> markedArchive() throws IOException;

    /** Whether the copy holds anything of a dossier now. */
    default Presence presence(String dossierId) {
        try {
            return open().files(ObjectPlace.ofDossier(dossierId)).isEmpty() ? Presence.ABSENT : Presence.PRESENT;
        } catch (IOException e) {
            return Presence.UNREACHABLE;
        }
    }

    /** Destroys every version of a dossier on this copy; absent afterwards, or unreachable. A second call is harmless. */
    default Presence destroy(String dossierId) {
        try {
            open().destroy(ObjectPlace.ofDossier(dossierId));
        } catch (IOException e) {
            return Presence.UNREACHABLE;
        }
        return presence(dossierId);
    }
}
