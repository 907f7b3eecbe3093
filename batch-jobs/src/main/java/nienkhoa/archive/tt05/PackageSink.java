package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import nienkhoa.archive.DossierManifest.FileLine;

/** The place where a package is being written. */
public interface PackageSink {

    /** Adds a file, or puts it in the place of the one that had its path. */
    FileLine add(String path, Content content) throws IOException;

    /**
     * A file that is already there.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    InputStream open(String path) throws IOException;

    /** What a file holds; written once. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
