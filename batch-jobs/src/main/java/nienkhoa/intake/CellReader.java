package nienkhoa.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nienkhoa.intake.CellValue.Bad;
import nienkhoa.intake.CellValue.Good;
import nienkhoa.intake.Layout.Column;
import nienkhoa.model.SchoolYear;

/** Reads single cells by the type of their column. */
final class CellReader {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern WHOLE = Pattern.compile("(\\d+)[.,]0+");
    private static final Pattern EXPONENT = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Layouts layouts;

    CellReader(Layouts layouts) {
        this.layouts = layouts;
    }

    /**
     * The value of a cell; an empty cell is good whatever its type.
     *
     * @param evidence what the sheet's cells so far say about its letters
     */
    CellValue read(Column column, RawRow row, int index, boolean dates1904, LegacyEvidence evidence) {
        String fault = row.fault(index);
        if (!fault.isEmpty()) {
            return new Bad(fault, List.of(column.label()));
        }
        String written = row.text(index);
        String plain = PlainText.of(written);
        if (plain.isEmpty()) {
            return new Good("");
        }
        if (plain.equals(written) && !LegacyText.mayBe(written)) {
            return read(column, plain, row.isNumber(index), dates1904);
        }
        CellText text = CellText.of(written, evidence.column(index));
        CellValue value = read(column, text.text(), row.isNumber(index), dates1904);
        return value instanceof Good good ? good.after(text) : value;
    }

    private CellValue read(Column column, String text, boolean number, boolean dates1904) {
        return switch (column.type()) {
            case TEXT -> new Good(text);
            case MOET_CODE -> digits(column, text, 10, 3);
            case IDENTITY_NUMBER -> digits(column, text, 12, 2);
            case DATE -> date(column, text, dates1904);
            case BIRTH_DATE ->
                Dates.partial(text).<CellValue>map(Good::new).orElseGet(() -> date(column, text, dates1904));
            case PRINTED_DATE -> printed(text, number, dates1904);
            case INTEGER -> wholeNumber(column, text, 0, 9_999, "I031_BAD_WHOLE_NUMBER");
            case SCORE -> wholeNumber(column, text, 1, 10, "I009_BAD_SCORE");
            case MARK -> Mark.read(column, text, number);
            case AWARD -> award(column, text);
            case CODE, CHOICE -> code(column, text);
            case CODE_LIST -> codes(column, text);
            case SCHOOL_YEAR -> schoolYear(column, text);
            case COHORT -> cohort(column, text);
            case CLASS -> Good.by(ChangeRule.CLASS_NAME, text, ClassName.of(text));
            case GRADE -> grade(column, text);
        };
    }

    /** @param maxLost how many leading zeros a spreadsheet can have swallowed */
    private static CellValue digits(Column column, String text, int length, int maxLost) {
        Optional<String> plain = plainDigits(text);
        if (plain.isEmpty()) {
            return new Bad("I171_DIGITS_LOST", List.of(column.label(), String.valueOf(length)));
        }
        String digits = plain.get();
        int lost = length - digits.length();
        if (!DIGITS.matcher(digits).matches() || lost < 0 || lost > maxLost) {
            return new Bad("I007_BAD_CODE", List.of(column.label(), String.valueOf(length)));
        }
        Good good = Good.by(ChangeRule.NUMBER_FORM, text, digits);
        return lost == 0
                ? good
                : good.then(ChangeRule.ZEROS_RESTORED, "0".repeat(lost) + digits)
                        .warning("I005_LEADING_ZERO_RESTORED");
    }

    /** Without grouping, decimals and exponent; empty if the exponent stands for digits that are gone. */
    private static Optional<String> plainDigits(String text) {
        if (EXPONENT.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text.replace(',', '.'));
            return number.scale() == 0 ? Optional.of(number.toPlainString()) : Optional.empty();
        }
        Matcher whole = WHOLE.matcher(text);
        return Optional.of(whole.matches() ? whole.group(1) : text.replaceAll("[ '’`.]", ""));
    }

    private static CellValue date(Column column, String text, boolean dates1904) {
        if (Dates.hasShortYear(text)) {
            return new Bad("I170_SHORT_YEAR", List.of(column.label()));
        }
        Optional<Good> written =
                Dates.written(text).filter(CellReader::isPlausible).map(day -> new Good(day.toString()));
        boolean aYear = Dates.partial(text).isPresent();
        return written.or(() -> Dates.serial(aYear ? "" : text, dates1904)
                        .filter(CellReader::isPlausible)
                        .map(day -> Good.by(ChangeRule.SERIAL_DATE, text, day.toString())))
                .<CellValue>map(day -> day)
                .orElseGet(() -> new Bad("I003_BAD_DATE", List.of(column.label())));
    }

    private static boolean isPlausible(LocalDate day) {
        return !day.isBefore(EARLIEST) && !day.isAfter(LATEST);
    }

    private static CellValue printed(String text, boolean number, boolean dates1904) {
        Optional<LocalDate> day = number && text.length() >= 5 ? Dates.serial(text, dates1904) : Optional.empty();
        return Good.by(ChangeRule.SERIAL_DATE, text, day.map(PRINTED::format).orElse(text));
    }

    private static CellValue wholeNumber(Column column, String text, int least, int most, String code) {
        try {
            int number = new BigDecimal(text.replace(',', '.')).intValueExact();
            if (number >= least && number <= most) {
                return Good.by(ChangeRule.NUMBER_FORM, text, String.valueOf(number));
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Falls through: text and fractions are bad in the same way as numbers out of range.
        }
        return new Bad(code, List.of(column.label()));
    }

    private CellValue award(Column column, String text) {
        return new Good(layouts.codes("tick")
                .find(text)
                .map(tick -> tick.isEmpty() ? "" : column.label())
                .orElse(text));
    }

    private CellValue code(Column column, String text) {
        CodeList list = layouts.codes(column.codes());
        return list.find(text)
                .<CellValue>map(value ->
                        list.isCode(text) ? Good.by(ChangeRule.CODE_SPELLED_OUT, text, value) : new Good(value))
                .orElseGet(() -> unknown(column, list));
    }

    private CellValue codes(Column column, String text) {
        CodeList list = layouts.codes(column.codes());
        List<String> values = new ArrayList<>();
        for (String part : text.split("[;,+]", -1)) {
            Optional<String> value = list.find(part.trim());
            if (value.isPresent()) {
                values.add(value.get());
            } else if (!part.isBlank()) {
                return unknown(column, list);
            }
        }
        return new Good(String.join(";", values));
    }

    private static Bad unknown(Column column, CodeList list) {
        return new Bad("I008_UNKNOWN_VALUE", List.of(column.label(), list.allowed()));
    }

    private static CellValue schoolYear(Column column, String text) {
        return SchoolYear.findIn(text)
                .<CellValue>map(year -> new Good(String.valueOf(year.start())))
                .orElseGet(() -> new Bad("I013_UNKNOWN_SCHOOL_YEAR", List.of(column.label())));
    }

    private static CellValue cohort(Column column, String text) {
        Matcher year = YEAR.matcher(text);
        return year.find() ? new Good(year.group()) : new Bad("I013_UNKNOWN_SCHOOL_YEAR", List.of(column.label()));
    }

    private static CellValue grade(Column column, String text) {
        int grade = ClassName.grade(text.replaceAll("^\\D+", ""));
        return grade > 0
                ? new Good(String.valueOf(grade))
                : new Bad("I008_UNKNOWN_VALUE", List.of(column.label(), "1 – 12"));
    }
}
