package nienkhoa.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nienkhoa.model.StudentId;

/** All rows of an export about one student, and which of them still stand. */
final class StudentRows {

    private final StudentId id;
    private final List<Fact> standing = new ArrayList<>();
    private final List<Fact> rejectedBefore = new ArrayList<>();
    private final Set<String> warned = new HashSet<>();
    private final IdentityHashMap<Fact, String> schools = new IdentityHashMap<>();
    private final ExportFiles files;
    private Map<FactKind, List<Fact>> byKind = Map.of();

    /** Rows of files that broke off or belong to no school fall away here; the finding is the file's. */
    StudentRows(List<Fact> facts, SchoolFolders folders, ExportFiles files) {
        this.id = new StudentId(facts.get(0).studentId());
        this.files = files;
        for (Fact fact : facts) {
            if (fact.rejected()) {
                rejectedBefore.add(fact);
                folders.schoolOf(fact).ifPresent(school -> schools.put(fact, school));
            } else {
                folders.schoolOf(fact)
                        .filter(school -> !files.isUnreadable(fact.file()))
                        .ifPresentOrElse(
                                school -> {
                                    standing.add(fact);
                                    schools.put(fact, school);
                                },
                                files::rejectWithFile);
            }
        }
        sort();
        facts.forEach(this::tellMatch);
    }

    /** The rows that stand are asked for by kind again and again. */
    private void sort() {
        byKind = standing.stream()
                .collect(Collectors.groupingBy(
                        Fact::kind, () -> new EnumMap<>(FactKind.class), Collectors.toUnmodifiableList()));
    }

    /** What matching found; the same warning about more rows of one sort is given once. */
    private void tellMatch(Fact fact) {
        Match match = fact.match();
        String[] args = match.args().toArray(String[]::new);
        if (match.rejects()) {
            reject(fact, match.code(), match.field(), fact.value(match.field()), args);
        } else if (!match.code().isEmpty() && standing.contains(fact) && warned.add(match.code() + match.args())) {
            warn(fact, match.code(), match.field(), fact.value(match.field()), args);
        }
    }

    StudentId id() {
        return id;
    }

    /** The school of one of the rows; empty if it is not known. */
    String school(Fact fact) {
        return schools.getOrDefault(fact, "");
    }

    Set<String> schools() {
        return new TreeSet<>(schools.values());
    }

    List<Fact> of(FactKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    List<Fact> of(FactKind kind, Predicate<Fact> which) {
        List<Fact> facts = of(kind);
        return facts.isEmpty() ? facts : facts.stream().filter(which).toList();
    }

    /** Rows of the class list that were rejected while they were read. */
    List<Fact> rejectedClassRows() {
        return rejectedBefore.stream()
                .filter(fact -> fact.kind() == FactKind.CLASS_LIST)
                .toList();
    }

    /** What was rejected about the student, wherever that was found. */
    List<Staging.RejectedPlace> rejectedPlaces() {
        return rejectedBefore.stream()
                .filter(fact ->
                        fact.kind() == FactKind.CLASS_LIST || fact.kind().isOfYear())
                .map(fact -> new Staging.RejectedPlace(
                        id.value(),
                        school(fact),
                        fact.schoolYear(),
                        fact.className(),
                        fact.kind() == FactKind.CLASS_LIST))
                .toList();
    }

    /** A row of such a kind about the year that was rejected, so that the year's result would not be whole. */
    Optional<Fact> rejected(String school, int year, Predicate<FactKind> kind) {
        return rejectedBefore.stream()
                .filter(fact -> kind.test(fact.kind()))
                .filter(fact -> fact.schoolYear() == year && school(fact).equals(school))
                .findFirst();
    }

    List<Fact> all() {
        return List.copyOf(standing);
    }

    /** Takes a row out, with the reason. */
    void reject(Fact fact, String code, String field, String value, String... args) {
        if (standing.removeIf(row -> row.isSameRow(fact))) {
            sort();
            files.reject(fact, code, field, value, args);
            rejectedBefore.add(fact);
        }
    }

    void warn(Fact fact, String code, String field, String value, String... args) {
        files.warn(fact, code, field, value, args);
    }

    /** Whether the row's sheet has a column for a field. */
    boolean hasColumn(Fact fact, String field) {
        return files.hasColumn(fact, field);
    }

    /** How a row is named in the sentence about another one. */
    String at(Fact fact, String field) {
        return files.at(fact, field);
    }
}
