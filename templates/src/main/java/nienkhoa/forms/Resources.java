package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of forms and faces are read from: the class path, or a folder in place of a part of it. */
@FunctionalInterface
interface Resources {

    Resources CLASS_PATH = path -> {
        try (InputStream in = Resources.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no such file on the class path: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    };

    /**
     * The folder of an edition in place of ours; what it shares with other editions is looked for beside it, then on the
     * class path.
     *
     * @param edition for example {@code forms/transcript-primary/tt27-2020/}
     */
    static Resources of(Path folder, String edition) {
        Path forms = folder.toAbsolutePath().normalize().resolve("../..").normalize();
        return path -> {
            Path file = path.startsWith(edition)
                    ? folder.resolve(path.substring(edition.length()))
                    : forms.resolve(path.replaceFirst("^forms/", ""));
            if (!path.startsWith(edition) && !Files.exists(file)) {
                return CLASS_PATH.bytes(path);
            }
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new IllegalArgumentException("no such file: " + file, e);
            }
        };
    }

    /** @throws IllegalArgumentException if there is no such file */
    byte[] bytes(String path);

    default String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
