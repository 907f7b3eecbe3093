package nienkhoa.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The running numbers of one sheet's class lists. They run through the sheet or through each class, also on into a further
 * table; a table may begin again at 1 too.
 */
final class Numbering {

    private final Map<String, Integer> lastOfClass = new HashMap<>();
    private final Set<String> classesOfTable = new HashSet<>();
    private int last;

    /** Another table begins below. */
    void table() {
        classesOfTable.clear();
    }

    /** Takes the next number; gives the one that should have come instead, if the numbers break here. */
    Optional<Integer> instead(String className, int number) {
        int expected = lastOfClass.getOrDefault(className, 0) + 1;
        boolean begins = classesOfTable.add(className) && number == 1;
        boolean follows = begins || number == expected || number == last + 1;
        last = number;
        lastOfClass.put(className, number);
        return follows ? Optional.empty() : Optional.of(expected);
    }
}
