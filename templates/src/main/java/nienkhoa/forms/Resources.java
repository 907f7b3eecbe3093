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

    /** The class path, with a folder in place of what lies below {@code prefix}. */
    static Resources of(Path folder, String prefix) {
        return path -> {
            if (!path.startsWith(prefix)) {
                return CLASS_PATH.bytes(path);
            }
            try {
                return Files.readAllBytes(folder.resolve(path.substring(prefix.length())));
            } catch (IOException e) {
                throw new IllegalArgumentException("no such file: " + path.substring(prefix.length()), e);
            }
        };
    }

    /** @throws IllegalArgumentException if there is no such file */
    byte[] bytes(String path);

    default String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
