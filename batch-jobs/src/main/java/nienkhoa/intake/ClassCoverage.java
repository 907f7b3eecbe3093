package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/** Which classes have students without any row in the class's results at the end of the year. */
final class ClassCoverage {

    /** Students named in one finding; the others are counted. */
    private static final int NAMED = 20;

    private final ExportFiles files;
    private final Map<String, Section> sections = new TreeMap<>();

    ClassCoverage(ExportFiles files) {
        this.files = files;
    }

    /** A student, when it is known which of the rows stand. */
    void add(StudentRows rows) {
        for (Fact list : rows.of(FactKind.CLASS_LIST, ClassListCheck::finishesYear)) {
            String school = rows.school(list);
            boolean covered =
                    rows.rejected(school, list.schoolYear(), FactKind::isOfYear).isPresent()
                            || rows.all().stream()
                                    .anyMatch(result -> endsYear(result)
                                            && result.schoolYear() == list.schoolYear()
                                            && rows.school(result).equals(school));
            sections.computeIfAbsent(
                            school + "/" + list.schoolYear() + "/" + list.className(), none -> new Section(list))
                    .add(list, covered ? "" : rows.id().value());
        }
    }

    private static boolean endsYear(Fact result) {
        return switch (result.kind()) {
            case RESULT -> result.value("time").equals("END_2");
            case SECONDARY_RESULT -> true;
            default -> false;
        };
    }

    /** One finding a class; classes of which the export has no results at all are passed over. */
    List<Finding> findings() {
        return sections.values().stream()
                .filter(section -> section.missing > 0 && section.covered)
                .map(this::finding)
                .toList();
    }

    private Finding finding(Section section) {
        Place place = files.place(section.first, "");
        return new Finding(
                "I187_RESULTS_MISSING",
                Severity.WARN,
                new Place(place.file(), place.sheet(), place.cell(), String.join(", ", section.students)),
                String.valueOf(section.missing),
                List.of(section.first.className(), String.valueOf(section.missing)));
    }

    /** One class of one school year. */
    private static final class Section {

        private final List<String> students = new ArrayList<>(0);
        private Fact first;
        private boolean covered;
        private int missing;

        Section(Fact first) {
            this.first = first;
        }

        void add(Fact row, String uncovered) {
            first = row.file() == first.file() && row.sheet() == first.sheet() && row.row() < first.row() ? row : first;
            covered |= uncovered.isEmpty();
            if (!uncovered.isEmpty()) {
                missing++;
                if (students.size() < NAMED) {
                    students.add(uncovered);
                }
            }
        }
    }
}
