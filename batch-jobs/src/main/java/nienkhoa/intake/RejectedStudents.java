package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nienkhoa.intake.IntakeResult.RejectedStudent;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;

/** Students of one school year whose rows in class lists were rejected. */
final class RejectedStudents {

    private final SchoolYear year;
    private final Map<String, TreeSet<String>> codesByRow = new TreeMap<>();
    private final Map<String, String> studentByRow = new TreeMap<>();

    RejectedStudents(SchoolYear year) {
        this.year = year;
    }

    /** A reason against a row; rows of other kinds and years are passed over. */
    synchronized void add(FactKind kind, int schoolYear, int row, Finding finding) {
        if (kind == FactKind.CLASS_LIST && schoolYear == year.start()) {
            Finding.Place place = finding.place();
            String at = place.file() + " [" + place.sheet() + "] " + row;
            codesByRow.computeIfAbsent(at, none -> new TreeSet<>()).add(finding.code());
            studentByRow.put(at, place.subject());
        }
    }

    /** Speaks of students by other ids. */
    synchronized void rename(Map<String, String> ids) {
        studentByRow.replaceAll((row, student) -> ids.getOrDefault(student, student));
    }

    synchronized List<RejectedStudent> all() {
        List<RejectedStudent> all = new ArrayList<>();
        codesByRow.forEach(
                (at, codes) -> all.add(new RejectedStudent(studentByRow.getOrDefault(at, ""), at, List.copyOf(codes))));
        return all;
    }
}
