package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Text inside the parts of a workbook that no library would write. */
final class CorpusParts {

    /** {@code a\{32768\}}: the letter so many times. */
    private static final Pattern REPEATED = Pattern.compile("(.)\\{(\\d+)\\}");

    private CorpusParts() {}

    /** @param change the part as {@code sheet}, what stands in it as {@code cell}, what is to stand there as {@code value} */
    static void replace(Path workbook, Map<String, String> change) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        String part = new String(parts.get(change.get("sheet")), StandardCharsets.UTF_8);
        String changed = part.replace(change.get("cell"), repeated(change.get("value")));
        if (changed.equals(part)) {
            throw new IllegalArgumentException(change + " is not in " + part);
        }
        parts.put(change.get("sheet"), changed.getBytes(StandardCharsets.UTF_8));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
            for (Map.Entry<String, byte[]> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
    }

    static String repeated(String text) {
        return REPEATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }
}
