package nienkhoa.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nienkhoa.model.RegistryEntry;
import nienkhoa.model.RegistryEntry.FormerYear;
import org.jspecify.annotations.Nullable;

/**
 * A student's line in one registry, of what the side file, class lists and the register tell. Of the register, a line that
 * holds nothing but what class lists can say is one of theirs: newer lists go before it. Any other one came from a side
 * file, and goes before lists.
 */
final class RegistryLine {

    static final String NUMBER = "registryNumber";
    static final String ENTRY_DATE = "entryDate";

    private final StudentRows rows;
    private final @Nullable Fact line;
    private final List<Fact> lists;
    private final RegistryEntry side;
    private final @Nullable RegistryEntry ofListsBefore;

    /**
     * @param line of the side file
     * @param lists rows of class lists that tell something, the newest first
     * @param before what the register holds
     * @param unknown an empty line of the cohort
     */
    RegistryLine(
            StudentRows rows,
            @Nullable Fact line,
            List<Fact> lists,
            @Nullable RegistryEntry before,
            RegistryEntry unknown) {
        this.rows = rows;
        this.line = line;
        this.lists = lists;
        this.ofListsBefore = before != null && isOfLists(before) ? before : null;
        this.side = line != null ? of(line, unknown) : before != null && !isOfLists(before) ? before : unknown;
    }

    private static boolean isOfLists(RegistryEntry entry) {
        String told = entry.entryKind() + entry.formerSchool() + entry.leftReason() + entry.note();
        return told.isEmpty() && entry.leftOn() == null && entry.history().isEmpty();
    }

    private static RegistryEntry of(Fact line, RegistryEntry unknown) {
        return new RegistryEntry(
                unknown.studentId(),
                unknown.schoolCode(),
                unknown.cohort(),
                line.value("number"),
                day(line.value(ENTRY_DATE)),
                line.value("entryKind"),
                line.value("formerSchool"),
                day(line.value("leftOn")),
                line.value("leftReason"),
                line.value("note"),
                List.of());
    }

    /** @param history study years at other schools that the export tells of */
    RegistryEntry entry(List<FormerYear> history) {
        boolean untold = ofListsBefore == null;
        return new RegistryEntry(
                side.studentId(),
                side.schoolCode(),
                side.cohort(),
                told(NUMBER, "number", side.number(), untold ? "" : ofListsBefore.number()),
                day(told(
                        ENTRY_DATE, ENTRY_DATE, text(side.entryDate()), untold ? "" : text(ofListsBefore.entryDate()))),
                side.entryKind(),
                side.formerSchool(),
                side.leftOn(),
                side.leftReason(),
                side.note(),
                history.isEmpty() ? side.history() : history);
    }

    /** A value of the side file, else of the newest list, else of earlier lists; lists that differ are named. */
    private String told(String field, String fieldOfLine, String ofSide, String ofListsBefore) {
        String believed = ofSide;
        Fact believedRow = line;
        Set<String> named = new HashSet<>();
        for (Fact list : lists) {
            String value = list.value(field);
            if (believed.isEmpty() && !value.isEmpty()) {
                believed = value;
                believedRow = list;
            } else if (!value.isEmpty() && !value.equals(believed) && named.add(value)) {
                differs(list, field, value, believedRow, believedRow == line ? fieldOfLine : field);
            }
        }
        return believed.isEmpty() ? ofListsBefore : believed;
    }

    private void differs(Fact list, String field, String value, @Nullable Fact believed, String fieldOfBelieved) {
        if (believed == null) {
            rows.warn(list, "I197_REGISTRY_DIFFERS_FROM_BEFORE", field, value);
        } else {
            rows.warn(list, "I196_REGISTRY_DIFFERS", field, value, rows.at(believed, fieldOfBelieved));
        }
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static @Nullable LocalDate day(String day) {
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
