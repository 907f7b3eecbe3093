package nienkhoa.model;

/**
 * The students who entered a level in one school year (niên khóa).
 *
 * @param level the level that they entered
 * @param entered the school year of the level's first grade
 */
public record Cohort(Level level, SchoolYear entered) {

    /** The cohort of a student who is in {@code grade} in {@code year} without having repeated. */
    public static Cohort of(SchoolYear year, int grade) {
        Level level = Level.ofGrade(grade);
        return new Cohort(level, year.plus(level.firstGrade() - grade));
    }

    /** The school year of the level's last grade. */
    public SchoolYear leaves() {
        return entered.plus(level.years() - 1);
    }

    /** As books name it: {@code 2019-2024}. */
    public String label() {
        return entered.start() + "-" + leaves().end();
    }
}
