package nienkhoa.intake.postgres;

import java.sql.Connection;
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

    private static final String COPY = "copy student_question (" + COLUMNS + ", export_sha256) from stdin";

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
        try (CopyText copy = new CopyText(connection, COPY)) {
            for (Question question : questions) {
                copy.value(question.number())
                        .value(question.kind())
                        .value(question.school())
                        .value(question.person())
                        .value(question.student())
                        .value(question.other())
                        .value(lines(question.rowKeys()))
                        .value(lines(question.movedKeys()))
                        .value(question.place())
                        .value(exportSha256)
                        .endLine();
            }
            copy.end();
        }
    }

    private static String lines(List<StudentKey> keys) {
        return keys.stream().map(key -> key.kind() + " " + key.value()).collect(Collectors.joining("\n"));
    }
}
