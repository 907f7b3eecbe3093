package nienkhoa.sample;

import java.util.List;
import nienkhoa.model.Level;

/** What secondary grades are assessed in, by circular. */
final class SecondaryCurriculum {

    private static final List<Line> LINES =
            Words.lines("secondary-subjects.csv").stream().map(Line::read).toList();

    private SecondaryCurriculum() {}

    /**
     * TT 22/2021 ({@code S22}): grade 6 from 2021-2022 and grade 10 from 2022-2023, one grade more each year; before it
     * TT 58/2011 ({@code S58}).
     */
    static String regime(int year, int grade) {
        int newest = grade >= Level.UPPER_SECONDARY.firstGrade() ? year - 2012 : year - 2015;
        return grade <= newest ? "S22" : "S58";
    }

    /** In the order of the class summary. */
    static List<Subject> subjects(String regime, int grade) {
        return LINES.stream()
                .filter(line -> line.regime().equals(regime) && grade >= line.firstGrade() && grade <= line.lastGrade())
                .map(Line::subject)
                .toList();
    }

    /** @param regularMarks a semester; 0 if the subject is assessed by comment */
    record Subject(String code, String name, int regularMarks) {

        boolean scored() {
            return regularMarks > 0;
        }
    }

    private record Line(String regime, int firstGrade, int lastGrade, Subject subject) {

        private static Line read(String line) {
            String[] cells = line.split("\\|", -1);
            return new Line(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Integer.parseInt(cells[2]),
                    new Subject(cells[3], cells[4], Integer.parseInt(cells[5])));
        }
    }
}
