package nienkhoa.archive.tt05;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.PackagePath;
import nienkhoa.data.CanonicalJson;
import tools.jackson.core.JacksonException;

/**
 * A version of a dossier as it lies in an archive.
 *
 * @param created when it was written, as the archive says it
 * @param message why there is a new version
 * @param files by their paths in the package
 */
public record StoredVersion(String dossier, int number, String created, String message, Map<String, Path> files) {

    public StoredVersion {
        files = new TreeMap<>(files);
    }

    /** @throws IOException if the version has none that can be read */
    public DossierManifest manifest() throws IOException {
        return read(DossierManifest.FILE, DossierManifest.class);
    }

    /** @throws IOException if the version has none that can be read */
    public History history() throws IOException {
        return read(PackagePath.HISTORY, History.class);
    }

    InputStream open(String path) throws IOException {
        Path file = files.get(path);
        if (file == null) {
            throw new NoSuchFileException(path);
        }
        return Files.newInputStream(file);
    }

    private <T> T read(String path, Class<T> type) throws IOException {
        try (InputStream in = open(path)) {
            return CanonicalJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
        } catch (JacksonException e) {
            throw new IOException(path, e);
        }
    }
}
