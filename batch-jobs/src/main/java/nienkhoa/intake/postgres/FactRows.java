package nienkhoa.intake.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.intake.Fact;
import nienkhoa.intake.FactKind;
import nienkhoa.intake.Match;
import nienkhoa.intake.Sighting;

/**
 * Facts as rows of the staging table; what one wrote only the same one can read. A row's content is all of the fact in one
 * text; the other columns are there to be asked by, since each costs time in every row.
 */
final class FactRows {

    /** What {@link #read} reads first. */
    static final String COLUMNS = "f.content";

    /** What {@link #write} writes. */
    static final String WRITTEN =
            "file, place, kind, school_year, class_name, content, sighting, of_one_school, school_code, changes";

    /** The place of a row as one number, which is cheaper to compare. */
    private static final int FILE_SHIFT = 40;

    private static final int SHEET_SHIFT = 24;

    /** Ends a field of a row's content; it cannot be in plain text. */
    private static final char END = '\u001E';

    private static final String END_OF_FIELD = String.valueOf(END);

    /** Fields are few and their names long, so contents hold a character for each: the first one this. */
    private static final char FIRST_FIELD = '!';

    private static final FactKind[] KINDS = FactKind.values();

    private final Map<String, String> codes = new HashMap<>();
    private final List<String> fields = new ArrayList<>();

    void write(Fact fact, CopyText copy) throws SQLException {
        copy.value(fact.file())
                .value(((long) fact.file() << FILE_SHIFT) + ((long) fact.sheet() << SHEET_SHIFT) + fact.row())
                .value(fact.kind())
                .value(fact.schoolYear())
                .value(fact.className());
        content(fact, copy);
        copy.value(Sighting.key(fact))
                .value(Sighting.isOfOneSchool(fact))
                .value(fact.schoolCode())
                .value(ChangeJournal.content(fact.changes()))
                .endLine();
    }

    @SuppressWarnings("EnumOrdinal") // a staging table is written and read by one process
    private void content(Fact fact, CopyText copy) {
        copy.begin();
        field(copy, String.valueOf(fact.file()));
        field(copy, String.valueOf(fact.sheet()));
        field(copy, String.valueOf(fact.row()));
        field(copy, String.valueOf(fact.kind().ordinal()));
        field(copy, String.valueOf(fact.schoolYear()));
        field(copy, fact.className());
        field(copy, fact.moetCode());
        field(copy, fact.identityNumber());
        field(copy, fact.rejected() ? "R" : "");
        fact.values().forEach((field, value) -> {
            copy.add(codes.computeIfAbsent(field, this::code));
            field(copy, value);
        });
    }

    private static void field(CopyText copy, String text) {
        copy.add(text);
        copy.add(END_OF_FIELD);
    }

    private String code(String field) {
        char code = (char) (FIRST_FIELD + fields.size());
        if (code >= Character.MIN_SURROGATE) {
            throw new IllegalStateException("more fields than characters");
        }
        fields.add(field);
        return String.valueOf(code);
    }

    Fact read(ResultSet row) throws SQLException {
        return read(row, Match.NONE);
    }

    Fact read(ResultSet row, Match match) throws SQLException {
        Content content = new Content(row.getString(1));
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

        /** All that is left. */
        Map<String, String> values() {
            Map<String, String> values = new HashMap<>(2 * fieldsLeft());
            while (at < text.length()) {
                String field = fields.get(text.charAt(at++) - FIRST_FIELD);
                values.put(field, next());
            }
            return values;
        }

        private int fieldsLeft() {
            int left = 0;
            for (int end = text.indexOf(END, at); end >= 0; end = text.indexOf(END, end + 1)) {
                left++;
            }
            return left;
        }
    }
}
