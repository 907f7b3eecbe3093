package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nienkhoa.model.SchoolYear;
import org.jspecify.annotations.Nullable;

/** What the rows above a header say about the whole sheet: school year, class, assessment time, subject. */
final class SheetTitles {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern TITLE =
            Pattern.compile("\\s*(lớp|năm học|môn học|môn)\\s*:.*", FLAGS | Pattern.DOTALL);
    private static final Pattern YEAR = Pattern.compile("năm học\\s*:?\\s*(\\d{4}.*)", FLAGS);
    private static final Pattern CLASS = Pattern.compile("lớp\\s*:?\\s*(\\d{1,2}[\\p{L}\\d./_-]*)", FLAGS);
    private static final Pattern SUBJECT = Pattern.compile("môn(?: học)?(?:\\s*/?[^:]*)?\\s*:\\s*(.+)", FLAGS);
    private static final Pattern SEMESTER =
            Pattern.compile("(?:học k[ìỳ]|kì|kỳ|hk)\\s*:?\\s*(iii|ii|i|\\d)(?![\\p{L}\\d])", FLAGS);
    private static final Pattern PART = Pattern.compile("\\s*[-–_]\\s*|\\s+(?=HK)");

    private final Layouts layouts;
    private final List<String> above = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private final @Nullable SheetTitles before;

    /**
     * @param above the rows above the header
     * @param header the header's own rows, since some exports write the class beside the first header cells
     * @param before of the table above in the same sheet, which hold for what these do not say
     */
    SheetTitles(Layouts layouts, List<RawRow> above, List<RawRow> header, @Nullable SheetTitles before) {
        this.layouts = layouts;
        this.before = before;
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

    private <T> Optional<T> orBefore(Optional<T> own, Function<SheetTitles, Optional<T>> ask) {
        return own.or(() -> Optional.ofNullable(before).flatMap(ask));
    }

    /** First calendar year of the school year. */
    Optional<Integer> schoolYear() {
        return orBefore(first(all, YEAR).flatMap(SchoolYear::findIn).map(SchoolYear::start), SheetTitles::schoolYear);
    }

    Optional<String> className() {
        Optional<String> own = first(all, CLASS).map(ClassName::of).filter(name -> !name.isEmpty());
        return orBefore(own, SheetTitles::className);
    }

    Optional<String> time() {
        CodeList times = layouts.codes("time");
        Optional<String> own =
                above.stream().map(times::findIn).flatMap(Optional::stream).findFirst();
        return orBefore(own, SheetTitles::time);
    }

    /** {@code 1}, {@code 2} or {@code YEAR}, of a title such as {@code Học kì I}, else of the sheet's own name. */
    Optional<String> semester(String sheetName) {
        CodeList semesters = layouts.codes("semester");
        Optional<String> own = coded(SEMESTER, semesters).or(() -> above.stream()
                .map(semesters::findIn)
                .flatMap(Optional::stream)
                .findFirst());
        return orBefore(own, titles -> titles.semester(sheetName)).or(() -> part(semesters, sheetName));
    }

    /** From a title row, else from the sheet's own name. */
    Optional<String> subject(String sheetName) {
        return orBefore(coded(SUBJECT, layouts.codes("subject")), titles -> titles.subject(sheetName))
                .or(() -> part(layouts.codes("subject"), sheetName));
    }

    /** What a sheet's name says, whole or in one of its parts: {@code Toán - HK1}. */
    private static Optional<String> part(CodeList codes, String sheetName) {
        return codes.find(sheetName).or(() -> Stream.of(PART.split(sheetName))
                .map(codes::find)
                .flatMap(Optional::stream)
                .findFirst());
    }

    private Optional<String> coded(Pattern title, CodeList codes) {
        return above.stream()
                .map(title::matcher)
                .filter(Matcher::find)
                .map(found -> codes.find(found.group(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean hasDigit(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isDigit(cell.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** @param pattern that wants a digit; most cells have none */
    private static Optional<String> first(List<String> cells, Pattern pattern) {
        return cells.stream()
                .filter(SheetTitles::hasDigit)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
