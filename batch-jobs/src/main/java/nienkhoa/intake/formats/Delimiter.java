package nienkhoa.intake.formats;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** What stands between the cells of a text, found by its content: the one that cuts the most rows into equally many cells. */
enum Delimiter {
    TAB('\t'),
    SEMICOLON(';'),
    COMMA(',');

    /** Where headers are looked for, and some rows of data. */
    static final int ROWS = 60;

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    static Delimiter of(String head) {
        String named = head.stripLeading();
        Delimiter best = COMMA;
        int bestVotes = 0;
        for (Delimiter each : values()) {
            if (named.regionMatches(true, 0, "sep=" + each.character, 0, 5)) {
                return each;
            }
            int votes = each.votes(head);
            if (votes > bestVotes) {
                best = each;
                bestVotes = votes;
            }
        }
        return best;
    }

    /** Whether the record is the line by which Excel is told the delimiter. */
    static boolean isNamedBy(CSVRecord record) {
        return record.size() > 0 && record.get(0).equalsIgnoreCase("sep=");
    }

    /** Delimiters in the rows that have the most frequent number of them. */
    int votes(String head) {
        Map<Integer, Integer> rowsByCount = new HashMap<>();
        int count = 0;
        int rows = 0;
        boolean quoted = false;
        for (int i = 0; i < head.length() && rows < ROWS; i++) {
            char letter = head.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == character) {
                count++;
            } else if (!quoted && letter == '\n') {
                rowsByCount.merge(count, 1, Integer::sum);
                count = 0;
                rows++;
            }
        }
        rowsByCount.merge(count, 1, Integer::sum);
        return rowsByCount.entrySet().stream()
                .mapToInt(entry -> entry.getKey() * entry.getValue())
                .max()
                .orElse(0);
    }
}
