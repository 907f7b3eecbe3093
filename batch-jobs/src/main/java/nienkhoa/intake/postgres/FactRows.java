package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nienkhoa.intake.Fact;
import nienkhoa.intake.FactKind;
import nienkhoa.intake.Match;
import nienkhoa.intake.Sighting;

/**
 * Facts as rows of the staging table; what one wrote only the same one can read. A row's content, all of the fact in one
 * text, waits in the spool; the columns are there to be asked by, since each costs time in every row.
 */
final class FactRows {

    /** What {@link #read} reads first. */
    static final String COLUMNS = "f.content";

    /** What {@link #write} writes. */
    static final String WRITTEN =
            "file, place, kind, school_year, class_name, content, sighting, of_one_school, school_code";

    /** The place of a row as one number, which is cheaper to compare. */
    private static final int FILE_SHIFT = 40;

    private static final int SHEET_SHIFT = 24;

    /** Ends a field of a row's content; it cannot be in plain text. */
    private static final char END = '\u001E';

    /** Fields are few and their names long, so contents hold a character for each: the first one this. */
    private static final char FIRST_FIELD = '!';

    private static final FactKind[] KINDS = FactKind.values();

    private final Map<String, Character> codes = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final LongStream.Builder sightings = LongStream.builder();
    private int lastSighting;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder written = new StringBuilder();
    private final FactSpool contents;
    private final int mostRemembered;

    /** @param mostRemembered how many sightings are known again by their text */
    FactRows(FactSpool contents, int mostRemembered) {
        this.contents = contents;
        this.mostRemembered = mostRemembered;
    }

    void write(Fact fact, CopyText copy) throws SQLException {
        copy.value(fact.file())
                .value(place(fact))
                .value(fact.kind())
                .value(fact.schoolYear())
                .value(fact.className())
                .value(contents.add(content(fact)))
                .value(sighting(fact))
                .value(Sighting.isOfOneSchool(fact))
                .value(fact.schoolCode())
                .endLine();
    }

    /**
     * Many rows are of one sighting, so its text goes into a table of its own; 0 if the row is about the school. A text may have
     * several numbers: only the newest are remembered, since a student's rows are in few files.
     */
    private int sighting(Fact fact) {
        String text = storable(Sighting.key(fact));
        if (text.isEmpty()) {
            return 0;
        }
        if (numbers.size() == mostRemembered) {
            numbers.clear();
        }
        return numbers.computeIfAbsent(text, this::enter);
    }

    private int enter(String sighting) {
        sightings.add(contents.add(sighting));
        return ++lastSighting;
    }

    /** Enters the texts of all sightings, after the last row. */
    void enterSightings(Connection connection) throws SQLException {
        numbers.clear();
        try (CopyText copy = new CopyText(connection, "copy intake_sighting_text from stdin")) {
            int number = 0;
            for (long text : sightings.build().toArray()) {
                number++;
                copy.value(number).value(contents.read(text)).endLine();
            }
            copy.end();
        }
    }

    private static long place(Fact fact) {
        return ((long) fact.file() << FILE_SHIFT) + ((long) fact.sheet() << SHEET_SHIFT) + fact.row();
    }

    @SuppressWarnings("EnumOrdinal") // a staging table is written and read by one process
    private String content(Fact fact) {
        written.setLength(0);
        field(String.valueOf(fact.file()));
        field(String.valueOf(fact.sheet()));
        field(String.valueOf(fact.row()));
        field(String.valueOf(fact.kind().ordinal()));
        field(String.valueOf(fact.schoolYear()));
        field(fact.className());
        field(fact.moetCode());
        field(fact.identityNumber());
        field(fact.rejected() ? "R" : "");
        field(String.valueOf(fact.values().size()));
        fact.values().forEach((field, value) -> {
            written.append(codes.computeIfAbsent(field, this::code));
            field(value);
        });
        return written.toString();
    }

    private void field(String text) {
        written.append(storable(text)).append(END);
    }

    /** Quirk: PostgreSQL's text, in which values end, cannot hold the character zero, so it is left out. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    private char code(String field) {
        char code = (char) (FIRST_FIELD + fields.size());
        if (code >= Character.MIN_SURROGATE) {
            throw new IllegalStateException("more fields than characters");
        }
        fields.add(field);
        return code;
    }

    Fact read(ResultSet row) throws SQLException {
        return read(row, Match.NONE);
    }

    Fact read(ResultSet row, Match match) throws SQLException {
        Content content = new Content(contents.read(row.getLong(1)));
        return new Fact(
                content.number(),
                content.number(),
                content.number(),
                KINDS[content.number()],
                content.number(),
                content.next(),
                content.next(),
                content.next(),
                !content.next().isEmpty(),
                content.values(),
                match,
                List.of());
    }

    /** A row's content while it is taken apart, from left to right. */
    private final class Content {

        private final String text;
        private int at;

        Content(String text) {
            this.text = text;
        }

        String next() {
            int from = at;
            int end = text.indexOf(END, from);
            at = end + 1;
            return text.substring(from, end);
        }

        int number() {
            int from = at;
            int end = text.indexOf(END, from);
            at = end + 1;
            return Integer.parseInt(text, from, end, 10);
        }

        /** All that is left: their number, then each with its field. */
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>(2 * number());
            while (at < text.length()) {
                String field = fields.get(text.charAt(at++) - FIRST_FIELD);
                values.put(field, next());
            }
            return values;
        }
    }
}
