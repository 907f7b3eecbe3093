package nienkhoa.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import nienkhoa.intake.CellValue.Bad;
import nienkhoa.intake.CellValue.Good;
import nienkhoa.intake.Layout.Column;
import org.jspecify.annotations.Nullable;

/** How marks of secondary schools are written. */
final class Mark {

    private static final String EXEMPT = "MIEN";

    /** Of these the register keeps the value; more spellings are not known. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry(HeaderKey.of("Đ"), "Đ"),
            Map.entry(HeaderKey.of("Đạt"), "Đ"),
            Map.entry(HeaderKey.of("CĐ"), "CĐ"),
            Map.entry(HeaderKey.of("Chưa đạt"), "CĐ"),
            Map.entry(HeaderKey.of("Miễn"), EXEMPT));

    /** Quirk: Excel writes 8.3 into its files as 8.3000000000000007. */
    private static final MathContext AS_EXCEL_SHOWS = new MathContext(15);

    private static final BigDecimal HIGHEST = BigDecimal.TEN;

    private Mark() {}

    static CellValue read(Column column, String text, boolean number) {
        if (!Character.isDigit(text.charAt(0))) {
            String code = CODES.get(HeaderKey.of(text));
            if (code != null) {
                return new Good(code);
            }
        }
        try {
            BigDecimal written = new BigDecimal(text.replace(',', '.'));
            BigDecimal mark = number ? written.round(AS_EXCEL_SHOWS) : written;
            return mark(column, mark.stripTrailingZeros());
        } catch (NumberFormatException e) {
            return new Bad("I100_BAD_MARK", List.of(column.label()));
        }
    }

    private static CellValue mark(Column column, BigDecimal mark) {
        if (mark.signum() < 0 || mark.compareTo(HIGHEST) > 0) {
            return new Bad("I100_BAD_MARK", List.of(column.label()));
        }
        return mark.scale() > 1
                ? new Bad("I101_MARK_DECIMALS", List.of(column.label()))
                : new Good(mark.toPlainString().replace('.', ','));
    }

    /** The value of a mark as the register keeps it; null if it is a level, exempt or empty. */
    static @Nullable BigDecimal number(String mark) {
        return mark.isEmpty() || !Character.isDigit(mark.charAt(0)) ? null : new BigDecimal(mark.replace(',', '.'));
    }

    /** A kept mark as people write it. */
    static String written(String mark) {
        return mark.equals(EXEMPT) ? "Miễn" : mark;
    }

    /** As people write it: {@code 8,0}. */
    static String written(BigDecimal mark) {
        return mark.toPlainString().replace('.', ',');
    }
}
