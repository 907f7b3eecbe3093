package nienkhoa.intake.difference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts a comparison class by class while it streams by, and hands on one line a student and field. */
public final class DifferenceTally implements DifferenceRows {

    /** Changes with every student who comes or goes, and says nothing about the one who has it. */
    private static final Set<String> NEVER_OVERWRITES = Set.of("enrolment.ordinal");

    private static final Set<What> AWAY = Set.of(What.MOVED_AWAY, What.VANISHED, What.NOT_LISTED);

    /** New portraits of everybody are ordinary. */
    private static final String PHOTO = "photo";

    private final Map<ClassKey, Tally> classes = new TreeMap<>();
    private final Consumer<DifferenceLine> lines;
    private @Nullable StudentDifference student;

    public DifferenceTally(Consumer<DifferenceLine> lines) {
        this.lines = lines;
    }

    @Override
    public void size(ClassKey place, long registered, long listed, long results) {
        Tally tally = of(place);
        tally.registered = registered;
        tally.listed = listed;
        tally.results = results;
    }

    private static boolean isResult(String kind) {
        return kind.equals("year-result") || kind.equals("secondary-result");
    }

    private Tally of(ClassKey place) {
        return classes.computeIfAbsent(place, none -> new Tally());
    }

    @Override
    public void row(DifferenceRow row) {
        if (student == null || !student.is(row)) {
            endStudent();
            student = new StudentDifference(row.place(), row.student());
        }
        if (isResult(row.kind())) {
            student.results.add(row.what());
        } else if (row.kind().equals("enrolment")) {
            student.place(row.what());
        }
        lines(row).forEach(line -> {
            Objects.requireNonNull(student).line(line);
            lines.accept(line);
        });
    }

    private static List<DifferenceLine> lines(DifferenceRow row) {
        List<DifferenceLine> lines = new ArrayList<>();
        if (row.before() != null && row.after() != null) {
            for (FieldChanges.Change change : FieldChanges.between(row.before(), row.after())) {
                String path = row.kind() + "." + change.path();
                lines.add(new DifferenceLine(
                        row.place(), row.student(), row.what(), path, change.before(), change.after()));
            }
        } else if (!(isResult(row.kind()) && row.what() == What.NEW)) {
            boolean away = AWAY.contains(row.what());
            String here = row.place().className();
            lines.add(new DifferenceLine(
                    row.place(),
                    row.student(),
                    row.what(),
                    row.kind(),
                    away ? here : row.otherClasses(),
                    away ? row.otherClasses() : here));
        }
        return lines;
    }

    private void endStudent() {
        if (student != null && !student.id.isEmpty()) {
            of(student.place).student(student);
        }
        student = null;
    }

    /** After the last row. */
    public Difference end() {
        endStudent();
        return new Difference(classes.entrySet().stream()
                .map(tally -> tally.getValue().difference(tally.getKey()))
                .toList());
    }

    /** One student in one class while the rows come in. */
    private static final class StudentDifference {

        private final ClassKey place;
        private final String id;
        private final Set<String> fields = new TreeSet<>();
        private final Set<What> results = EnumSet.noneOf(What.class);
        private @Nullable What what;
        private boolean overwritten;

        StudentDifference(ClassKey place, String id) {
            this.place = place;
            this.id = id;
        }

        boolean is(DifferenceRow row) {
            return place.equals(row.place()) && id.equals(row.student());
        }

        void place(What what) {
            this.what = what;
        }

        void line(DifferenceLine line) {
            if (line.what() == What.CHANGED) {
                fields.add(line.field());
                overwritten |= !line.before().isEmpty()
                        && !NEVER_OVERWRITES.contains(line.field())
                        && !line.kind().equals(PHOTO);
            }
        }

        /** What became of the student's year, whether one record holds it or, as in secondary classes, two. */
        Optional<What> result() {
            return results.contains(What.CHANGED)
                    ? Optional.of(What.CHANGED)
                    : results.stream().findFirst();
        }

        /** Whether anything but a result differs; results are counted by themselves. */
        boolean personChanged() {
            return fields.stream().anyMatch(field -> !isResult(field.substring(0, Math.max(0, field.indexOf('.')))));
        }
    }

    /** One class while the rows come in. */
    private static final class Tally {

        private final Map<What, Long> students = new TreeMap<>();
        private final Map<What, Long> resultsByWhat = new TreeMap<>();
        private final TreeMap<String, Long> fields = new TreeMap<>();
        private long registered;
        private long listed;
        private long results;
        private long overwritten;

        void student(StudentDifference student) {
            student.result().ifPresent(result -> resultsByWhat.merge(result, 1L, Long::sum));
            student.fields.forEach(field -> fields.merge(field, 1L, Long::sum));
            What what = student.what == null && student.personChanged() ? What.CHANGED : student.what;
            if (what != null) {
                students.merge(what, 1L, Long::sum);
            }
            boolean stays = what == null || what == What.CHANGED;
            overwritten += stays && student.overwritten ? 1 : 0;
        }

        ClassDifference difference(ClassKey place) {
            return new ClassDifference(
                    place,
                    registered,
                    counts(students, listed),
                    counts(resultsByWhat, results),
                    count(students, What.MOVED_AWAY),
                    count(students, What.NOT_LISTED),
                    overwritten,
                    fields);
        }

        private static Counts counts(Map<What, Long> by, long all) {
            long added = count(by, What.NEW);
            long changed = count(by, What.CHANGED);
            long moved = count(by, What.MOVED);
            long unchanged = Math.max(0, all - added - changed - moved);
            return new Counts(added, changed, moved, count(by, What.VANISHED), unchanged);
        }

        private static long count(Map<What, Long> by, What what) {
            return by.getOrDefault(what, 0L);
        }
    }
}
