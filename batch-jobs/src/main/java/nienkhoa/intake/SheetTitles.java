package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nienkhoa.model.SchoolYear;

/** What the rows above a header say about the whole sheet: school year, class, assessment time, subject. */
final class SheetTitles {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern TITLE =
            Pattern.compile("\\s*(lớp|năm học|môn học|môn)\\s*:.*", FLAGS | Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("năm học\\s*:?\\s*(\\d{4}.*)", FLAGS);
    private static final Pattern CLASS = Pattern.compile("lớp\\s*:?\\s*(\\d{1,2}[\\p{L}\\d./_-]*)", FLAGS);
    private static final Pattern SUBJECT = Pattern.compile("môn(?: học)?(?:\\s*/?[^:]*)?\\s*:\\s*(.+)", FLAGS);

    private final Layouts layouts;
    private final List<String> above = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    /**
     * @param above the rows above the header
     * @param header the header's own rows, since some exports write the class beside the first header cells
     */
    SheetTitles(Layouts layouts, List<RawRow> above, List<RawRow> header) {
        this.layouts = layouts;
        above.forEach(row -> this.above.addAll(cells(row)));
        all.addAll(this.above);
        header.forEach(row -> all.addAll(cells(row)));
    }

    /** Single cells, then the whole row, since some exports put label and value in two cells. */
    private static List<String> cells(RawRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (!row.text(i).isEmpty()) {
                cells.add(PlainText.of(LegacyText.likely(row.text(i))));
            }
        }
        if (cells.size() > 1) {
            cells.add(String.join(" ", cells));
        }
        return cells;
    }

    /** Whether a cell among header cells is a title that happens to lie there. */
    static boolean isTitle(String cell) {
        return cell.indexOf(':') > 0 && TITLE.matcher(PlainText.of(cell)).matches();
    }

    /** First calendar year of the school year. */
    OptionalInt schoolYear() {
        return first(all, YEAR)
                .flatMap(SchoolYear::findIn)
                .map(year -> OptionalInt.of(year.start()))
                .orElse(OptionalInt.empty());
    }

    Optional<String> className() {
        return first(all, CLASS).map(ClassName::of).filter(name -> !name.isEmpty());
    }

    Optional<String> time() {
        CodeList times = layouts.codes("time");
        return above.stream().map(times::findIn).flatMap(Optional::stream).findFirst();
    }

    /** From a title row, else from the sheet's own name. */
    Optional<String> subject(String sheetName) {
        CodeList subjects = layouts.codes("subject");
        return above.stream()
                .map(SUBJECT::matcher)
                .filter(Matcher::find)
                .map(found -> subjects.find(found.group(1)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> subjects.find(sheetName));
    }

    private static Optional<String> first(List<String> cells, Pattern pattern) {
        return cells.stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
