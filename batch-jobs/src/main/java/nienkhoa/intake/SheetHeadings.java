package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.SheetShape.Headed;
import nienkhoa.intake.SheetShape.Match;
import nienkhoa.intake.SheetShape.Use;

/** The headers of one sort of sheet, ready to be looked for. */
final class SheetHeadings {

    /** A number of a repeated column as it stands in a header row, also in brackets. */
    private static final Pattern NUMBER = Pattern.compile("\\(?(\\d{1,2})\\)?");

    private final Layout layout;
    private final Layout.Sheet sheet;
    private final Map<String, List<Heading>> byLastWord = new HashMap<>();
    private final List<List<String>> ignored;
    private final Set<String> words = new HashSet<>();
    private final int requiredLabels;

    SheetHeadings(Layouts layouts, Layout layout, Layout.Sheet sheet) {
        this.layout = layout;
        this.sheet = sheet;
        this.ignored = sheet.ignored().stream().map(layouts::path).toList();
        ignored.forEach(words::addAll);
        for (Column column : sheet.columns()) {
            for (String header : column.header()) {
                List<String> path = layouts.path(header);
                words.addAll(path);
                byLastWord
                        .computeIfAbsent(last(path), word -> new ArrayList<>())
                        .add(new Heading(path, column));
            }
        }
        this.requiredLabels = (int) sheet.columns().stream()
                .filter(column -> column.required() != Required.NOTHING)
                .map(Column::label)
                .distinct()
                .count();
        // The most precise header first: "Nơi sinh / Tỉnh" before "Tỉnh".
        byLastWord
                .values()
                .forEach(headings -> headings.sort(
                        Comparator.comparing((Heading heading) -> heading.path().size(), Comparator.reverseOrder())));
    }

    /** Keys of all words in headers of the layout. */
    Set<String> words() {
        return words;
    }

    /** Keys of the words next to the data. */
    Set<String> lastWords() {
        return byLastWord.keySet();
    }

    static int required(Layout.Sheet sheet) {
        return (int) sheet.columns().stream()
                .filter(column -> column.required() != Required.NOTHING)
                .count();
    }

    /** How many of so many required columns a header may lack and still be worth naming. */
    static int mayMiss(int required) {
        return Math.max(2, required) / 2;
    }

    /**
     * With fewer columns found a header is neither complete nor worth naming.
     *
     * @param near the least number for one that is not complete
     */
    int leastColumns(int near) {
        return Math.min(requiredLabels, Math.max(near, requiredLabels - mayMiss(required(sheet))));
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    static OptionalInt number(String key) {
        if (key.isEmpty() || (key.charAt(0) != '(' && !Character.isDigit(key.charAt(0)))) {
            return OptionalInt.empty();
        }
        var number = NUMBER.matcher(key);
        return number.matches() ? OptionalInt.of(Integer.parseInt(number.group(1))) : OptionalInt.empty();
    }

    /** @param continued columns under a merged header without a text of their own */
    Match match(Map<Integer, List<String>> paths, Map<Integer, List<String>> continued) {
        Matching matching = new Matching();
        paths.forEach(matching::column);
        continued.forEach(matching::continued);
        return matching.result();
    }

    /** One comparison with the headers of a sheet. */
    private final class Matching {

        private final Map<Integer, Column> found = new HashMap<>();
        private final Set<String> fields = new HashSet<>();
        private final Map<Integer, Headed> headed = new TreeMap<>();

        void column(int index, List<String> path) {
            boolean read = find(index, path, byLastWord.getOrDefault(last(path), List.of())) || numbered(index, path);
            boolean known = read
                    || last(path).equals(Origin.HEADER_KEY)
                    || ignored.stream().anyMatch(header -> fits(header, path));
            headed.put(index, new Headed(index, path, read ? Use.READ : known ? Use.IGNORED : Use.UNKNOWN));
        }

        private boolean find(int index, List<String> path, List<Heading> headings) {
            for (Heading heading : headings) {
                if (fits(heading.path(), path) && take(index, heading.column())) {
                    return true;
                }
            }
            return false;
        }

        private boolean take(int index, Column column) {
            if (column.repeat() > 0) {
                return next(index, column);
            }
            if (fields.add(column.field())) {
                found.put(index, column);
                return true;
            }
            return false;
        }

        private boolean next(int index, Column column) {
            for (int number = 1; number <= column.repeat(); number++) {
                if (take(index, column.number(number))) {
                    fields.add(column.field());
                    return true;
                }
            }
            return false;
        }

        /** A number under the header of a repeated column. */
        private boolean numbered(int index, List<String> path) {
            OptionalInt number = number(last(path));
            if (number.isEmpty() || path.size() < 2) {
                return false;
            }
            List<String> group = path.subList(0, path.size() - 1);
            for (Heading heading : byLastWord.getOrDefault(last(group), List.of())) {
                Column column = heading.column();
                if (fits(heading.path(), group)
                        && number.getAsInt() >= 1
                        && number.getAsInt() <= column.repeat()
                        && take(index, column.number(number.getAsInt()))) {
                    fields.add(column.field());
                    return true;
                }
            }
            return false;
        }

        void continued(int index, List<String> path) {
            List<Heading> repeated = byLastWord.getOrDefault(last(path), List.of()).stream()
                    .filter(heading -> heading.column().repeat() > 0)
                    .toList();
            if (find(index, path, repeated)) {
                headed.put(index, new Headed(index, path, Use.READ));
            }
        }

        Match result() {
            return new Match(layout, sheet, found, List.copyOf(headed.values()), missing());
        }

        private List<String> missing() {
            Set<String> missing = new LinkedHashSet<>();
            for (Column column : sheet.columns()) {
                if (column.required() != Required.NOTHING && !fields.contains(column.field())) {
                    missing.add(column.label());
                }
            }
            if (!sheet.identifiedBy().isEmpty() && sheet.identifiedBy().stream().noneMatch(fields::contains)) {
                missing.add(sheet.columns().stream()
                        .filter(column -> sheet.identifiedBy().contains(column.field()))
                        .map(Column::label)
                        .collect(Collectors.joining(" / ")));
            }
            return List.copyOf(missing);
        }
    }

    /** Whether the words stand in the given path in this order, the last one at its end. */
    private static boolean fits(List<String> words, List<String> given) {
        if (!last(given).equals(last(words))) {
            return false;
        }
        int next = 0;
        for (String word : given) {
            if (next < words.size() && words.get(next).equals(word)) {
                next++;
            }
        }
        return next == words.size();
    }

    private record Heading(List<String> path, Column column) {}
}
