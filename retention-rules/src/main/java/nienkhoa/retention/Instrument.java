package nienkhoa.retention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A law, decree or circular.
 *
 * @param no as printed, for example {@code 27/2016/TT-BGDĐT}
 * @param kind in Vietnamese, for example {@code Thông tư}
 * @param title as printed; empty if it was not seen
 * @param issued empty if not known
 * @param effective the first day in force; empty if not known
 * @param replacedBy the number of its successor; empty if it has none
 * @param mark how well its existence is known
 * @param note which of the dates are only recalled, and whatever else a reader should know; may be empty
 */
public record Instrument(
        String no,
        String kind,
        String title,
        Optional<LocalDate> issued,
        Optional<LocalDate> effective,
        Optional<String> replacedBy,
        Mark mark,
        String note) {

    /** @throws IllegalArgumentException if it took effect before it was issued */
    public Instrument {
        if (issued.flatMap(day -> effective.filter(day::isAfter)).isPresent()) {
            throw new IllegalArgumentException("effective lies before issued");
        }
    }

    /** As sentences name it: {@code Thông tư 27/2016/TT-BGDĐT}. */
    public String citation() {
        return kind + " " + no;
    }
}
