package nienkhoa.audit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nienkhoa.data.CanonicalJson;

/** How the chain is written into files: one entry a line, as canonical JSON. */
public final class AuditFiles {

    /** The ids of the objects that hold the chain begin so; the year follows. */
    public static final String OBJECTS = "audit/";

    /** The first year in which an entry can have been written. */
    private static final int FIRST_YEAR = 2024;

    private static final String FOLDER = "entries/";
    private static final String ENDING = ".jsonl";

    private AuditFiles() {}

    /** The years in which entries can have been written until now; a clock may have been wrong by one. */
    public static IntStream years(Clock clock) {
        int thisYear = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        return IntStream.rangeClosed(FIRST_YEAR, Math.max(FIRST_YEAR, thisYear + 1));
    }

    /** Where in its object the file of these entries lies: {@code entries/000000000001-000000000017.jsonl}. */
    public static String path(List<AuditEntry> entries) {
        long first = entries.get(0).number();
        long last = entries.get(entries.size() - 1).number();
        return FOLDER + String.format("%012d-%012d", first, last) + ENDING;
    }

    /** The number of the first entry of the file at {@code path}. */
    public static long first(String path) {
        return Long.parseLong(path.substring(FOLDER.length(), path.indexOf('-')));
    }

    public static byte[] bytes(List<AuditEntry> entries) {
        return entries.stream()
                .map(CanonicalJson::write)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @throws tools.jackson.core.JacksonException if a line is not an entry */
    public static List<AuditEntry> entries(String lines) {
        return lines.lines()
                .map(line -> CanonicalJson.read(line, AuditEntry.class))
                .toList();
    }
}
