package nienkhoa.archive.copies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a copy has to be made in full: once a month.
 *
 * <p>Source: Thông tư 05/2025/TT-BNV on archives, incremental daily and full monthly (rule 05-2025.copies).
 */
public final class FullCopy {

    private static final int MONTHS = 1;

    private FullCopy() {}

    /**
     * Whether a month of the calendar has passed; a copy that was never made in full is due.
     *
     * @param last when it was last made in full
     * @param zone in which a day begins and ends
     */
    public static boolean isDue(Optional<Instant> last, LocalDate today, ZoneId zone) {
        return last.map(at -> LocalDate.ofInstant(at, zone).plusMonths(MONTHS))
                .filter(due -> due.isAfter(today))
                .isEmpty();
    }
}
