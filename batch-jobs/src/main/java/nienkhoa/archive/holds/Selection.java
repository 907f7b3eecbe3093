package nienkhoa.archive.holds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a case or a command is about; an empty part means any, all empty means every dossier. */
public record Selection(
        String school, String period, String className, String form, String recordClass, String dossier) {

    private static final List<String> PARTS = List.of("school", "year", "class", "form", "record-class", "dossier");

    /**
     * Reads {@code school=31313401,year=2023-2024,class=5A,form=class-summary,record-class=HOC_BA,dossier=…}, any of
     * them, or {@code all}.
     *
     * @throws IllegalArgumentException if a part is unknown, twice, or empty
     */
    public static Selection parse(String written) {
        Map<String, String> parts = new TreeMap<>();
        if (!written.equals("all")) {
            for (String part : written.split(",", -1)) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? "" : part.substring(0, equals).strip();
                String value = part.substring(equals + 1).strip();
                if (!PARTS.contains(name) || value.isEmpty() || parts.put(name, value) != null) {
                    throw new IllegalArgumentException("not a selection: " + written);
                }
            }
        }
        List<String> values =
                PARTS.stream().map(name -> parts.getOrDefault(name, "")).toList();
        return new Selection(values.get(0), values.get(1), values.get(2), values.get(3), values.get(4), values.get(5));
    }

    /** As {@link #parse} reads it. */
    public String written() {
        List<String> values = List.of(school, period, className, form, recordClass, dossier);
        String written = java.util.stream.IntStream.range(0, PARTS.size())
                .filter(i -> !values.get(i).isEmpty())
                .mapToObj(i -> PARTS.get(i) + "=" + values.get(i))
                .collect(Collectors.joining(","));
        return written.isEmpty() ? "all" : written;
    }
}
