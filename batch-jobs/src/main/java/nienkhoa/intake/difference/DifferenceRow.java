package nienkhoa.intake.difference;

import org.jspecify.annotations.Nullable;

/**
 * One record in which the export and the register differ.
 *
 * @param student id; empty for records of a class or school
 * @param kind as the register names it
 * @param before canonical JSON; null if the register has none
 * @param after canonical JSON; null if the export has none
 * @param otherClasses for moved students the classes they come from or go to; else empty
 */
public record DifferenceRow(
        ClassKey place,
        String student,
        String kind,
        What what,
        @Nullable String before,
        @Nullable String after,
        String otherClasses) {}
