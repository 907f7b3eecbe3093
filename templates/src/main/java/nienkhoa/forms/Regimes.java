package nienkhoa.forms;

import java.util.List;
import java.util.Optional;

/** Which assessment regime a school year and grade had: the lines of {@code forms/regimes.csv}. */
public record Regimes(List<Line> lines) {

    static final String FILE = "forms/regimes.csv";

    public Regimes {
        lines = List.copyOf(lines);
    }

    /** The table that comes with the program. */
    public static Regimes bundled() {
        return parse(Resources.CLASS_PATH.text(FILE));
    }

    record Line(GradeRange years, GradeRange grades, String regime) {}

    /** @param csv header, then school_year_from,school_year_to,grade_from,grade_to,regime,mark,source */
    static Regimes parse(String csv) {
        return new Regimes(csv.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1))
                .map(cells -> new Line(range(cells[0], cells[1]), range(cells[2], cells[3]), cells[4]))
                .toList());
    }

    /**
     * Empty if no line holds them.
     *
     * @param schoolYear first calendar year of the school year
     */
    public Optional<String> find(int schoolYear, int grade) {
        return lines.stream()
                .filter(line -> line.years().holds(schoolYear) && line.grades().holds(grade))
                .map(Line::regime)
                .findFirst();
    }

    private static GradeRange range(String from, String to) {
        return new GradeRange(Integer.parseInt(from), Integer.parseInt(to));
    }
}
