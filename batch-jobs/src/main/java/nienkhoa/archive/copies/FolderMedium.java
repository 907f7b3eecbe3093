package nienkhoa.archive.copies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The archive, or a copy of it, in a folder. */
public final class FolderMedium implements CopyMedium {

    private static final int LEVELS_ABOVE_OBJECT = 3;
    private static final int TUPLE_LETTERS = 3;
    private static final int HASH_LETTERS = 64;

    private final Path archive;
    private final Path work;
    private final Runnable step;

    /**
     * @param archive the storage root
     * @param work for files on their way and files set aside; on the same file system
     */
    public FolderMedium(Path archive, Path work) {
        this(archive, work, () -> {});
    }

    /** @param step called before each change that others can see; a test ends the run there */
    FolderMedium(Path archive, Path work, Runnable step) {
        this.archive = archive;
        this.work = work;
        this.step = step;
    }

    @Override
    public void objects(PlaceVisitor visitor) throws IOException {
        objects(archive, "", LEVELS_ABOVE_OBJECT, visitor);
    }

    private static void objects(Path folder, String place, int levels, PlaceVisitor visitor) throws IOException {
        int letters = levels == 0 ? HASH_LETTERS : TUPLE_LETTERS;
        for (Path child : folders(folder)) {
            String name = String.valueOf(child.getFileName());
            if (name.length() != letters || !name.chars().allMatch(FolderMedium::isHex)) {
                continue;
            }
            if (levels == 0) {
                visitor.visit(place + name);
            } else {
                objects(child, place + name + "/", levels - 1, visitor);
            }
        }
    }

    /** At most 4,096 in a level of the layout. */
    private static List<Path> folders(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            children.forEach(folders::add);
        }
        folders.sort(null);
        return folders;
    }

    private static boolean isHex(int letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
    }

    @Override
    public SortedMap<String, Long> files(String place) throws IOException {
        Path object = archive.resolve(place);
        SortedMap<String, Long> files = new TreeMap<>();
        if (Files.notExists(object)) {
            requireRoot();
            return files;
        }
        Files.walkFileTree(object, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return place.isEmpty() && !folder.equals(object) && !ofTheRoot(object.relativize(folder))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(object.relativize(file).toString().replace('\\', '/'), attributes.size());
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Of a folder beside the objects: whether it belongs to the storage root; canaries do not. */
    private static boolean ofTheRoot(Path folder) {
        return folder.startsWith("extensions") && !folder.startsWith(Path.of("extensions", "nienkhoa-canary"));
    }

    /** An object that is missing is one thing; a disk that has gone is another. */
    private void requireRoot() throws IOException {
        if (Files.notExists(archive)) {
            throw new NoSuchFileException(archive.toString());
        }
    }

    @Override
    public InputStream read(String place, String file) throws IOException {
        requireRoot();
        return Files.newInputStream(inside(place, file));
    }

    @Override
    public Writing write(String place) throws IOException {
        return new FolderWriting(archive.resolve(place), work.resolve("incoming"), step);
    }

    @Override
    public void setAside(String place, String file) throws IOException {
        Path bad = inside(place, file);
        if (Files.notExists(bad)) {
            return;
        }
        Path kept = work.resolve("set-aside").resolve(place).resolve(file);
        Files.createDirectories(kept.resolveSibling(""));
        Path free = kept;
        for (int i = 2; Files.exists(free); i++) {
            free = kept.resolveSibling(kept.getFileName() + "." + i);
        }
        step.run();
        Files.move(bad, free, StandardCopyOption.ATOMIC_MOVE);
        Folders.force(bad.resolveSibling(""));
    }

    @Override
    public void destroy(String place) throws IOException {
        step.run();
        Folders.remove(archive.resolve(place));
        Folders.remove(work.resolve("set-aside").resolve(place));
        Folders.removeEmpty(archive.resolve(place).resolveSibling(""), archive);
    }

    private Path inside(String place, String file) throws IOException {
        Path object = archive.resolve(place);
        Path path = object.resolve(file).normalize();
        if (!path.startsWith(object.normalize())) {
            throw new IOException("outside of the object: " + file);
        }
        return path;
    }
}
