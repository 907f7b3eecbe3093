package nienkhoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nienkhoa.intake.Layout.Required;
import nienkhoa.intake.SheetShape.Match;

/** Finds the sort of sheet whose columns a header block names. */
final class HeaderIndex {

    /** Fewer columns in common prove nothing. */
    private static final int MIN_COLUMNS_IN_COMMON = 3;

    /** A layout that knows most columns but lacks one says more than a smaller one that knows only a few of them. */
    private static final Comparator<Match> BEST = Comparator.comparing(
                    (Match match) -> match.isComplete() && match.knowsMost())
            .thenComparing(Match::knowsMost)
            .thenComparing(Match::isComplete)
            .thenComparing(match -> match.found().size())
            .thenComparing(Match::strangers, Comparator.reverseOrder());

    private final Layouts layouts;
    private final List<SheetHeadings> sheets = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    HeaderIndex(Layouts layouts) {
        this.layouts = layouts;
        for (Layout layout : layouts.all()) {
            for (Layout.Sheet sheet : layout.sheets()) {
                SheetHeadings headings = new SheetHeadings(layouts, layout, sheet);
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

    /** The best complete match; else the nearest miss that is worth naming. */
    Optional<Match> match(HeaderBlock block) {
        Map<Integer, List<String>> paths = block.paths();
        Map<Integer, List<String>> continued = block.continued();
        return sheets.stream()
                .map(sheet -> sheet.match(paths, continued))
                .filter(match -> match.isComplete() || isNear(match))
                .max(BEST);
    }

    private static boolean isNear(Match match) {
        int required = (int) match.sheet().columns().stream()
                .filter(column -> column.required() != Required.NOTHING)
                .count();
        return match.found().size() >= MIN_COLUMNS_IN_COMMON && match.missing().size() * 2 <= Math.max(2, required);
    }
}
