package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that a command writes for a person to open. */
final class OutFolder {

    private OutFolder() {}

    /**
     * Takes away what an earlier run of the same command left in a folder; other files stay.
     *
     * @param ours names that the command gives
     */
    static void empty(Path folder, Pattern ours) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.toList()) {
                if (ours.matcher(file.getFileName().toString()).matches()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw Problem.failedBy(e, "S074_NOT_WRITTEN", folder.toString());
        }
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw Problem.failedBy(e, "S074_NOT_WRITTEN", file.toString());
        }
    }
}
