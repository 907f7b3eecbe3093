package nienkhoa.sample;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nienkhoa.sample.DefectKind.InRow;
import nienkhoa.sample.DefectKind.InSheet;
import nienkhoa.sample.DefectKind.Shared;
import nienkhoa.sample.DefectKind.Warned;
import org.apache.poi.ss.usermodel.FormulaError;

/**
 * All kinds of defects. A new kind is one line here; what becomes of the other rows about the same student is worked out
 * by {@link Consequences}.
 */
final class DefectKinds {

    private static final String CODE = RowKind.CLASS_LIST.code;
    private static final String BORN = "Ngày sinh";
    private static final String IDENTITY = "Số định danh cá nhân";
    private static final String LEVEL = "Mức đạt được";
    private static final String SCORE = "Điểm KTĐK";

    /** Told of the first break of a class only. */
    static final String BREAK = "I180_ORDINAL_BREAK";

    /** Of the second row intake thinks as of another class. */
    static final String TWO_CLASSES = "class-list-two-classes";

    /** Begins like the code of no province, so nobody has it. */
    private static final String NOBODY = "99";

    private DefectKinds() {}

    static List<DefectKind> all() {
        return Stream.of(classList(), results(), comments(), registry(), secondary(), sheets(), DefectsInFiles.kinds())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DefectKind> classList() {
        return List.of(
                list("birth-date-31-february", bad("Ngày sinh", "31/02/2014", "I003_BAD_DATE")),
                list("birth-date-in-words", bad("Ngày sinh", "hôm qua", "I003_BAD_DATE")),
                list("birth-date-before-1900", bad("Ngày sinh", "31/12/1899", "I003_BAD_DATE")),
                list("name-missing", bad("Họ tên", "", "I004_MISSING_VALUE")),
                list("code-missing", bad(CODE, "", "I004_MISSING_VALUE")),
                list("status-missing", bad("Trạng thái", "", "I004_MISSING_VALUE")),
                list("name-is-error", bad("Họ tên", FormulaError.NA, "I006_ERROR_CELL")),
                list("code-too-long", bad(CODE, "31000000000", "I007_BAD_CODE")),
                list("code-with-letter", bad(CODE, "31O0000000", "I007_BAD_CODE")),
                list("identity-with-letter", bad(IDENTITY, "0312140O0001", "I007_BAD_CODE")),
                list("identity-9-digits", bad(IDENTITY, "312140001", "I007_BAD_CODE")),
                list("status-unknown", bad("Trạng thái", "Không rõ", "I008_UNKNOWN_VALUE")),
                list("gender-unknown", bad("Giới tính", "Trai", "I008_UNKNOWN_VALUE")),
                list("grade-unknown", bad("Khối học", "Khối lá", "I008_UNKNOWN_VALUE")),
                list("identity-lost-zero", does(DefectKinds::loseZero)),
                list("row-twice", DefectKinds::twice),
                new InRow(TWO_CLASSES, RowKind.CLASS_LIST, "", life -> true, DefectKinds::inTwoClasses),
                list("birth-date-short-year", does(row -> row.put(BORN, "12/05/" + birthYear(row) % 100)
                        .reject("I170_SHORT_YEAR", BORN))),
                list("identity-lost-digits", bad(IDENTITY, "3.1E+10", "I171_DIGITS_LOST")),
                list("letters-doubtful", warned("Tên cha", "TrÇn Nam", "I172_DOUBTFUL_LETTERS")),
                list("letters-tcvn3", does(row -> row.put("Chỗ ở hiện nay", "Sè 5, ph\u00ADêng §ång T©m"))),
                list("letters-vni", does(row -> row.put("Chỗ ở hiện nay", "Nguyeãn Vaên AÙnh, Traàn Quoác Huøng"))),
                list("ordinal-gap", warned("STT", 99, BREAK)),
                list("grade-not-of-class", does(DefectKinds::nextGrade)),
                newcomer("identity-of-no-province", digits("003", 0, "I175_IDENTITY_PROVINCE")),
                newcomer("identity-of-other-sex", does(DefectKinds::otherSex)),
                newcomer("identity-of-other-year", digits("99", 4, "I177_IDENTITY_BIRTH_YEAR")),
                newcomer("birth-date-partial", does(row -> partly(row).bornElsewhen())),
                newcomer("age", does(row -> born(row, -10).warn("I174_UNUSUAL_AGE", BORN))),
                list("born-later", does(row -> born(row, 12).reject("I173_BORN_AFTER_SCHOOL_YEAR", BORN))),
                new Shared("class-list-code-of-another", CODE, "I025_SAME_CODE_TWO_PERSONS"),
                new Shared("class-list-identity-of-another", IDENTITY, "I026_SAME_IDENTITY_TWO_PERSONS"));
    }

    private static List<DefectKind> secondary() {
        return List.of(
                summary("average-differs", "CN", DefectKinds::isOf22, does(DefectKinds::otherAverage)),
                summary("level-differs", "HK1", DefectKinds::isOf22, does(DefectKinds::otherLevel)),
                summary(
                        "level-in-scored-subject",
                        "CN",
                        life -> true,
                        warned("Toán", "Đ", "I103_LEVEL_IN_SCORED_SUBJECT")),
                summary(
                        "absences-do-not-add-up",
                        "HK1",
                        life -> true,
                        warned("Tổng nghỉ", 44, "I118_ABSENCES_DO_NOT_ADD_UP")),
                summary("absences-over-the-limit", "CN", life -> !life.last().retained(), does(row -> row.put(
                                "Nghỉ P", "")
                        .put("Nghỉ K", "")
                        .put("Tổng nghỉ", 50)
                        .warn("I113_PROMOTION_DIFFERS", "Lên lớp"))),
                summary("mark-12", "HK2", life -> true, bad("Toán", 12, "I100_BAD_MARK")),
                summary("code-of-nobody", "HK2", life -> true, does(row -> ofNobody(row, 5))),
                marks("two-decimals", bad("ĐĐGck", "7,95", "I101_MARK_DECIMALS")),
                marks("in-words", bad("ĐĐGgk", "giỏi", "I100_BAD_MARK")),
                marks("row-twice", DefectKinds::twice));
    }

    private static List<DefectKind> results() {
        return List.of(
                result("score-0", bad(SCORE, 0, "I009_BAD_SCORE")),
                result("score-11", bad(SCORE, "11", "I009_BAD_SCORE")),
                result("score-half", bad(SCORE, "8,5", "I009_BAD_SCORE")),
                result("level-unknown", bad(LEVEL, "Đ", "I008_UNKNOWN_VALUE")),
                result("quality-unknown", bad("Yêu nước", "H", "I008_UNKNOWN_VALUE")),
                result("tick-unknown", bad("Đột xuất", "xx", "I008_UNKNOWN_VALUE")),
                result("name-missing", bad("Họ và tên", "", "I004_MISSING_VALUE")),
                ticks("no-tick", does(row -> tick(row, "", "Chưa hoàn thành"))),
                ticks("two-ticks", does(row -> tick(row, "x", "Hoàn thành"))),
                new InRow("result-code-of-nobody", RowKind.RESULT, "CK1", life -> true, does(row -> ofNobody(row, 0))),
                result("name-differs", does(row -> otherName(row, "Họ và tên"))),
                result("birth-date-differs", warned(BORN, "01/01/2001", "I195_BIRTH_DATE_DIFFERS")),
                result("row-twice", DefectKinds::twice));
    }

    private static List<DefectKind> comments() {
        return List.of(
                comment("level-differs", does(row -> row.put(
                                LEVEL, row.text(LEVEL).equals("H") ? "T" : "H")
                        .warn("I036_RESULT_DIFFERS", LEVEL))),
                comment("time-missing", bad("Thời điểm đánh giá", "", "I015_UNKNOWN_TIME")),
                comment("score-12", bad(SCORE, "12", "I009_BAD_SCORE")),
                comment("code-of-nobody", does(row -> ofNobody(row, 1))),
                comment("row-twice", DefectKinds::twice),
                comment("name-differs", does(row -> otherName(row, "Họ và tên"))),
                in("traits-code-missing", RowKind.TRAITS, bad(RowKind.TRAITS.code, "", "I004_MISSING_VALUE")),
                in("traits-row-twice", RowKind.TRAITS, DefectKinds::twice));
    }

    private static List<DefectKind> registry() {
        return List.of(
                in("registry-entry-date", RowKind.REGISTRY, bad("Ngày vào trường", "31/09/2020", "I003_BAD_DATE")),
                in("registry-level-unknown", RowKind.REGISTRY, bad("Cấp học", "Mầm non", "I008_UNKNOWN_VALUE")),
                in("registry-cohort-missing", RowKind.REGISTRY, bad("Niên khóa", "", "I004_MISSING_VALUE")),
                in("registry-cohort-unknown", RowKind.REGISTRY, bad("Niên khóa", "mới", "I013_UNKNOWN_SCHOOL_YEAR")),
                in("registry-code-of-nobody", RowKind.REGISTRY, does(row -> ofNobody(row, 2))),
                in("registry-row-twice", RowKind.REGISTRY, DefectKinds::twice),
                former("line-of-former-years-refused", RowKind.REGISTRY, bad("Niên khóa", "", "I004_MISSING_VALUE")),
                former("former-school-missing", RowKind.FORMER_YEAR, bad("Tên trường", "", "I004_MISSING_VALUE")),
                in("year-note-absence-in-words", RowKind.YEAR_NOTE, bad("Nghỉ có phép", "ít", "I031_BAD_WHOLE_NUMBER")),
                in(
                        "year-note-absence-negative",
                        RowKind.YEAR_NOTE,
                        bad("Nghỉ không phép", -1, "I031_BAD_WHOLE_NUMBER")),
                in("year-note-of-no-year", RowKind.YEAR_NOTE, does(row -> row.put("Năm học", "năm nay")
                        .reject("I013_UNKNOWN_SCHOOL_YEAR", "Năm học")
                        .withoutYear())),
                in("year-note-row-twice", RowKind.YEAR_NOTE, DefectKinds::twice));
    }

    private static List<DefectKind> sheets() {
        return List.of(
                new InSheet(
                        "results-without-year", "ket-qua", "GK1", without("Năm học:"), "I013_UNKNOWN_SCHOOL_YEAR", ""),
                new InSheet("results-without-time", "ket-qua", "CK1", without("("), "I015_UNKNOWN_TIME", ""),
                new InSheet(
                        "results-column-missing", "ket-qua", "GK2", without("Họ và tên"), "I002_MISSING_COLUMN", "5"),
                new Warned(
                        "results-wrong-total",
                        "ket-qua",
                        "GK2",
                        grade -> true,
                        text -> text.startsWith("TRƯỜNG") ? "Tổng số học sinh: 99" : text,
                        "I181_TOTAL_DIFFERS",
                        "A1"),
                new Warned(
                        "results-subject-of-other-grade",
                        "ket-qua",
                        "CN",
                        grade -> grade <= 3,
                        renamed("Đạo đức", "Lịch sử và Địa lí"),
                        "I105_SUBJECT_NOT_OF_GRADE",
                        "?"),
                new Warned(
                        "comments-column-renamed",
                        "nhan-xet",
                        "Tiếng Việt",
                        grade -> true,
                        renamed("STT", "Hàng"),
                        "I063_UNKNOWN_COLUMN",
                        "?4"),
                new InSheet(
                        "comments-without-year",
                        "nhan-xet",
                        "Đạo đức",
                        without("Năm học:"),
                        "I013_UNKNOWN_SCHOOL_YEAR",
                        ""),
                new InSheet(
                        "comments-column-missing",
                        "nhan-xet",
                        "Toán",
                        without("Nội dung nhận xét"),
                        "I002_MISSING_COLUMN",
                        "4"));
    }

    private static DefectKind list(String name, Function<StudentRow, List<StudentRow>> plant) {
        return in("class-list-" + name, RowKind.CLASS_LIST, plant);
    }

    /** For students of one class list only, whose number and birth date no other list knows. */
    private static DefectKind newcomer(String name, Function<StudentRow, List<StudentRow>> plant) {
        return new InRow(
                "class-list-" + name,
                RowKind.CLASS_LIST,
                "",
                life -> life.stays().size() == 1,
                plant);
    }

    private static DefectKind summary(
            String name, String sheet, Predicate<Life> victim, Function<StudentRow, List<StudentRow>> plant) {
        return new InRow("summary-" + name, RowKind.SUMMARY, sheet, victim, plant);
    }

    private static DefectKind marks(String name, Function<StudentRow, List<StudentRow>> plant) {
        return new InRow("marks-" + name, RowKind.MARKS, "Toán HK2", life -> true, plant);
    }

    private static DefectKind result(String name, Function<StudentRow, List<StudentRow>> plant) {
        return new InRow("result-" + name, RowKind.RESULT, "CN", life -> true, plant);
    }

    /** For students who go up: whoever does not has a tick that says so. */
    private static DefectKind ticks(String name, Function<StudentRow, List<StudentRow>> plant) {
        return new InRow(
                "result-" + name, RowKind.RESULT, "CN", life -> !life.last().retained(), plant);
    }

    private static DefectKind comment(String name, Function<StudentRow, List<StudentRow>> plant) {
        return new InRow("comment-" + name, RowKind.COMMENT, "Tiếng Việt", life -> true, plant);
    }

    private static DefectKind in(String name, RowKind kind, Function<StudentRow, List<StudentRow>> plant) {
        return new InRow(name, kind, "", life -> true, plant);
    }

    /** For students who came from another school. */
    private static DefectKind former(String name, RowKind kind, Function<StudentRow, List<StudentRow>> plant) {
        return new InRow(name, kind, "", life -> life.entry() == Life.Entry.MOVED_IN_SUMMER, plant);
    }

    /** The first column with this label gets a value for which the row is refused. */
    private static Function<StudentRow, List<StudentRow>> bad(String label, Object value, String code) {
        return does(row -> row.put(label, value).reject(code, label));
    }

    private static Function<StudentRow, List<StudentRow>> does(Consumer<StudentRow> change) {
        return row -> {
            change.accept(row);
            return List.of();
        };
    }

    /** The row stands. */
    private static Function<StudentRow, List<StudentRow>> warned(String label, Object value, String code) {
        return does(row -> row.put(label, value).warn(code, label));
    }

    /** Other digits in the identity number. */
    private static Function<StudentRow, List<StudentRow>> digits(String digits, int from, String code) {
        return does(row ->
                row.put(IDENTITY, replaced(row.text(IDENTITY), digits, from)).warn(code, IDENTITY));
    }

    private static String replaced(String number, String digits, int from) {
        return number.substring(0, from) + digits + number.substring(from + digits.length());
    }

    private static void nextGrade(StudentRow row) {
        int grade = Integer.parseInt(row.text("Khối học").replaceAll("\\D", ""));
        row.put("Khối học", "Khối " + (grade + 1)).warn("I178_GRADE_NOT_OF_CLASS", "Khối học");
    }

    private static void otherSex(StudentRow row) {
        String number = row.text(IDENTITY);
        String other = String.valueOf((number.charAt(3) - '0') ^ 1);
        row.put(IDENTITY, replaced(number, other, 3)).warn("I176_IDENTITY_GENDER", IDENTITY);
    }

    /** Month and year alone, as a birth certificate may have it. */
    private static StudentRow partly(StudentRow row) {
        return row.put(BORN, "05/" + birthYear(row));
    }

    /** So many years later, without the number that tells the year. */
    private static StudentRow born(StudentRow row, int later) {
        return row.put(BORN, "12/05/" + (birthYear(row) + later))
                .put(IDENTITY, "")
                .bornElsewhen();
    }

    private static int birthYear(StudentRow row) {
        return 2000 + Integer.parseInt(row.text(IDENTITY).substring(4, 6));
    }

    private static void otherName(StudentRow row, String label) {
        row.put(label, row.text(label) + "h").warn("I184_NAME_DIFFERS", label);
    }

    /** Grades that TT 22/2021 holds for in the school year 2023-2024 and before it held for them all. */
    private static boolean isOf22(Life life) {
        Stay last = life.last();
        return SecondaryCurriculum.regime(last.year(), last.grade()).equals("S22");
    }

    /** A tenth more or less, so that no level begins or ends between the two. */
    private static void otherAverage(StudentRow row) {
        String written = row.text("Toán").replace(',', '.');
        int tenths = (int) Math.round(10 * Double.parseDouble(written));
        boolean last = tenths % 10 == 9 || tenths % 10 == 4 || tenths == 100;
        int other = last ? tenths - 1 : tenths + 1;
        row.put("Toán", other / 10 + "," + other % 10).warn("I109_YEAR_AVERAGE_DIFFERS", "Toán");
    }

    private static void otherLevel(StudentRow row) {
        String label = "Kết quả học tập";
        row.put(label, row.text(label).equals("Khá") ? "Đạt" : "Khá").warn("I111_LEARNING_LEVEL_DIFFERS", label);
    }

    private static List<StudentRow> twice(StudentRow row) {
        StudentRow again = row.again().reject("I028_DUPLICATE_ROW");
        return List.of(row.kind == RowKind.CLASS_LIST ? again.warn(BREAK, "STT") : again);
    }

    private static List<StudentRow> inTwoClasses(StudentRow row) {
        row.reject("I027_TWO_CLASSES", "Trạng thái");
        String other = row.text("Lớp học").replaceAll("\\D+.*", "") + "Z";
        StudentRow again = row.again()
                .put("Lớp học", other)
                .reject("I027_TWO_CLASSES", "Trạng thái")
                .warn("I179_CLASS_NOT_OF_SHEET", "Lớp học");
        boolean first = row.text("STT").matches("1(\\.0)?");
        return List.of(first ? again : again.warn(BREAK, "STT"));
    }

    private static void loseZero(StudentRow row) {
        row.put(IDENTITY, Long.valueOf(row.text(IDENTITY))).warn("I005_LEADING_ZERO_RESTORED", IDENTITY);
    }

    /** @param also what is ticked besides Hoàn thành xuất sắc, if anything is */
    private static void tick(StudentRow row, String tick, String also) {
        for (String level : List.of("Hoàn thành tốt", "Hoàn thành", "Chưa hoàn thành")) {
            row.put(level, level.equals(also) ? tick : "");
        }
        row.put("Hoàn thành xuất sắc", tick).reject("I011_NOT_ONE_TICK", "Hoàn thành xuất sắc");
    }

    /** @param sort so that no two defects of a student's number meet */
    private static void ofNobody(StudentRow row, int sort) {
        row.put(row.kind.code, NOBODY + sort + row.code().substring(3));
    }

    private static UnaryOperator<String> renamed(String label, String other) {
        return text -> text.equals(label) ? other : text;
    }

    private static UnaryOperator<String> without(String start) {
        return text -> text.startsWith(start) ? "" : text;
    }
}
