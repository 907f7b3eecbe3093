package nienkhoa.intake.difference;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a load changes in one class section.
 *
 * @param registered students whom the register has in the class before the load
 * @param movedAway students whose place in the class ends because the export lists them elsewhere
 * @param notListed students of another school year than the one asked for whom the export no longer lists; they stay
 * @param overwritten students known in the class of whom a value that was there becomes another one; values that are
 *     only filled in, photos and the order in the list do not count
 * @param fields how many students have a difference in a field, by path
 */
public record ClassDifference(
        ClassKey place,
        long registered,
        Counts students,
        Counts results,
        long movedAway,
        long notListed,
        long overwritten,
        SortedMap<String, Long> fields) {

    public ClassDifference {
        fields = new TreeMap<>(fields);
    }

    /** Students of the register who are no longer what or where they were. */
    public long disturbed() {
        return students.vanished() + movedAway + overwritten;
    }

    /** Whether anything that the register knows becomes different. */
    public boolean touchesKnown() {
        return disturbed() + students.changed() + students.moved() + results.changed() + results.vanished() > 0
                || !fields.isEmpty();
    }
}
