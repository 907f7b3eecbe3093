package nienkhoa.archive.copies;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The few things that copies ask of folders. */
final class Folders {

    private Folders() {}

    /** Returns when the names in a folder are on the disk. Quirk: Windows cannot open a folder; NTFS journals names. */
    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            if (!System.getProperty("os.name", "").startsWith("Windows")) {
                throw e;
            }
        }
    }

    /** Forces a folder and those above it, up to and including another. */
    static void forceUpTo(Path folder, Path top) throws IOException {
        for (Path at = folder; at.startsWith(top); at = at.resolve("..").normalize()) {
            force(at);
        }
    }

    /** Removes a folder with all that is in it; nothing happens if there is none. */
    static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes a folder and those above it as far as they are empty, but never the top. */
    static void removeEmpty(Path folder, Path top) throws IOException {
        try {
            for (Path at = folder; !at.equals(top) && at.startsWith(top); at = at.resolve("..").normalize()) {
                Files.delete(at);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            // Other objects share the level: it stays.
        }
    }
}
