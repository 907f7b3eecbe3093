package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes an export as workbooks of the corpus, so that they can be opened and looked at. */
final class CorpusBase {

    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private CorpusBase() {}

    static void write(TestExport export, Path folder) throws IOException {
        export.write(folder);
        for (String workbook : export.workbooks.keySet()) {
            Path file = folder.resolve(workbook);
            Map<String, byte[]> parts = parts(file);
            try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    ZipEntry entry = new ZipEntry(part.getKey());
                    entry.setTimeLocal(FIXED_TIME);
                    to.putNextEntry(entry);
                    to.write(part.getValue());
                }
            }
        }
    }

    /** All parts of all files of a folder, to be compared. */
    static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String file : CorpusWorkshop.contents(folder).keySet()) {
            parts(folder.resolve(file))
                    .forEach((name, part) ->
                            texts.put(file + "/" + name, new String(part, StandardCharsets.ISO_8859_1)));
        }
        return texts;
    }

    /** The parts of a workbook by name, without the time at which it was made; any other file as a single part. */
    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        if (!file.toString().endsWith(".xlsx")) {
            parts.put("", Files.readAllBytes(file));
            return parts;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries =
                    zip.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), withoutTime(in.readAllBytes()));
                }
            }
        }
        return parts;
    }

    private static byte[] withoutTime(byte[] part) {
        return new String(part, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$12024-06-01T00:00:00Z")
                .getBytes(StandardCharsets.UTF_8);
    }
}
