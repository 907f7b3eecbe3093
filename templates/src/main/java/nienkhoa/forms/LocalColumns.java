package nienkhoa.forms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Proves a column table that a home puts over ours, line by line, before anything is made of it. */
final class LocalColumns {

    private static final List<String> YES_NO = List.of("yes", "no");
    private static final List<String> MEDIA = List.of("", "xlsx");

    private LocalColumns() {}

    /**
     * @param ours the table in whose place it is put
     * @throws BadForm with all lines that are wrong
     */
    static void check(LocalFile file, byte[] ours) {
        String header =
                new String(ours, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        List<String> lines = file.text().lines().toList();
        if (lines.size() < 2 || !lines.get(0).strip().equals(header)) {
            throw new BadForm(FormFault.COLUMN_MEMBERS, file.at(1), header);
        }
        BadForm.All faults = new BadForm.All();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            String place = file.at(i + 1);
            if (!line.isBlank()) {
                faults.tried(() -> check(header, line, place));
            }
        }
        faults.raise();
    }

    private static void check(String header, String line, String place) {
        Map<String, String> column = read(header, line, place);
        require(width(column.getOrDefault("width", "")) > 0, place, "width", column);
        require(isKind(column.getOrDefault("kind", "")), place, "kind", column);
        require(YES_NO.contains(column.get("rotated")), place, "rotated", column);
        require(MEDIA.contains(column.get("media")), place, "media", column);
        List<String> headings = Stream.of("group", "item", "metric")
                .map(name -> column.getOrDefault(name, ""))
                .filter(heading -> !heading.isEmpty())
                .toList();
        require(!headings.isEmpty(), place, "item", column);
        headings.forEach(heading -> LocalFile.checkPrintable(heading, place, heading));
    }

    private static Map<String, String> read(String header, String line, String place) {
        try {
            return Csv.read(header + "\n" + line).get(0);
        } catch (IllegalArgumentException e) {
            throw new BadForm(FormFault.COLUMN_MEMBERS, place, header);
        }
    }

    private static void require(boolean holds, String place, String member, Map<String, String> column) {
        if (!holds) {
            throw new BadForm(FormFault.BAD_COLUMN, place, member, column.getOrDefault(member, ""));
        }
    }

    private static double width(String written) {
        try {
            return Double.parseDouble(written);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isKind(String written) {
        return Stream.of(CellKind.values())
                .anyMatch(kind ->
                        kind.name().replace('_', '-').toLowerCase(Locale.ROOT).equals(written));
    }
}
