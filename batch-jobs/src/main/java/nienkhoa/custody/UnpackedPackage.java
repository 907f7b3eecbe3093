package nienkhoa.custody;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files of a package by their paths in it. On disk they are numbered, so no name inside a zip can lead anywhere.
 *
 * @param files where each lies
 */
record UnpackedPackage(Map<String, Path> files) {

    /**
     * Unpacks a zip.
     *
     * @param folder is made; who calls removes it
     * @throws IOException if it is no zip, holds anything outside of its one folder, or a path twice
     */
    static UnpackedPackage of(Path zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, Path> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            String top = "";
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                int slash = name.indexOf('/');
                String own = name.substring(0, slash + 1);
                if (slash < 1 || (!top.isEmpty() && !top.equals(own))) {
                    throw new ZipException(name);
                }
                top = own;
                if (!entry.isDirectory()) {
                    unpack(in, name.substring(slash + 1), folder, files);
                }
            }
        }
        if (files.isEmpty()) {
            throw new ZipException("empty");
        }
        return new UnpackedPackage(files);
    }

    private static void unpack(InputStream in, String path, Path folder, Map<String, Path> files) throws IOException {
        Path file = folder.resolve(Integer.toString(files.size() + 1));
        if (files.put(path, file) != null) {
            throw new ZipException(path);
        }
        Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
