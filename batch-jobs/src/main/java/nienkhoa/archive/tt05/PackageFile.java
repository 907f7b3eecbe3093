package nienkhoa.archive.tt05;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A version of a dossier as a zip on disk. */
public final class PackageFile {

    private PackageFile() {}

    /**
     * Writes the zip beside its place, forces it to the disk and renames it: killed at any moment, there is no zip that is
     * cut off. One that is there already is written anew.
     *
     * @param newest version of the same dossier; another one than {@code wanted} makes the package say so
     * @param prefix of the name, before the id of the package; may be empty
     * @throws PackageZip.DamagedFileException if a file of the version has changed
     */
    public static Path write(StoredVersion wanted, StoredVersion newest, PackageType type, Path folder, String prefix)
            throws IOException {
        Optional<ArchivePackage.Later> later = wanted.number() < newest.number()
                ? Optional.of(new ArchivePackage.Later(newest.number(), newest.history()))
                : Optional.empty();
        Files.createDirectories(folder);
        Path part = folder.resolve("package.part");
        String id;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            id = PackageZip.write(wanted, type, later, out);
        }
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        return Files.move(part, folder.resolve(name(id, prefix)), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where {@link #write} puts a version. */
    public static Path place(StoredVersion wanted, PackageType type, Path folder, String prefix) throws IOException {
        return folder.resolve(name(new ArchivePackage(wanted.manifest(), wanted.number(), type).id(), prefix));
    }

    private static String name(String id, String prefix) {
        return prefix + id.replace(':', '_') + ".zip";
    }
}
