package nienkhoa.intake;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nienkhoa.intake.Workbooks.RowVisitor;
import nienkhoa.intake.Workbooks.UnreadableWorkbook;

/**
 * The corrected workbooks of an export, looked at before anything else: which rows stand in place of which.
 *
 * <p>A later workbook goes before an earlier one. Holds a little for every corrected row.
 */
final class Corrections {

    /** The names that we give; other names are noticed while reading. */
    private static final Pattern LIKELY = Pattern.compile("(?:.*/)?[^/]*-rejects[^/]*\\.xlsx");

    private static final int FIRST_ROWS = HeaderSearch.FIRST_ROWS + HeaderSearch.MAX_HEADER_ROWS;

    private final TreeSet<Integer> files;
    private final Set<String> paths;
    private final Map<String, Map<Integer, Standing>> bySheet = new HashMap<>();
    private final Map<Integer, Set<String>> schools = new HashMap<>();
    private final Map<Integer, Set<String>> exports = new HashMap<>();

    private Corrections(Set<String> paths, Set<Integer> files) {
        this.files = new TreeSet<>(files);
        this.paths = paths;
    }

    /** No corrected workbooks at all. */
    static Corrections none() {
        return new Corrections(Set.of(), Set.of());
    }

    /** The files that are probably corrected workbooks. */
    static Set<Integer> likely(TakenExport export) {
        int own = export.supplement() ? export.ownFrom() : export.files().size();
        return IntStream.range(0, export.files().size())
                .filter(file -> file >= own
                        || LIKELY.matcher(export.files().get(file).path()).matches())
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Looks through the given files; what cannot be read is found again when its rows are read. */
    static Corrections in(TakenExport export, Set<Integer> files, Workbooks workbooks) {
        Corrections corrections = new Corrections(
                export.files().stream().map(TakenExport.TakenFile::path).collect(Collectors.toSet()), files);
        for (int file : corrections.files) {
            Path path = export.locate(file);
            try {
                if (workbooks.looksLikeWorkbook(path)) {
                    workbooks.read(path, (sheet, name, dates1904) -> corrections.new Looking(file, sheet, name));
                }
            } catch (UnreadableWorkbook e) {
                corrections.forget(file);
            }
        }
        return corrections;
    }

    /** A file that breaks off does not count, so it replaces nothing. */
    private void forget(int file) {
        bySheet.values().forEach(rows -> rows.values().removeIf(row -> row.file() == file));
    }

    Set<Integer> files() {
        return files;
    }

    /** Whether the export holds the file that an origin names. */
    boolean holds(Origin origin) {
        return paths.contains(origin.file());
    }

    /** The rows of a sheet for which there are corrected ones. */
    Map<Integer, Standing> replaced(String path, String sheet) {
        return bySheet.getOrDefault(key(path, sheet), Map.of());
    }

    /** The row that stands for an origin. */
    Optional<Standing> standing(Origin origin) {
        return Optional.ofNullable(replaced(origin.file(), origin.sheet()).get(origin.row()));
    }

    /** The school of all rows of a file; empty if they are of several. */
    Optional<String> onlySchool(int file) {
        Set<String> named = schools.getOrDefault(file, Set.of());
        return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
    }

    /** The exports that the rows of a file came from, by the first digits of their SHA-256. */
    Set<String> exports(int file) {
        return exports.getOrDefault(file, Set.of());
    }

    private static String key(String path, String sheet) {
        return path + "\u0000" + sheet;
    }

    private void offer(Origin origin, Standing row) {
        schools.computeIfAbsent(row.file(), none -> new TreeSet<>()).add(origin.school());
        exports.computeIfAbsent(row.file(), none -> new TreeSet<>()).add(origin.export());
        bySheet.computeIfAbsent(key(origin.file(), origin.sheet()), none -> new TreeMap<>())
                .merge(origin.row(), row, (first, next) -> next.round() > first.round() ? next : first);
    }

    /**
     * A corrected row.
     *
     * @param file its file's number
     * @param content digest of what it says
     * @param rowDigest digest of the row that it replaces
     */
    record Standing(int file, int sheet, String sheetName, int row, int round, String content, String rowDigest) {

        boolean isAt(int otherFile, int otherSheet, int otherRow) {
            return file == otherFile && sheet == otherSheet && row == otherRow;
        }
    }

    /** One sheet: the origins below a header of ours. */
    private final class Looking implements RowVisitor {

        private final int file;
        private final int sheet;
        private final String name;
        private int column = -1;

        Looking(int file, int sheet, String name) {
            this.file = file;
            this.sheet = sheet;
            this.name = name;
        }

        @Override
        public boolean row(RawRow row) {
            if (column < 0) {
                column = Origin.column(row);
                return column >= 0 || row.number() <= FIRST_ROWS;
            }
            Origin.parse(row.text(column))
                    .ifPresent(origin -> offer(
                            origin,
                            new Standing(
                                    file,
                                    sheet,
                                    name,
                                    row.number(),
                                    origin.round(),
                                    Origin.digest(row, column),
                                    origin.rowDigest())));
            return true;
        }

        @Override
        public void end() {}
    }
}
