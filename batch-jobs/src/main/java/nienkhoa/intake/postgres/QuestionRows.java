package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nienkhoa.intake.PersonKey;
import nienkhoa.intake.Question;
import nienkhoa.intake.StudentKey;

/** Questions as rows of their table. */
final class QuestionRows {

    private static final String COLUMNS =
            "number, kind, school_code, person, student_id, other_id, row_keys, moved_keys, place";

    /** What {@link #read} reads. */
    static final String ALL = "select " + COLUMNS + ", answer from student_question";

    private static final String INSERT =
            "insert into student_question (" + COLUMNS + ", export_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private QuestionRows() {}

    static Question read(ResultSet row) throws SQLException {
        return new Question(
                row.getInt(1),
                Question.Kind.valueOf(row.getString(2)),
                row.getString(3),
                PersonKey.parse(row.getString(4)),
                row.getString(5),
                row.getString(6),
                keys(row.getString(7)),
                keys(row.getString(8)),
                row.getString(9),
                Question.Answer.valueOf(row.getString(10)));
    }

    private static List<StudentKey> keys(String lines) {
        return Arrays.stream(lines.split("\n"))
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(" ", 2))
                .map(parts -> new StudentKey(StudentKey.Kind.valueOf(parts[0]), parts[1]))
                .toList();
    }

    static void insert(Connection connection, List<Question> questions, String exportSha256) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Question question : questions) {
                insert.setInt(1, question.number());
                insert.setString(2, question.kind().name());
                insert.setString(3, question.school());
                insert.setString(4, question.person().toString());
                insert.setString(5, question.student());
                insert.setString(6, question.other());
                insert.setString(7, lines(question.rowKeys()));
                insert.setString(8, lines(question.movedKeys()));
                insert.setString(9, question.place());
                insert.setString(10, exportSha256);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String lines(List<StudentKey> keys) {
        return keys.stream().map(key -> key.kind() + " " + key.value()).collect(Collectors.joining("\n"));
    }
}
