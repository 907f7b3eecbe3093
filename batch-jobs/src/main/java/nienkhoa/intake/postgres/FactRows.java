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

/** Facts as rows of the staging table; what one wrote only the same one can read. */
final class FactRows {

    /** What {@link #read} reads. */
    static final String COLUMNS =
            "f.file, f.sheet, f.row, f.kind, f.school_year, f.class_name, f.moet_code, f.identity_number, f.rejected, f.content";

    /** What {@link #write} writes. */
    static final String WRITTEN = """
            file, sheet, row, kind, school_year, class_name, moet_code, identity_number, rejected, content,
            sighting, of_one_school, school_code, changes""";

    /** Ends a field of a row's content; it cannot be in plain text. */
    private static final char END = '\u001E';

    /** Fields are few and their names long, so contents hold a character for each: the first one this. */
    private static final char FIRST_FIELD = '!';

    private final Map<String, String> codes = new HashMap<>();
    private final List<String> fields = new ArrayList<>();

    void write(Fact fact, CopyText copy) throws SQLException {
        copy.value(fact.file())
                .value(fact.sheet())
                .value(fact.row())
                .value(fact.kind())
                .value(fact.schoolYear())
                .value(fact.className())
                .value(fact.moetCode())
                .value(fact.identityNumber())
                .value(fact.rejected());
        content(fact.values(), copy);
        copy.value(Sighting.key(fact))
                .value(Sighting.isOfOneSchool(fact))
                .value(fact.schoolCode())
                .value(ChangeJournal.content(fact.changes()))
                .endLine();
    }

    private void content(Map<String, String> values, CopyText copy) {
        copy.begin();
        values.forEach((field, value) -> {
            copy.add(codes.computeIfAbsent(field, this::code));
            copy.add(value);
            copy.add(String.valueOf(END));
        });
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
        return new Fact(
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                FactKind.valueOf(row.getString(4)),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                values(row.getString(10)),
                match,
                List.of());
    }

    private static int fields(String content) {
        int fields = 0;
        for (int end = content.indexOf(END); end >= 0; end = content.indexOf(END, end + 1)) {
            fields++;
        }
        return fields;
    }

    private Map<String, String> values(String content) {
        Map<String, String> values = new HashMap<>(2 * fields(content));
        for (int from = 0; from < content.length(); ) {
            int end = content.indexOf(END, from);
            values.put(fields.get(content.charAt(from) - FIRST_FIELD), content.substring(from + 1, end));
            from = end + 1;
        }
        return values;
    }
}
