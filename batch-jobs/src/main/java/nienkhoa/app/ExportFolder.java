package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Checks on an export folder, or on a corrected workbook alone, that need no look into the files. */
final class ExportFolder {

    private ExportFolder() {}

    /** @throws Problem if there is no such folder, it cannot be read, or no file is in it */
    static void check(Path export) {
        if (Files.isRegularFile(export)) {
            return;
        }
        if (!Files.isDirectory(export)) {
            throw Problem.wrongUse("S040_NO_EXPORT_FOLDER", export.toString());
        }
        try (Stream<Path> inside = Files.walk(export)) {
            if (inside.noneMatch(Files::isRegularFile)) {
                throw Problem.wrongUse("S041_EXPORT_FOLDER_EMPTY", export.toString());
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw Problem.failedBy(e, "S042_EXPORT_FOLDER_UNREADABLE", export.toString());
        }
    }
}
