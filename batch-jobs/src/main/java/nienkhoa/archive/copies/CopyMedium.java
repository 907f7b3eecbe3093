package nienkhoa.archive.copies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.SortedMap;

/**
 * The bytes of the archive in one place: the files of an OCFL storage root, object by object. The store itself is one
 * too.
 *
 * <p>Every method may fail with an {@link IOException}, which means that the medium is out of reach, vanished or full.
 */
public interface CopyMedium {

    /** What is asked for every object of a medium. */
    @FunctionalInterface
    interface PlaceVisitor {
        void visit(String place) throws IOException;
    }

    /** The place of the storage root's own files, beside all objects. */
    String ROOT = "";

    /** Calls for the place of each object, in order, without keeping them. */
    void objects(PlaceVisitor visitor) throws IOException;

    /** The files of an object by their paths inside it, with their sizes in bytes; empty if there is no such object. */
    SortedMap<String, Long> files(String place) throws IOException;

    /** @throws NoSuchFileException if there is no such file */
    InputStream read(String place, String file) throws IOException;

    /** Begins to write files of one object. */
    Writing write(String place) throws IOException;

    /** Takes a file out of the archive and keeps its bytes beside it; nothing happens if there is none. */
    void setAside(String place, String file) throws IOException;

    /** Destroys an object with all its bytes, those set aside too; nothing happens if there is none. */
    void destroy(String place) throws IOException;

    /** Files on their way; closed without commit they leave nothing behind. */
    interface Writing extends AutoCloseable {

        /**
         * Takes a file in.
         *
         * @param sha512 what it has to be, lower-case hexadecimal
         * @throws WrongDigest if it is something else
         */
        void add(String file, InputStream content, String sha512) throws IOException;

        /**
         * Makes the files part of the object; none replaces another half. A new object is there all at once, or, like a
         * new version of one, when the root inventory, which comes last, names it.
         */
        void commit() throws IOException;

        @Override
        void close() throws IOException;
    }
}
