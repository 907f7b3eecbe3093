package nienkhoa.forms.fill;

import java.util.Arrays;
import net.sf.jasperreports.engine.JRParagraph;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.export.AbstractTextRenderer;
import net.sf.jasperreports.engine.type.RunDirectionEnum;
import org.jspecify.annotations.Nullable;

/**
 * Breaks a plain text into lines as the engine's measurer does, without asking AWT. Follows {@code TextMeasurer} and
 * {@code SimpleTextLineWrapper} of version 7.0.6: the first line of a text ends where AWT would end it, the others at the
 * last place up to which they are narrow enough. What is less plain, and what has no room, is left to the engine.
 */
final class QuickLines {

    /** What AWT lets the first line be too long by, in points. */
    private static final float EPSILON = 0.005f;

    private static final int MOST_CHARACTERS = 5_000;
    private static final int TYPICAL_LINES = 8;

    private final FontMeasures font;
    private final float width;
    private final int height;
    private final float firstLine;
    private final float furtherLine;
    private final int spacingBefore;

    /**
     * @param paragraph without indents
     * @param width of a line, in points
     * @param height of the element without its paddings, in points
     */
    QuickLines(FontMeasures font, JRParagraph paragraph, float width, int height) {
        this.font = font;
        this.width = width;
        this.height = height;
        this.spacingBefore = paragraph.getSpacingBefore();
        this.firstLine =
                AbstractTextRenderer.getLineHeight(true, paragraph, font.leading(), font.ascent()) + spacingBefore;
        this.furtherLine = AbstractTextRenderer.getLineHeight(false, paragraph, font.leading(), font.ascent());
    }

    /** @param room below the element; null: the engine has to break the text */
    Setting.@Nullable Lines of(String text, int room) {
        if (text.length() > MOST_CHARACTERS || !font.knows(text) || hasBlankLines(text)) {
            return null;
        }
        Run run = new Run(text, Math.max(0, height + room));
        for (int start = 0; start < text.length(); ) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            if (!run.paragraph(start, end)) {
                return null;
            }
            start = end + 1;
        }
        return run.lines();
    }

    private static boolean hasBlankLines(String text) {
        return text.startsWith("\n") || text.endsWith("\n") || text.contains("\n\n");
    }

    /** One text. */
    private final class Run {

        private final String text;
        private final int room;
        private float used;
        private float sizes;
        private float firstLeading;
        private int lines;
        private short[] ends = new short[TYPICAL_LINES];
        private int count;
        private int lastEnd;

        Run(String text, int room) {
            this.text = text;
            this.room = room;
        }

        boolean paragraph(int start, int end) {
            String words = text.substring(start, end);
            LineBreaks breaks = LineBreaks.of(words);
            int at = 0;
            int next = 0;
            while (at < words.length()) {
                int last = lines == 0 ? firstEnd(words, breaks) : furtherEnd(words, breaks, at, next);
                if (last < next || !addLine()) {
                    return false;
                }
                at = breaks.at(last);
                next = last + 1;
                if (at < words.length()) {
                    addEnd(start + at);
                }
            }
            return true;
        }

        private boolean addLine() {
            float height = used + (lines == 0 ? firstLine : furtherLine);
            sizes += font.size();
            firstLeading = lines == 0 ? height : firstLeading;
            used = height + font.descent();
            lines++;
            return used <= room;
        }

        private void addEnd(int end) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
            }
            ends[count++] = (short) (end - lastEnd);
            lastEnd = end;
        }

        Setting.Lines lines() {
            float spacing = (used - spacingBefore) / sizes;
            return new Setting.Lines(
                    used,
                    firstLeading - font.size() * spacing,
                    spacing,
                    RunDirectionEnum.LTR,
                    count == 0 ? JRPrintText.ZERO_LINE_BREAK_OFFSETS : Arrays.copyOf(ends, count),
                    null,
                    false);
        }
    }

    /** The break at which AWT ends the first line; -1 if not even a word has room. */
    private int firstEnd(String words, LineBreaks breaks) {
        float rest = width;
        float x = 0;
        int over = -1;
        while (rest >= -EPSILON && ++over < words.length()) {
            float after = x + font.set(words.charAt(over));
            rest -= after - x;
            x = after;
        }
        if (over == words.length()) {
            return breaks.count() - 1;
        }
        int last = 0;
        if (words.charAt(over) == ' ') {
            while (breaks.at(last) <= over) {
                last++;
            }
            return last;
        }
        while (breaks.at(last) <= over) {
            last++;
        }
        return last - 1;
    }

    /** The last break from {@code next} on up to which a line is narrow enough; less than it if there is none. */
    private int furtherEnd(String words, LineBreaks breaks, int start, int next) {
        float length = 0;
        int measured = start;
        int last = next;
        for (; last < breaks.count(); last++) {
            int end = trimmed(words, start, breaks.at(last - 1), breaks.at(last));
            for (; measured < end; measured++) {
                length += font.alone(words.charAt(measured));
            }
            if (length > width) {
                break;
            }
        }
        return last - 1;
    }

    /** Where the last word before a break ends; a line of spaces keeps one. */
    private static int trimmed(String words, int start, int before, int end) {
        int least = Math.max(before, start + 1);
        int last = end;
        while (last > least && words.charAt(last - 1) == ' ') {
            last--;
        }
        return last;
    }
}
