package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.Layout.Column;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.SheetShape.Match;

/** Finds the sort of sheet whose columns a header block names. */
final class HeaderIndex {

    /** Fewer columns in common prove nothing. */
    private static final int MIN_COLUMNS_IN_COMMON = 3;

    private final Layouts layouts;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    HeaderIndex(Layouts layouts) {
        this.layouts = layouts;
        for (Layout layout : layouts.all()) {
            for (Layout.Sheet sheet : layout.sheets()) {
                Set<String> ignored = new HashSet<>();
                sheet.ignored().forEach(header -> ignored.add(layouts.headerKey(header)));
                entries.add(new Entry(layout, sheet, index(sheet), ignored));
            }
        }
    }

    private Map<String, List<Heading>> index(Layout.Sheet sheet) {
        Map<String, List<Heading>> byLastWord = new HashMap<>();
        for (Column column : sheet.columns()) {
            for (String header : column.header()) {
                List<String> path = layouts.path(header);
                words.addAll(path);
                byLastWord
                        .computeIfAbsent(path.get(path.size() - 1), word -> new ArrayList<>())
                        .add(new Heading(path, column));
            }
        }
        return byLastWord;
    }

    /** The key of a cell if some layout has it in a header, else empty text. */
    String word(String cell) {
        String key = layouts.headerKey(cell);
        return words.contains(key) ? key : "";
    }

    String key(String cell) {
        return layouts.headerKey(cell);
    }

    /** The best complete match; else the nearest miss that is worth naming. */
    Optional<Match> match(Map<Integer, List<String>> paths) {
        return entries.stream()
                .map(entry -> entry.match(paths))
                .filter(match -> match.isComplete() || isNear(match))
                .max(Comparator.comparing(Match::isComplete)
                        .thenComparing(match -> match.found().size()));
    }

    private static boolean isNear(Match match) {
        int required = (int) match.sheet().columns().stream()
                .filter(column -> column.required() != Required.NOTHING)
                .count();
        return match.found().size() >= MIN_COLUMNS_IN_COMMON && match.missing().size() * 2 <= required;
    }

    private record Heading(List<String> path, Column column) {

        /** Whether the words stand in the given path in this order, the last one at its end. */
        boolean fits(List<String> given) {
            int next = 0;
            for (String word : given) {
                if (next < path.size() && path.get(next).equals(word)) {
                    next++;
                }
            }
            return next == path.size() && given.get(given.size() - 1).equals(path.get(path.size() - 1));
        }
    }

    private record Entry(
            Layout layout, Layout.Sheet sheet, Map<String, List<Heading>> byLastWord, Set<String> ignored) {

        Match match(Map<Integer, List<String>> paths) {
            Map<Integer, Column> found = new HashMap<>();
            Set<String> fields = new HashSet<>();
            int[] known = {0};
            paths.forEach((index, path) -> {
                String last = path.get(path.size() - 1);
                known[0] += ignored.contains(last) || last.equals(Origin.HEADER_KEY) ? 1 : 0;
                for (Heading heading : byLastWord.getOrDefault(last, List.of())) {
                    if (heading.fits(path) && fields.add(heading.column().field())) {
                        found.put(index, heading.column());
                        break;
                    }
                }
            });
            return new Match(layout, sheet, found, missing(fields), paths.size() - known[0]);
        }

        private List<String> missing(Set<String> fields) {
            Set<String> missing = new LinkedHashSet<>();
            for (Column column : sheet.columns()) {
                if (column.required() != Required.NOTHING && !fields.contains(column.field())) {
                    missing.add(column.label());
                }
            }
            return List.copyOf(missing);
        }
    }
}
