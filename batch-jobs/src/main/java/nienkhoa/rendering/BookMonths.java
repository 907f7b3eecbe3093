package nienkhoa.rendering;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nienkhoa.model.SchoolYear;

/** The months that a class is called in, with the weekday of each day as schools write it: 2 to 7, CN for Sunday. */
final class BookMonths {

    /** Months from July on are of the school year's first calendar year. */
    private static final int FIRST_MONTH = 7;

    private BookMonths() {}

    static List<Map<String, Object>> of(SchoolYear year, List<Integer> months) {
        return months.stream()
                .map(month -> YearMonth.of(month >= FIRST_MONTH ? year.start() : year.end(), month))
                .map(BookMonths::month)
                .toList();
    }

    private static Map<String, Object> month(YearMonth month) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", month.toString());
        data.put("year", month.getYear());
        data.put("month", month.getMonthValue());
        data.put(
                "weekdays",
                IntStream.rangeClosed(1, month.lengthOfMonth())
                        .mapToObj(day -> weekday(month.atDay(day)))
                        .toList());
        return data;
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? "CN"
                : String.valueOf(day.getDayOfWeek().getValue() + 1);
    }
}
