package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where the files of forms and faces are read from; today the class path. */
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

    /** @throws IllegalArgumentException if there is no such file */
    byte[] bytes(String path);

    default String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
