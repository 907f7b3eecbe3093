package nienkhoa.model;

/** A level of general education with its grades. */
public enum Level {
    PRIMARY(1, 5),
    LOWER_SECONDARY(6, 9),
    UPPER_SECONDARY(10, 12);

    private final int firstGrade;
    private final int lastGrade;

    Level(int firstGrade, int lastGrade) {
        this.firstGrade = firstGrade;
        this.lastGrade = lastGrade;
    }

    /** @throws IllegalArgumentException if {@code grade} is not 1 to 12 */
    public static Level ofGrade(int grade) {
        for (Level level : values()) {
            if (grade >= level.firstGrade && grade <= level.lastGrade) {
                return level;
            }
        }
        throw new IllegalArgumentException("not a grade: " + grade);
    }

    public int firstGrade() {
        return firstGrade;
    }

    public int lastGrade() {
        return lastGrade;
    }

    /** How many school years a student who never repeats spends here. */
    public int years() {
        return lastGrade - firstGrade + 1;
    }
}
