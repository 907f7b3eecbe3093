package nienkhoa.rendering;

import nienkhoa.model.Cohort;
import nienkhoa.model.Level;
import nienkhoa.model.SchoolYear;

/**
 * The piece of work that is done at one go: a class section, or a school's cohort.
 *
 * @param schoolCode mã trường
 * @param year the school year of the run
 * @param name the class, for example {@code 5A}; or the cohort as {@code PRIMARY 2019-2024}
 */
public record Unit(Kind kind, String schoolCode, SchoolYear year, String name) {

    /** What the unit is. */
    public enum Kind {
        CLASS_SECTION,
        COHORT
    }

    static Unit ofCohort(String schoolCode, SchoolYear year, Cohort cohort) {
        return new Unit(Kind.COHORT, schoolCode, year, cohort.level() + " " + cohort.label());
    }

    /** Only for a unit that is a cohort. */
    Cohort cohort() {
        int space = name.indexOf(' ');
        int entered = Integer.parseInt(name.substring(space + 1, space + 5));
        return new Cohort(Level.valueOf(name.substring(0, space)), new SchoolYear(entered));
    }

    /** One line for the database and the batch's context. */
    public String key() {
        return kind + "|" + schoolCode + "|" + year.start() + "|" + name;
    }

    /** Reads what {@link #key} wrote. */
    public static Unit ofKey(String key) {
        String[] part = key.split("\\|", 4);
        return new Unit(Kind.valueOf(part[0]), part[1], new SchoolYear(Integer.parseInt(part[2])), part[3]);
    }
}
