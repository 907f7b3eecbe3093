package nienkhoa.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a corrected workbook that is taken in alone reaches: the students, classes and schools of its rows. All else of
 * the export that it came from is read with it, so that results and schools are joined whole, and then left alone.
 */
final class Supplement {

    private final boolean limited;
    private final int ownFrom;
    private final SchoolFolders folders;
    private final Set<String> schools = new TreeSet<>();
    private final Set<String> classes = new HashSet<>();
    private long otherRows;

    /** A whole export reaches everybody. */
    Supplement(TakenExport export, List<Fact> schoolFacts, SchoolFolders folders) {
        this.limited = export.supplement();
        this.ownFrom = export.ownFrom();
        this.folders = folders;
        if (limited) {
            reachSchools(schoolFacts);
        }
    }

    private boolean isCorrected(Fact fact) {
        return fact.file() >= ownFrom;
    }

    private void reachSchools(List<Fact> schoolFacts) {
        schoolFacts.stream().filter(this::isCorrected).forEach(fact -> folders.schoolOf(fact)
                .ifPresent(schools::add));
        otherRows = schoolFacts.stream()
                .filter(fact -> !isCorrected(fact) && !fact.rejected())
                .filter(fact -> folders.schoolOf(fact).filter(schools::contains).isPresent())
                .count();
    }

    /** Of all students those who have a corrected row. */
    List<List<Fact>> students(List<List<Fact>> students) {
        if (!limited) {
            return students;
        }
        List<List<Fact>> reached = students.stream()
                .filter(facts -> facts.stream().anyMatch(this::isCorrected))
                .toList();
        reached.forEach(facts -> facts.forEach(this::reach));
        return reached;
    }

    private void reach(Fact fact) {
        folders.schoolOf(fact).ifPresent(school -> classes.add(classKey(school, fact.schoolYear(), fact.className())));
        otherRows += isCorrected(fact) || fact.rejected() ? 0 : 1;
    }

    private static String classKey(String school, int year, String className) {
        return school + "/" + year + "/" + className;
    }

    /** Of the records of schools and classes those that have a corrected row or one of the students. */
    List<RegisterRecord> schools(List<RegisterRecord> records) {
        return limited ? records.stream().filter(this::isReached).toList() : records;
    }

    private boolean isReached(RegisterRecord record) {
        String school = String.valueOf(record.schoolCode());
        Integer year = record.schoolYear();
        String className = record.className();
        return schools.contains(school)
                || (year != null && className != null && classes.contains(classKey(school, year, className)));
    }

    /** Rows of the export that were read with the corrected ones. */
    long otherRows() {
        return otherRows;
    }
}
