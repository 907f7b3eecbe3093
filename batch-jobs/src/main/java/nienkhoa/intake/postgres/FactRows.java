package nienkhoa.intake.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.intake.Fact;
import nienkhoa.intake.FactKind;
import nienkhoa.intake.Match;
import nienkhoa.intake.Sighting;

/** Facts as rows of the staging table. */
final class FactRows {

    /** What {@link #read} reads. */
    static final String COLUMNS =
            "f.file, f.sheet, f.row, f.kind, f.school_year, f.class_name, f.moet_code, f.identity_number, f.rejected, f.content";

    /** What {@link #write} writes. */
    static final String WRITTEN = """
            file, sheet, row, kind, school_year, class_name, moet_code, identity_number, rejected, content,
            sighting, of_one_school, school_code, changes""";

    /** Between the fields of a row's content; neither can be in plain text. */
    private static final char FIELD = '\u001E';

    private static final char VALUE = '\u001F';

    private FactRows() {}

    static void write(Fact fact, CopyText copy) throws SQLException {
        copy.value(fact.file())
                .value(fact.sheet())
                .value(fact.row())
                .value(fact.kind())
                .value(fact.schoolYear())
                .value(fact.className())
                .value(fact.moetCode())
                .value(fact.identityNumber())
                .value(fact.rejected())
                .value(content(fact.values()))
                .value(Sighting.key(fact))
                .value(Sighting.isOfOneSchool(fact))
                .value(fact.schoolCode())
                .value(ChangeJournal.content(fact.changes()))
                .endLine();
    }

    private static String content(Map<String, String> values) {
        StringBuilder content = new StringBuilder(values.size() * 24);
        values.forEach((field, value) ->
                content.append(field).append(VALUE).append(value).append(FIELD));
        return content.toString();
    }

    static Fact read(ResultSet row) throws SQLException {
        return read(row, Match.NONE);
    }

    static Fact read(ResultSet row, Match match) throws SQLException {
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

    private static Map<String, String> values(String content) {
        Map<String, String> values = new HashMap<>();
        for (int from = 0; from < content.length(); ) {
            int value = content.indexOf(VALUE, from);
            int end = content.indexOf(FIELD, value);
            values.put(content.substring(from, value), content.substring(value + 1, end));
            from = end + 1;
        }
        return values;
    }
}
