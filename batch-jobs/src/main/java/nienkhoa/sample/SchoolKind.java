package nienkhoa.sample;

import nienkhoa.model.Level;

/** Which grades a school teaches, and how it is told of. */
enum SchoolKind {
    PRIMARY(Level.PRIMARY, Level.PRIMARY, 4, "Trường Tiểu học ", "Tiểu học"),
    MULTI_LEVEL(Level.PRIMARY, Level.LOWER_SECONDARY, 2, "Trường TH&THCS ", "Tiểu học; THCS"),
    UPPER_SECONDARY(Level.UPPER_SECONDARY, Level.UPPER_SECONDARY, 10, "Trường THPT ", "THPT");

    private final Level first;
    private final Level last;
    private final int strongGrade;
    private final String namePrefix;
    private final String levels;

    SchoolKind(Level first, Level last, int strongGrade, String namePrefix, String levels) {
        this.first = first;
        this.last = last;
        this.strongGrade = strongGrade;
        this.namePrefix = namePrefix;
        this.levels = levels;
    }

    /** Every second school of a district teaches lower secondary grades too; upper secondary schools come last. */
    static SchoolKind of(int index, int upperSecondaryFrom) {
        if (index >= upperSecondaryFrom) {
            return UPPER_SECONDARY;
        }
        return index % 2 == 1 ? MULTI_LEVEL : PRIMARY;
    }

    int firstGrade() {
        return first.firstGrade();
    }

    int grades() {
        return last.lastGrade() - first.firstGrade() + 1;
    }

    /** The grade with twice as many students, so that small districts have a grade of two sections too. */
    int strongGrade() {
        return strongGrade;
    }

    String namePrefix() {
        return namePrefix;
    }

    /** As the school sheet writes them. */
    String levels() {
        return levels;
    }
}
