package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nienkhoa.intake.SheetShape.Match;
import nienkhoa.intake.SheetShape.Outcome;
import org.jspecify.annotations.Nullable;

/** Looks for the header of one sheet in its first rows, by what is written in them. */
final class HeaderSearch {

    /** Headers start at most this far down. */
    static final int FIRST_ROWS = 30;

    static final int MAX_HEADER_ROWS = 4;

    /** So many header words in one row are no chance. */
    private static final int MIN_WORDS = 2;

    private final HeaderIndex index;
    private final Map<List<List<String>>, Found> seen;
    private final int lastStart;
    private final List<RawRow> block = new ArrayList<>();
    private @Nullable Outcome best;

    /** For the top of a sheet. */
    HeaderSearch(HeaderIndex index, Map<List<List<String>>, Found> seen) {
        this(index, seen, FIRST_ROWS);
    }

    private HeaderSearch(HeaderIndex index, Map<List<List<String>>, Found> seen, int lastStart) {
        this.index = index;
        this.seen = seen;
        this.lastStart = lastStart;
    }

    /** For a header that may begin at one row below a table: the next table's, or the same one's on a new page. */
    static HeaderSearch at(int row, HeaderIndex index, Map<List<List<String>>, Found> seen) {
        return new HeaderSearch(index, seen, row);
    }

    /** Whether a row has words enough to begin a header. */
    boolean mayBegin(RawRow row) {
        return words(row) >= MIN_WORDS;
    }

    /** Headers that were found before, without the titles and data around them; shared by all sheets of an export. */
    static Map<List<List<String>>, Found> memory() {
        return new ConcurrentHashMap<>();
    }

    /**
     * Looks at the next row.
     *
     * @return the outcome as soon as it is certain
     */
    Optional<Outcome> offer(RawRow row) {
        if (block.isEmpty() ? begins(row) : continues(row)) {
            block.add(row);
            return Optional.empty();
        }
        Optional<Outcome> outcome = tryBlock();
        block.clear();
        if (outcome.isPresent()) {
            return outcome;
        }
        if (begins(row)) {
            block.add(row);
        }
        return row.number() >= lastStart && block.isEmpty() ? Optional.of(end()) : Optional.empty();
    }

    private boolean begins(RawRow row) {
        return row.number() <= lastStart && words(row) >= MIN_WORDS;
    }

    private boolean continues(RawRow row) {
        return block.size() < MAX_HEADER_ROWS && isNext(row) && (words(row) > 0 || isNumbering(row));
    }

    /** The outcome when there are no more rows. */
    Outcome end() {
        return tryBlock().orElseGet(() -> best == null ? new Outcome.Unknown() : best);
    }

    private boolean isNext(RawRow row) {
        return row.number() == block.get(block.size() - 1).number() + 1;
    }

    /** Whether the row only counts columns: {@code 1 2 3}, all of them or those under one header, in any order. */
    private boolean isNumbering(RawRow row) {
        boolean any = false;
        for (int i = 0; i < row.size(); i++) {
            String text = row.text(i).trim();
            if (!text.isEmpty() && index.word(text).isEmpty()) {
                if (SheetHeadings.number(text).isEmpty()) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private int words(RawRow row) {
        int words = 0;
        for (int i = 0; i < row.size(); i++) {
            if (isText(row, i) && !index.word(row.text(i)).isEmpty()) {
                words++;
            }
        }
        return words;
    }

    private static boolean isText(RawRow row, int column) {
        int length = row.text(column).length();
        return length > 0 && length <= 120 && !row.isNumber(column);
    }

    private Optional<Outcome> tryBlock() {
        if (block.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> keys = block.stream().map(this::keys).toList();
        int firstRow = block.get(0).number();
        Found before = seen.get(keys);
        Optional<Found> found =
                before != null ? Optional.of(before) : find(keys).map(first -> shared(first, keys));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Match match = found.get().match();
        if (match.isComplete()) {
            return Optional.of(new Outcome.Recognised(
                    found.get().shape(),
                    firstRow + found.get().from(),
                    firstRow + found.get().end()));
        }
        best = best == null
                ? new Outcome.Incomplete(
                        found.get().shape(),
                        match.missing(),
                        firstRow + found.get().from(),
                        firstRow + found.get().end())
                : best;
        return Optional.empty();
    }

    /** Equal headers have one shape, however many sheets bear them. */
    private Found shared(Found found, List<List<String>> keys) {
        Found first = seen.computeIfAbsent(
                List.copyOf(keys.subList(found.from(), found.end())),
                none -> new Found(found.match(), found.shape(), 0, found.end() - found.from()));
        return new Found(first.match(), first.shape(), found.from(), found.end());
    }

    private List<String> keys(RawRow row) {
        List<String> keys = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            boolean number = SheetHeadings.number(row.text(i)).isPresent();
            boolean word = number || (isText(row, i) && !SheetTitles.isTitle(row.text(i)));
            keys.add(word ? index.key(row.text(i)) : "");
        }
        return keys;
    }

    /** The best reading of the rows: any of them in sequence may be the header. */
    private Optional<Found> find(List<List<String>> keys) {
        Found best = null;
        for (int from = 0; from < keys.size(); from++) {
            for (int end = headerEnd(keys, from); end <= keys.size(); end++) {
                int least = best != null && best.match().isComplete()
                        ? best.match().found().size()
                        : 0;
                Optional<Match> match = index.match(keys.subList(from, end), least);
                if (match.isPresent() && (best == null || isAsGood(match.get(), best.match()))) {
                    best = new Found(match.get(), match.get().shape(), from, end);
                }
            }
        }
        return Optional.ofNullable(best).map(found -> found.passing(keys));
    }

    /** The least end of a header: rows below it that hold nothing but header words are no data. */
    private int headerEnd(List<List<String>> keys, int from) {
        int end = from + 1;
        while (end < keys.size() && keys.get(end).stream().allMatch(key -> key.isEmpty() || index.isWord(key))) {
            end++;
        }
        return end;
    }

    /** Of equals the later one is taken: a last header row that repeats what is clear already is no data. */
    private static boolean isAsGood(Match match, Match as) {
        return match.isComplete() == as.isComplete()
                ? match.found().size() >= as.found().size()
                : match.isComplete();
    }

    /**
     * @param from how many rows of the block lie above the header
     * @param end how many rows of the block lie up to the end of the header
     */
    record Found(Match match, SheetShape shape, int from, int end) {

        /** Without rows right below the header that only number the columns. */
        Found passing(List<List<String>> keys) {
            int data = end;
            while (data < keys.size() && isNumbers(keys.get(data))) {
                data++;
            }
            return new Found(match, shape, from, data);
        }

        private static boolean isNumbers(List<String> keys) {
            return keys.stream()
                    .allMatch(key -> key.isEmpty() || SheetHeadings.number(key).isPresent());
        }
    }
}
