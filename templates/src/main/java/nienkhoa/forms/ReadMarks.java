package nienkhoa.forms;

import java.io.IOException;

/**
 * The marked content of a page as it is read. It is sound if everything that is painted is in an artifact or has a number,
 * nothing is within another, and the numbers go from 0 up.
 */
final class ReadMarks {

    private static final String ARTIFACT = "Artifact";

    private boolean isOpen;
    private boolean isSound = true;
    private int count;

    /** To be told each operator of the page; of those that show texts and objects, {@link #painted} is enough. */
    void read(Operators operators) throws IOException {
        switch (operators.operator()) {
            case ('B' << 16) | ('M' << 8) | 'C', ('B' << 16) | ('D' << 8) | 'C' -> begin(operators);
            case ('E' << 16) | ('M' << 8) | 'C' -> {
                isSound &= isOpen;
                isOpen = false;
            }
            case ('T' << 8) | 'j', ('T' << 8) | 'J', '\'', '"', ('D' << 8) | 'o' -> painted();
            case 'S', 's', 'f', 'F', 'B', 'b', ('f' << 8) | '*', ('B' << 8) | '*', ('b' << 8) | '*', ('s' << 8) | 'h' ->
                painted();
            default -> {
                // paints nothing
            }
        }
    }

    void painted() {
        isSound &= isOpen;
    }

    private void begin(Operators operators) throws IOException {
        int id = operators.markedId();
        boolean isNext = id == count && !operators.name().equals(ARTIFACT);
        boolean isArtifact = id < 0 && operators.name().equals(ARTIFACT);
        isSound &= !isOpen && (isNext || isArtifact);
        count += isNext ? 1 : 0;
        isOpen = true;
    }

    /** How many have a number; negative if the content is not sound. */
    int count() {
        return isSound && !isOpen ? count : -1;
    }
}
