package nienkhoa.intake.evidence;

import nienkhoa.model.SchoolYear;

/**
 * One reason to believe that data are of a school year.
 *
 * @param count rows, classes, students or files on which it rests
 */
public record Evidence(Kind kind, SchoolYear says, long count) {

    /** Where a reason comes from. Weights: what two of the weak kinds say is less than what one strong kind says. */
    public enum Kind {
        /** Titles and columns of school years. They are what is doubted, so they weigh nothing against the others. */
        TITLES(0),
        /** Ages of the students against their grades, in most classes. */
        AGES(2),
        /** Grades of the students against their grades in the school year before. */
        GRADES(2),
        /** The newest date of coming or leaving. A side file is often kept on from year to year. */
        DATES(1),
        /** When the workbooks were last saved. Copying and opening them changes it. */
        FILES(0);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }
}
