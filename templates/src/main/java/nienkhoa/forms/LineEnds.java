package nienkhoa.forms;

import java.util.Arrays;
import net.sf.jasperreports.engine.JRPrintText;

/** Where the lines of a filled text end: at the breaks found when it was filled, and behind line feeds. */
final class LineEnds {

    private LineEnds() {}

    /** Ascending; the last is the length of the text. */
    static int[] of(JRPrintText text) {
        String characters = text.getFullText();
        short[] breaks = text.getLineBreakOffsets();
        int[] ends = new int[characters.length() + 1];
        int count = 0;
        int broken = 0;
        int next = breaks == null || breaks.length == 0 ? Integer.MAX_VALUE : breaks[0];
        int index = 0;
        for (int i = 1; i < characters.length(); i++) {
            if (i == next) {
                index++;
                broken = next;
                next = index < breaks.length ? broken + breaks[index] : Integer.MAX_VALUE;
                ends[count++] = i;
            } else if (characters.charAt(i - 1) == '\n') {
                ends[count++] = i;
            }
        }
        ends[count++] = characters.length();
        return Arrays.copyOf(ends, count);
    }
}
