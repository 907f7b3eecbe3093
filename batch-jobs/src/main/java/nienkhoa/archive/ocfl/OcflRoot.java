package nienkhoa.archive.ocfl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that every storage root of ours begins with. */
public final class OcflRoot {

    private OcflRoot() {}

    /**
     * The files of a fresh storage root by their paths in it, with {@code /}.
     *
     * @param scratch a folder of the caller's own; emptied before and after
     */
    public static SortedMap<String, byte[]> files(Path scratch) {
        Disk.removeScratch(scratch);
        Path root = scratch.resolve("root");
        OcflDossierStore.open(root, scratch.resolve("work"), Clock.systemUTC()).close();
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Disk.removeScratch(scratch);
        return files;
    }
}
