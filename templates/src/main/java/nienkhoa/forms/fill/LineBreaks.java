package nienkhoa.forms.fill;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/** Where a line of a paragraph may end, ascending; the last one is the paragraph's end. */
final class LineBreaks {

    private static final int TYPICAL = 32;
    private static final String BEFORE_SPACE = ",.;:";

    private int[] ends = new int[TYPICAL];
    private int count;

    private LineBreaks() {}

    static LineBreaks of(String paragraph) {
        LineBreaks breaks = new LineBreaks();
        if (!breaks.bySpaces(paragraph)) {
            breaks.count = 0;
            breaks.byRules(paragraph);
        }
        return breaks;
    }

    /** Letters and what may end a word: a line ends behind spaces and nowhere else. False if there is anything else. */
    private boolean bySpaces(String paragraph) {
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            char next = i + 1 < paragraph.length() ? paragraph.charAt(i + 1) : ' ';
            if (c == ' ') {
                if (next != ' ' || i + 1 == paragraph.length()) {
                    add(i + 1);
                }
            } else if (!Character.isLetter(c) && !(BEFORE_SPACE.indexOf(c) >= 0 && next == ' ')) {
                return false;
            }
        }
        if (paragraph.charAt(paragraph.length() - 1) != ' ') {
            add(paragraph.length());
        }
        return true;
    }

    private void byRules(String paragraph) {
        BreakIterator rules = BreakIterator.getLineInstance(Locale.ROOT);
        rules.setText(paragraph);
        rules.first();
        for (int end = rules.next(); end != BreakIterator.DONE; end = rules.next()) {
            add(end);
        }
    }

    private void add(int end) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = end;
    }

    int count() {
        return count;
    }

    /** @param index from 0; one less gives the paragraph's begin */
    int at(int index) {
        return index < 0 ? 0 : ends[index];
    }
}
