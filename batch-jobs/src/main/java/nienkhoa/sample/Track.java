package nienkhoa.sample;

import nienkhoa.model.Level;

/**
 * A class as it moves up through the years: the section that is in {@code grade} in the target year.
 *
 * @param grade in the target year
 * @param index from 0 within the grade
 * @param of how many sections the grade has
 * @param size how many students its list of the target year names
 */
record Track(int grade, int index, int of, int size) {

    private static final int MOST_LETTERS = 6;

    Level level() {
        return Level.ofGrade(grade);
    }

    /** The class name when the section was in {@code atGrade}: {@code 4B}, in big schools {@code 4A12}. */
    String className(int atGrade) {
        return of <= MOST_LETTERS ? atGrade + String.valueOf((char) ('A' + index)) : atGrade + "A" + (index + 1);
    }
}
