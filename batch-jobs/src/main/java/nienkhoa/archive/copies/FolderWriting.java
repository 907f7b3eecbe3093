package nienkhoa.archive.copies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files on their way into an object in a folder: written beside the archive, then renamed into place. */
final class FolderWriting implements CopyMedium.Writing {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path object;
    private final Path staged;
    private final Runnable step;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final List<Path> files = new ArrayList<>();

    FolderWriting(Path object, Path incoming, Runnable step) throws IOException {
        this.object = object;
        this.step = step;
        this.staged = Files.createTempDirectory(Files.createDirectories(incoming), "copy-");
    }

    @Override
    public void add(String file, InputStream content, String sha512) throws IOException {
        Path copy = staged.resolve(file).normalize();
        if (!copy.startsWith(staged)) {
            throw new IOException("outside of the object: " + file);
        }
        Files.createDirectories(copy.resolveSibling(""));
        if (!copy(content, copy).equals(sha512)) {
            throw new WrongDigest(file);
        }
        files.add(staged.relativize(copy));
    }

    private String copy(InputStream in, Path copy) throws IOException {
        MessageDigest digest = Sha512.digest();
        try (FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void commit() throws IOException {
        forceStaged();
        if (Files.notExists(object)) {
            Files.createDirectories(object.resolveSibling(""));
            move(staged, object);
            // Three levels of the layout and the storage root.
            Path above = object.resolveSibling("");
            for (int i = 0; i < 4 && above != null; i++) {
                Folders.force(above);
                above = above.getParent();
            }
            return;
        }
        for (Path version : newVersions()) {
            move(staged.resolve(version), object.resolve(version));
        }
        for (Path file : files) {
            if (!isInventory(file)) {
                moveFile(file);
            }
        }
        moveFile(Path.of(ExpectedObject.SIDECAR));
        moveFile(Path.of(ExpectedObject.INVENTORY));
        Folders.force(object);
    }

    private void forceStaged() throws IOException {
        Set<Path> folders = new HashSet<>();
        files.forEach(file -> folders.add(staged.resolve(file).resolveSibling("")));
        for (Path folder : folders) {
            Folders.forceUpTo(folder, staged);
        }
    }

    /** Folders that are whole here and not there yet at all. */
    private List<Path> newVersions() throws IOException {
        try (Stream<Path> children = Files.list(staged)) {
            return children.filter(Files::isDirectory)
                    .map(staged::relativize)
                    .filter(child -> Files.notExists(object.resolve(child)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isInventory(Path file) {
        return file.getNameCount() == 1
                && (file.endsWith(ExpectedObject.INVENTORY) || file.endsWith(ExpectedObject.SIDECAR));
    }

    /** Nothing happens if the file is not among those on their way, or went with its folder. */
    private void moveFile(Path file) throws IOException {
        Path from = staged.resolve(file);
        if (Files.exists(from)) {
            Path to = object.resolve(file);
            Files.createDirectories(to.resolveSibling(""));
            move(from, to);
            Folders.force(to.resolveSibling(""));
        }
    }

    private void move(Path from, Path to) throws IOException {
        step.run();
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Folders.remove(staged);
    }
}
