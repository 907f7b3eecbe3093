package nienkhoa.intake;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.model.SecondaryResult.Absences;
import nienkhoa.model.SecondaryResult.AfterSummer;
import nienkhoa.model.SecondaryResult.Marks;
import nienkhoa.model.SecondaryResult.Promotion;
import nienkhoa.model.SecondaryResult.Standing;
import nienkhoa.model.SecondaryResult.Subject;
import nienkhoa.model.Term;
import org.jspecify.annotations.Nullable;

/** What all rows about one student's secondary school year say, value by value, each with the cell that it came from. */
final class SecondaryCells {

    static final String RESULT = "result";
    static final String REGULAR = "tx.";

    private static final String RESULT_OF = "result.";
    private static final List<String> OF_TERM = List.of(
            "learning", "conduct", "average", "title", "absentWithLeave", "absentWithoutLeave", "absences", "note");
    /** Only rows about the whole year can say these; exports print 0 in those about a semester. */
    private static final List<String> OF_YEAR = List.of(
            "promotion",
            "notPromoted",
            "promotedAfter",
            "retakes",
            "retrains",
            "learningAfter",
            "conductAfter",
            "awards",
            "certificate");
    /** At whatever time they were given; exports repeat them. */
    private static final List<String> FURTHER_AWARDS = List.of("awardedSuddenly", "awardedByDistrict");

    private static final Map<String, String> OTHER_NAMES =
            Map.of("studyResult", "learning", "trainingResult", "conduct");
    private static final List<String> IN_OWN_WORDS =
            List.of("note", "comment", "awards", "certificate", "awardedSuddenly", "awardedByDistrict");
    private static final List<String> OF_MARKS = List.of("midTerm", "endTerm", RESULT, "comment", "note");

    private final NavigableMap<Slot, Cell> cells = new TreeMap<>();

    /**
     * Where a value belongs.
     *
     * @param subject empty if it is of no single subject
     * @param term the year also for what is said once a year
     */
    record Slot(String subject, Term term, String field) implements Comparable<Slot> {

        @Override
        public int compareTo(Slot other) {
            int bySubject = subject.compareTo(other.subject);
            int byTerm = bySubject == 0 ? term.compareTo(other.term) : bySubject;
            return byTerm == 0 ? field.compareTo(other.field) : byTerm;
        }
    }

    /** @param field the field of the row, which tells the column */
    record Cell(String value, Fact row, String field) {}

    /** Two cells that speak of the same thing and differ. */
    interface Contradiction {
        void found(Slot slot, Cell first, Cell second);
    }

    /** The term that a row speaks of. */
    static Term term(Fact row) {
        return switch (row.value("semester")) {
            case "1" -> Term.SEMESTER_1;
            case "2" -> Term.SEMESTER_2;
            default -> Term.YEAR;
        };
    }

    /** A row of a subject's marks. */
    void marks(Fact row) {
        String subject = row.value("subject");
        row.values().forEach((field, value) -> {
            if (field.startsWith(REGULAR) || OF_MARKS.contains(field)) {
                cells.put(new Slot(subject, term(row), field), new Cell(value, row, field));
            } else if (field.equals("yearAverage")) {
                cells.put(new Slot(subject, Term.YEAR, RESULT), new Cell(value, row, field));
            } else if (field.equals("reassessed")) {
                cells.put(new Slot(subject, Term.YEAR, field), new Cell(value, row, field));
            }
        });
    }

    /** A row of a class's summary; it is believed where it differs from the marks. */
    void summary(Fact row, Contradiction contradiction) {
        each(row, (slot, cell) -> {
            Cell before = cells.put(slot, cell);
            if (before != null && contradicts(slot, before, cell)) {
                contradiction.found(slot, before, cell);
            }
        });
    }

    /** A row of a portal; it fills what nobody else says. */
    void portal(Fact row, Contradiction contradiction) {
        each(row, (slot, cell) -> {
            Cell before = cells.putIfAbsent(slot, cell);
            if (before != null && contradicts(slot, before, cell)) {
                contradiction.found(slot, before, cell);
            }
        });
    }

    /** In another class of the same year a student may have stood differently. */
    private static boolean contradicts(Slot slot, Cell one, Cell other) {
        return !one.value().equals(other.value())
                && !IN_OWN_WORDS.contains(slot.field())
                && one.row().className().equals(other.row().className());
    }

    private static void each(Fact row, BiConsumer<Slot, Cell> take) {
        row.values().forEach((column, value) -> {
            String field = OTHER_NAMES.getOrDefault(column, column);
            Cell cell = new Cell(value, row, column);
            if (field.equals(column) && isSaidElsewhere(row, column)) {
                return;
            }
            if (field.startsWith(RESULT_OF)) {
                take.accept(new Slot(field.substring(RESULT_OF.length()), term(row), RESULT), cell);
            } else if (OF_TERM.contains(field) || FURTHER_AWARDS.contains(field)) {
                take.accept(new Slot("", term(row), field), cell);
            } else if (OF_YEAR.contains(field) && term(row) == Term.YEAR) {
                take.accept(new Slot("", Term.YEAR, field), cell);
            }
        });
    }

    /** Portals have columns for the words of both circulars and fill one or both. */
    private static boolean isSaidElsewhere(Fact row, String field) {
        return OTHER_NAMES.entrySet().stream()
                .anyMatch(other -> other.getValue().equals(field)
                        && !row.value(other.getKey()).isEmpty());
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** The cell that gave a value; empty if nobody gave it. */
    Optional<Cell> cell(String subject, Term term, String field) {
        return Optional.ofNullable(cells.get(new Slot(subject, term, field)));
    }

    /** All cells with what they are about, in order. */
    Map<Slot, Cell> all() {
        return cells;
    }

    private String value(String subject, Term term, String field) {
        return cell(subject, term, field).map(Cell::value).orElse("");
    }

    private String year(String field) {
        return value("", Term.YEAR, field);
    }

    Map<String, Subject> subjects() {
        Map<String, Subject> subjects = new TreeMap<>();
        cells.keySet().stream()
                .map(Slot::subject)
                .filter(subject -> !subject.isEmpty())
                .distinct()
                .forEach(code -> subjects.put(code, subject(code)));
        return subjects;
    }

    private Subject subject(String code) {
        Map<Term, Marks> terms = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            Slot next = cells.ceilingKey(new Slot(code, term, ""));
            if (next != null && next.subject().equals(code) && next.term() == term) {
                terms.put(term, marks(code, term));
            }
        }
        return new Subject(terms, value(code, Term.YEAR, "reassessed"));
    }

    private Marks marks(String code, Term term) {
        return new Marks(
                regular(code, term),
                value(code, term, "midTerm"),
                value(code, term, "endTerm"),
                value(code, term, RESULT),
                value(code, term, "comment"),
                value(code, term, "note"));
    }

    /** From left to right: the numbers of the columns count, not their text. */
    private List<String> regular(String code, Term term) {
        Map<Integer, String> marks = new TreeMap<>();
        Slot first = new Slot(code, term, REGULAR);
        for (Map.Entry<Slot, Cell> entry : cells.tailMap(first, true).entrySet()) {
            Slot slot = entry.getKey();
            if (!slot.subject().equals(code)
                    || slot.term() != term
                    || !slot.field().startsWith(REGULAR)) {
                break;
            }
            marks.put(
                    Integer.valueOf(slot.field().substring(REGULAR.length())),
                    entry.getValue().value());
        }
        return List.copyOf(marks.values());
    }

    Map<Term, Standing> standings() {
        Map<Term, Standing> standings = new EnumMap<>(Term.class);
        for (Slot slot : cells.keySet()) {
            if (slot.subject().isEmpty() && OF_TERM.contains(slot.field())) {
                standings.computeIfAbsent(slot.term(), this::standing);
            }
        }
        return standings;
    }

    private Standing standing(Term term) {
        return new Standing(
                value("", term, "learning"),
                value("", term, "conduct"),
                value("", term, "average"),
                value("", term, "title"),
                new Absences(
                        number(term, "absentWithLeave"), number(term, "absentWithoutLeave"), number(term, "absences")),
                value("", term, "note"));
    }

    private @Nullable Integer number(Term term, String field) {
        String number = value("", term, field);
        return number.isEmpty() ? null : Integer.valueOf(number);
    }

    AfterSummer afterSummer() {
        return new AfterSummer(year("learningAfter"), year("conductAfter"));
    }

    /** Some exports say it in one column, others tick one of several. */
    @Nullable Promotion promotion() {
        if (!year("notPromoted").isEmpty()) {
            return Promotion.NOT_PROMOTED;
        }
        if (!year("promotedAfter").isEmpty()) {
            return Promotion.PROMOTED_AFTER_SUMMER;
        }
        return switch (year("promotion")) {
            case "PROMOTED" -> Promotion.PROMOTED;
            case "PROMOTED_AFTER_SUMMER" -> Promotion.PROMOTED_AFTER_SUMMER;
            case "NOT_PROMOTED" -> Promotion.NOT_PROMOTED;
            default -> null;
        };
    }

    boolean retakes() {
        return !year("retakes").isEmpty() || year("promotion").equals("RETAKES");
    }

    boolean retrains() {
        return !year("retrains").isEmpty() || year("promotion").equals("RETRAINS");
    }

    String awards() {
        Stream<String> further = FURTHER_AWARDS.stream()
                .flatMap(field -> Stream.of(Term.values()).map(term -> value("", term, field)));
        return Stream.concat(Stream.of(year("awards")), further)
                .filter(award -> !award.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    String certificate() {
        return year("certificate");
    }
}
