package nienkhoa.intake;

import java.util.List;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;

/**
 * Where a row in the workbook of rejected rows came from, as its last column says.
 *
 * <p>Written on one line with a check sum at its end, since a spreadsheet counts up numbers that are dragged down.
 *
 * @param export first digits of the export's SHA-256
 * @param school code; empty if it was not known
 * @param file path inside the export
 * @param row number of the row in the file that was exported, from 1, however often it was corrected since
 * @param round 1 for the first workbook in which the row stands, 2 for the next
 * @param titles what the rows above the original header said
 * @param rowDigest first digits of the digest of the original row
 */
record Origin(
        String export, String school, String file, String sheet, int row, int round, Titles titles, String rowDigest) {

    /** The header of the column. */
    static final String HEADER = "Nguồn (không sửa)";

    static final String HEADER_KEY = HeaderKey.of(HEADER);

    /** A cell that says that its sheet is a report of ours and holds no data. */
    static final String REPORT = "NK1 :: report";

    static final int EXPORT_DIGITS = 12;

    private static final String VERSION = "NK1";
    private static final String BETWEEN = " :: ";
    private static final int CHECK_DIGITS = 6;
    private static final int ROW_DIGITS = 12;
    private static final int PARTS = 14;

    /** Cells of other lengths need no comparison. */
    private static final int SHORTEST_HEADER = HEADER.length() - 4;

    private static final int LONGEST_HEADER = 2 * HEADER.length();
    private static final String NOTHING = "-";

    /**
     * @param schoolYear first calendar year; 0 if the titles did not say it
     * @param className empty if the titles did not say it, as are the others
     */
    record Titles(int schoolYear, String className, String time, String subject, String semester) {}

    /** The text of the cell; it never starts a formula. */
    String text() {
        String said = String.join(
                BETWEEN,
                VERSION,
                export,
                orNothing(school),
                file,
                sheet,
                String.valueOf(row),
                String.valueOf(round),
                String.valueOf(titles.schoolYear()),
                orNothing(titles.className()),
                orNothing(titles.time()),
                orNothing(titles.subject()),
                orNothing(titles.semester()),
                rowDigest);
        return said + BETWEEN + check(said);
    }

    /** The same row, rejected again. */
    Origin again(String lastExport) {
        return new Origin(lastExport, school, file, sheet, row, round + 1, titles, rowDigest);
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    private static String check(String said) {
        return CanonicalJson.sha256(said).substring(0, CHECK_DIGITS);
    }

    /** The origin that a cell tells; empty if the cell was changed. */
    static Optional<Origin> parse(String cell) {
        String text = cell.strip();
        int end = text.lastIndexOf(BETWEEN);
        if (end < 0 || !check(text.substring(0, end)).equals(text.substring(end + BETWEEN.length()))) {
            return Optional.empty();
        }
        List<String> parts = List.of(text.split(BETWEEN, -1));
        int more = parts.size() - PARTS;
        if (more < 0 || !parts.get(0).equals(VERSION)) {
            return Optional.empty();
        }
        // The path alone can hold the separator: sheets cannot be named with colons.
        String file = String.join(BETWEEN, parts.subList(3, 4 + more));
        List<String> rest = parts.subList(4 + more, parts.size());
        try {
            return Optional.of(new Origin(
                    parts.get(1),
                    something(parts.get(2)),
                    file,
                    rest.get(0),
                    Integer.parseInt(rest.get(1)),
                    Integer.parseInt(rest.get(2)),
                    new Titles(
                            Integer.parseInt(rest.get(3)),
                            something(rest.get(4)),
                            something(rest.get(5)),
                            something(rest.get(6)),
                            something(rest.get(7))),
                    rest.get(8)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String something(String part) {
        return part.equals(NOTHING) ? "" : part;
    }

    /** Where the column lies; -1 if no row has its header. */
    static int column(List<RawRow> header) {
        for (RawRow row : header) {
            int column = column(row);
            if (column >= 0) {
                return column;
            }
        }
        return -1;
    }

    static int column(RawRow row) {
        for (int i = row.size() - 1; i >= 0; i--) {
            if (isHeader(row.text(i))) {
                return i;
            }
        }
        return -1;
    }

    static boolean isHeader(String cell) {
        return cell.length() >= SHORTEST_HEADER
                && cell.length() <= LONGEST_HEADER
                && HeaderKey.of(cell).equals(HEADER_KEY);
    }

    /** Whether rows at the beginning of a sheet say that it is a report of ours. */
    static boolean isReport(List<RawRow> first) {
        for (RawRow row : first) {
            for (int i = 0; i < row.size(); i++) {
                if (row.text(i).equals(REPORT)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The digest by which a row is known again; empty cells at its end do not count. */
    static String digest(RawRow row, int without) {
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            texts.append(i == without ? "" : row.text(i)).append('\u001F');
        }
        return CanonicalJson.sha256(texts.toString().replaceFirst("\u001F+$", ""))
                .substring(0, ROW_DIGITS);
    }
}
