package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import nienkhoa.intake.SheetShape.Match;

/** Finds the sort of sheet whose columns a header block names. */
final class HeaderIndex {

    /** Fewer columns in common prove nothing. */
    private static final int MIN_COLUMNS_IN_COMMON = 3;

    /** More blocks of headers than all exports together have; what comes later is worked out each time. */
    private static final int REMEMBERED = 2_000;

    /** A layout that knows most columns but lacks one says more than a smaller one that knows only a few of them. */
    private static final Comparator<Match> BEST = Comparator.comparing(
                    (Match match) -> match.isComplete() && match.knowsMost())
            .thenComparing(Match::knowsMost)
            .thenComparing(Match::isComplete)
            .thenComparing(match -> match.found().size())
            .thenComparing(Match::strangers, Comparator.reverseOrder());

    private final Layouts layouts;
    private final List<SheetHeadings> sheets = new ArrayList<>();
    private final Map<String, List<Integer>> sheetsByLastWord = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Map<List<List<String>>, Optional<Match>> blocks = new ConcurrentHashMap<>();

    HeaderIndex(Layouts layouts) {
        this.layouts = layouts;
        for (Layout layout : layouts.all()) {
            for (Layout.Sheet sheet : layout.sheets()) {
                SheetHeadings headings = new SheetHeadings(layouts, layout, sheet);
                for (String word : headings.lastWords()) {
                    sheetsByLastWord
                            .computeIfAbsent(word, none -> new ArrayList<>())
                            .add(sheets.size());
                }
                sheets.add(headings);
                words.addAll(headings.words());
            }
        }
    }

    /** The key of a cell if some layout has it in a header, else empty text. */
    String word(String cell) {
        String key = layouts.headerKey(cell);
        return isWord(key) ? key : "";
    }

    boolean isWord(String key) {
        return words.contains(key);
    }

    String key(String cell) {
        return layouts.headerKey(cell);
    }

    /**
     * The best complete match; else the nearest miss that is worth naming.
     *
     * @param rows keys of the cells of rows read together
     * @param least what finds fewer columns need not be returned
     */
    Optional<Match> match(List<List<String>> rows, int least) {
        if (blocks.size() >= REMEMBERED || !rows.stream().allMatch(this::isOfHeaders)) {
            Optional<Match> known = blocks.get(rows);
            return known == null ? work(rows, least) : known;
        }
        return blocks.computeIfAbsent(List.copyOf(rows), all -> work(all, 0));
    }

    /** Whether a row holds nothing but what headers hold; such rows come again with every sheet of their sort. */
    private boolean isOfHeaders(List<String> row) {
        return row.stream()
                .allMatch(key -> key.isEmpty()
                        || isWord(key)
                        || SheetHeadings.number(key).isPresent());
    }

    private Optional<Match> work(List<List<String>> rows, int least) {
        HeaderBlock block = new HeaderBlock(rows);
        Map<Integer, List<String>> paths = block.paths();
        Map<Integer, List<String>> continued = block.continued();
        int[] common = columnsInCommon(paths.values(), continued.values());
        if (Arrays.stream(common).allMatch(columns -> columns < least)) {
            return Optional.empty();
        }
        return IntStream.range(0, common.length)
                .filter(sheet -> common[sheet] >= sheets.get(sheet).leastColumns(MIN_COLUMNS_IN_COMMON))
                .mapToObj(sheet -> sheets.get(sheet).match(paths, continued))
                .filter(match -> match.isComplete() || isNear(match))
                .max(BEST);
    }

    /** For each sheet at least as many columns as it can find: most rows are none of its headers, and that shows here. */
    private int[] columnsInCommon(Collection<List<String>> paths, Collection<List<String>> continued) {
        int[] common = new int[sheets.size()];
        paths.forEach(path -> count(path.get(path.size() - 1), common));
        paths.stream()
                .filter(path -> path.size() > 1)
                .filter(path -> SheetHeadings.number(path.get(path.size() - 1)).isPresent())
                .forEach(path -> count(path.get(path.size() - 2), common));
        continued.forEach(path -> count(path.get(path.size() - 1), common));
        return common;
    }

    private void count(String word, int[] common) {
        sheetsByLastWord.getOrDefault(word, List.of()).forEach(sheet -> common[sheet]++);
    }

    private static boolean isNear(Match match) {
        int required = SheetHeadings.required(match.sheet());
        return match.found().size() >= MIN_COLUMNS_IN_COMMON
                && match.missing().size() <= SheetHeadings.mayMiss(required);
    }
}
