package nienkhoa.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A school with everything about it that changes by date: its name and address, the offices above it, its principals.
 *
 * @param code mã trường, as the sector database prints it
 * @param levels the levels taught, lowest first
 * @param names in force one after another
 * @param superiors offices above the school: department, district office (until 30/6/2025), commune office
 * @param principals one after another
 */
public record School(
        String code, List<Level> levels, List<Name> names, List<Superior> superiors, List<Principal> principals) {

    public School {
        levels = List.copyOf(levels);
        names = List.copyOf(names);
        superiors = List.copyOf(superiors);
        principals = List.copyOf(principals);
    }

    /**
     * Name and address over a span of days.
     *
     * @param from first day; null = since ever
     * @param until last day; null = still
     * @param name the full name, for example {@code Trường Tiểu học Hoa Sen}
     * @param district null from 1/7/2025, when the district level ended
     * @param place what is written before a date above signatures, for example {@code Hải Phòng}
     */
    public record Name(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String name,
            String address,
            String commune,
            @Nullable String district,
            String province,
            String place)
            implements Dated {}

    /** An office above the school over a span of days. */
    public record Superior(
            @Nullable LocalDate from, @Nullable LocalDate until, Kind kind, String name) implements Dated {

        /** Sở, phòng, or office of the commune. */
        public enum Kind {
            DEPARTMENT,
            DISTRICT_OFFICE,
            COMMUNE_OFFICE
        }
    }

    /**
     * Who signs for the school over a span of days.
     *
     * @param title {@code Hiệu trưởng}, {@code Phó Hiệu trưởng} …
     */
    public record Principal(
            @Nullable LocalDate from, @Nullable LocalDate until, String title, String name) implements Dated {}

    /** Something in force from a day to a day, both included; null = open. */
    public interface Dated {
        @Nullable LocalDate from();

        @Nullable LocalDate until();

        /** Whether this is in force on {@code day}. */
        default boolean inForceOn(LocalDate day) {
            LocalDate from = from();
            LocalDate until = until();
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
