package nienkhoa.intake.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Quirk: fastexcel writes the time of writing into the file and into every entry of it. */
final class TimelessWorkbook {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private TimelessWorkbook() {}

    /** Copies a workbook, the same whenever it was written. */
    static void copy(Path timed, Path timeless) throws IOException {
        try (ZipFile in = ZipFile.builder().setPath(timed).get();
                ZipOutputStream out =
                        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(timeless)))) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                out.putNextEntry(copy);
                try (InputStream content = in.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        out.write(withoutTime(content.readAllBytes()));
                    } else {
                        content.transferTo(out);
                    }
                }
            }
        }
    }

    private static byte[] withoutTime(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created.*?</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
