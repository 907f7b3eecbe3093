package nienkhoa.model;

/**
 * One class of one school in one school year (lớp).
 *
 * @param schoolCode mã trường
 * @param name as printed, for example {@code 5A}
 * @param grade 1 to 12
 * @param homeroomTeacher giáo viên chủ nhiệm; empty if the school sheet names none
 */
public record ClassSection(String schoolCode, SchoolYear year, String name, int grade, String homeroomTeacher) {

    public Level level() {
        return Level.ofGrade(grade);
    }

    /** School, year and name, as logs and folders name it: {@code 31313401/2023-2024/5A}. */
    public String key() {
        return schoolCode + "/" + year + "/" + name;
    }
}
