package nienkhoa.sample;

import java.util.List;
import nienkhoa.model.AssessmentTime;
import nienkhoa.model.SchoolYear;

/** What is assessed in which year and grade, in the order of the class summary: TT 27/2020, before it TT 22/2016. */
final class Curriculum {

    /** TT 22/2016 has been in force since the end of 2016. */
    private static final int FIRST_YEAR = 2016;

    private static final List<Subject> SUBJECTS = readSubjects("subjects.csv");
    private static final List<Subject> SUBJECTS_OF_P22 = readSubjects("subjects-P22.csv");
    private static final List<Trait> TRAITS = readTraits("traits.csv");
    private static final List<Trait> TRAITS_OF_P22 = readTraits("traits-P22.csv");

    private Curriculum() {}

    /** Whether TT 27/2020 is, by its article on entry into force: grade 1 from 2020-2021, one grade more each year. */
    static boolean inForce(SchoolYear year, int grade) {
        return grade <= 5 && grade <= year.start() - 2019;
    }

    /** Whether a primary grade has results that we know how to write. */
    static boolean isAssessed(SchoolYear year, int grade) {
        return grade <= 5 && year.start() >= FIRST_YEAR;
    }

    private static List<Subject> readSubjects(String file) {
        return Words.lines(file).stream().map(Subject::read).toList();
    }

    private static List<Trait> readTraits(String file) {
        return Words.lines(file).stream().map(Trait::read).toList();
    }

    static List<Subject> subjects(SchoolYear year, int grade) {
        return (inForce(year, grade) ? SUBJECTS : SUBJECTS_OF_P22)
                .stream()
                        .filter(subject -> grade >= subject.firstGrade() && grade <= subject.lastGrade())
                        .toList();
    }

    static List<Trait> traits(SchoolYear year, int grade) {
        return (inForce(year, grade) ? TRAITS : TRAITS_OF_P22)
                .stream().filter(trait -> grade >= trait.firstGrade()).toList();
    }

    /**
     * A subject or educational activity.
     *
     * @param testedFrom first grade with a periodic test; 99 if it never has one
     * @param item its name in the class summary, shared by the parts of one subject
     * @param part empty unless the subject is one of several parts
     * @param shortItem the item as some exports shorten it
     * @param sheet its name in the comments
     */
    record Subject(
            String code,
            int firstGrade,
            int lastGrade,
            int testedFrom,
            boolean midTests,
            String item,
            String part,
            String shortItem,
            String sheet) {

        private static Subject read(String line) {
            String[] cells = line.split("\\|", -1);
            int testedFrom = Integer.parseInt(cells[3]);
            return new Subject(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    testedFrom == 0 ? 99 : testedFrom,
                    cells[4].equals("yes"),
                    cells[5],
                    cells[6],
                    cells[7],
                    cells[8]);
        }

        boolean tested(int grade, AssessmentTime time) {
            boolean endOfTerm = time == AssessmentTime.END_1 || time == AssessmentTime.END_2;
            return endOfTerm ? grade >= testedFrom : midTests && grade >= 4;
        }
    }

    /** A competence or quality; {@code group} is general, specific or quality. */
    record Trait(String group, String code, int firstGrade, String label, String shortLabel) {

        private static Trait read(String line) {
            String[] cells = line.split("\\|", -1);
            return new Trait(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]);
        }
    }
}
