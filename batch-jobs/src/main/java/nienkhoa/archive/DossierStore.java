package nienkhoa.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where dossiers live, a version a change. Versions are never overwritten.
 *
 * <p>A store that is killed at any moment holds, after the next call for the same dossier, either the version or nothing
 * of it.
 */
public interface DossierStore {

    /**
     * The newest version of a dossier; empty if the store has none.
     *
     * @throws DamagedDossierException if what is stored cannot be read
     */
    Optional<StoredDossier> head(String id);

    /**
     * What a file of the newest version holds, known by its content; empty if no file of it is this one.
     *
     * @throws DamagedDossierException if what is stored cannot be read, or is no longer what it was
     */
    Optional<byte[]> content(String id, String sha256);

    /**
     * Reads every dossier, in the order of their places: its versions, oldest first.
     *
     * <p>A dossier whose newest version cannot be read is passed over; of the others those versions are missing that
     * cannot be read. What is damaged is answered, once a dossier.
     */
    List<DamagedDossierException> readAll(Consumer<List<StoredDossier>> reader);

    /** Begins a version. Several dossiers may be staged at once, one dossier only once at a time. */
    Staging stage(String id);

    /** A version of a dossier. */
    record StoredDossier(int version, DossierManifest manifest) {}

    /** A version in the making; closed without commit, it leaves nothing behind. */
    interface Staging extends AutoCloseable {

        /**
         * Copies a file into the version.
         *
         * @return false if the file is missing or is not what its entry says; the version must not be committed then
         */
        boolean add(SourceFile file);

        /**
         * Makes the added files, with all that an archive package needs beside them, the newest version, all at once and
         * safe on disk on return. Files of the version before that were not added again are part of the new one.
         *
         * @param message why there is a new version
         * @throws DamagedDossierException if the version before it cannot be read
         */
        StoredDossier commit(DossierManifest manifest, String message);

        @Override
        void close();
    }

    /** What is stored of a dossier cannot be read; the other dossiers are not concerned. */
    final class DamagedDossierException extends RuntimeException {

        private final String id;

        /** @param id of the dossier, or its place in the store if even that cannot be read */
        public DamagedDossierException(String id, Throwable cause) {
            super("dossier " + id + " cannot be read: " + cause.getMessage(), cause);
            this.id = id;
        }

        public String id() {
            return id;
        }
    }
}
