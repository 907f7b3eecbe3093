package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.SourceFile;
import nienkhoa.archive.ocfl.OcflVersions;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.archive.verify.FileDigest;
import nienkhoa.model.Finding;

/**
 * The files of {@code config/} as a dossier of the archive, a version a change, so that a home whose machine is lost comes
 * back with its people, offices, confirmed rules and own forms.
 *
 * <p>Data alone is taken: {@code nienkhoa.properties}, keys and whatever else may hold a password stay outside.
 */
final class HomeSettings {

    private static final String DATA = "(?i).+\\.(ya?ml|csv|json|jrxml|ttf|otf|png|jpe?g|svg)";

    private HomeSettings() {}

    /**
     * Takes the settings into the archive; nothing happens if they have not changed, or there are none.
     *
     * @return why they were not taken
     */
    static List<Finding> keep(Home home, Archivist archivist) {
        try {
            List<SourceFile> files = files(home.config());
            if (files.isEmpty()) {
                return List.of();
            }
            Dossier.Origin origin = new Dossier.Origin("", DossierKey.Settings.RECORD_CLASS, "", "");
            return archivist
                    .archive(new Dossier(new DossierKey.Settings(), origin, List.of(), files))
                    .findings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> files(Path config) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(config)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String path = config.relativize(file).toString().replace('\\', '/');
                if (path.matches(DATA)) {
                    files.add(new SourceFile(PackagePath.data(path), file, FileDigest.sha256(file), Files.size(file)));
                }
            }
        }
        return files;
    }

    /**
     * Puts back what the archive has and {@code config/} lacks; what is there stays.
     *
     * @return how many files
     */
    static int putBack(Home home) throws IOException {
        List<StoredVersion> versions = new OcflVersions(home.archive()).of(new DossierKey.Settings().id());
        if (versions.isEmpty()) {
            return 0;
        }
        int put = 0;
        Path config = home.config();
        for (Map.Entry<String, Path> file :
                versions.get(versions.size() - 1).files().entrySet()) {
            Path target = config.resolve(file.getKey().replaceFirst("^" + PackagePath.DATA, ""))
                    .normalize();
            if (file.getKey().startsWith(PackagePath.DATA) && target.startsWith(config) && Files.notExists(target)) {
                Files.createDirectories(target.resolveSibling(""));
                Path part = target.resolveSibling(target.getFileName() + ".part");
                Files.deleteIfExists(part);
                Files.copy(file.getValue(), part);
                Files.move(part, target);
                put++;
            }
        }
        return put;
    }
}
