package nienkhoa.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Comma separated values with a header line; a value in double quotes may hold commas. */
final class Csv {

    private Csv() {}

    /**
     * Reads the lines below the header, each as a map from column name to value.
     *
     * @throws IllegalArgumentException if a line has more or fewer values than the header
     */
    static List<Map<String, String>> read(String text) {
        List<List<String>> lines =
                text.lines().filter(line -> !line.isBlank()).map(Csv::values).toList();
        List<String> names = lines.get(0);
        return lines.subList(1, lines.size()).stream()
                .map(values -> row(names, values))
                .toList();
    }

    private static Map<String, String> row(List<String> names, List<String> values) {
        if (values.size() != names.size()) {
            throw new IllegalArgumentException("expected " + names.size() + " values: " + values);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), values.get(i));
        }
        return row;
    }

    private static List<String> values(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        return values;
    }
}
