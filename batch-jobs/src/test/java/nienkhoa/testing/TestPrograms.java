package nienkhoa.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** Lends the database's programs, unpacked once for the whole run, to the homes that tests open. */
public final class TestPrograms {

    private TestPrograms() {}

    /**
     * Puts the programs where a server of {@code db} expects them, which saves it the seconds of unpacking.
     *
     * @param db a home's {@code db} folder; made if it is missing
     */
    public static void lendTo(Path db) throws IOException {
        Path programs = TestDatabase.programs();
        Path target = db.resolve(programs.getFileName());
        Files.createDirectories(db);
        try (Stream<Path> paths = Files.walk(programs)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                copy(path, target.resolve(programs.relativize(path).toString()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createLink(to, from);
                return;
            } catch (IOException | UnsupportedOperationException e) {
                // another disk, or one without hard links: copied below
            }
        }
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
}
