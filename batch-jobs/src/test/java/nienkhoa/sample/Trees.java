package nienkhoa.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.data.CanonicalJson;

/** Files of a folder, as one digest. */
final class Trees {

    private Trees() {}

    /** SHA-256 over the paths and digests of all files. */
    static String digest(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            return CanonicalJson.sha256(files.stream()
                    .map(file -> folder.relativize(file) + " " + sha256(file))
                    .collect(Collectors.joining("\n")));
        }
    }

    static String sha256(Path file) {
        try {
            return CanonicalJson.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
