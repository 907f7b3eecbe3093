package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.Question;
import nienkhoa.intake.Question.Answer;
import nienkhoa.intake.StudentKey;
import nienkhoa.intake.StudentQuestions;
import nienkhoa.model.Student;

/** Questions in the tables of intake. An answer and what follows from it are one transaction. */
public final class PostgresQuestions implements StudentQuestions {

    private static final String OPEN = QuestionRows.ALL + " where answer = 'OPEN' order by number";

    private static final String ONE = QuestionRows.ALL + " where number = ?";

    private static final String PERSON =
            "select content from register_entry where kind = 'student' and current and student_id = ?";

    private static final String CLASSES = """
            select school_code || ' ' || class_name || ' ' || school_year || '-' || school_year + 1
            from register_entry
            where kind = 'enrolment' and current and student_id = ?
            order by school_year desc, school_code, class_name
            """;

    private static final String ANSWER = """
            update student_question
            set answer = ?, answered_by = ?, answered_at = ?, reason = ?
            where number = ? and answer = 'OPEN'
            """;

    /** Whoever is the one student of this name is none of the others. */
    private static final String ANSWER_ALTERNATIVES = """
            update student_question
            set answer = 'DIFFERENT', answered_by = ?, answered_at = ?, reason = ?
            where kind = 'NO_CODE' and school_code = ? and person = ? and answer = 'OPEN'
            """;

    private static final String TAKE_KEY = "delete from student_key where kind = ? and value = ? and not released";

    private static final String GIVE_KEY = """
            insert into student_key (kind, value, student_id, first_export, last_export)
            select ?, ?, ?, export_sha256, export_sha256 from student_question where number = ?
            on conflict (kind, value, student_id) do update set released = false
            """;

    private static final String RELEASE_KEY =
            "update student_key set released = true where kind = ? and value = ? and not released";

    private static final String PERSON_OF_ROW = """
            insert into student_person (student_id, person) values (?, ?)
            on conflict (student_id) do update set person = excluded.person
            """;

    private final DataSource database;

    public PostgresQuestions(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Asked> open() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(OPEN);
                ResultSet rows = statement.executeQuery()) {
            List<Asked> open = new ArrayList<>();
            while (rows.next()) {
                Question question = QuestionRows.read(rows);
                open.add(new Asked(
                        question, person(connection, question.student()), person(connection, question.other())));
            }
            return open;
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    private static Person person(Connection connection, String student) throws SQLException {
        List<String> content = Sql.texts(connection, PERSON, student);
        if (content.isEmpty()) {
            return new Person(student, "", "", List.of());
        }
        Student known = CanonicalJson.read(content.get(0), Student.class);
        String birthDate = known.birthDate() == null ? "" : known.birthDate().toString();
        return new Person(student, known.name(), birthDate, Sql.texts(connection, CLASSES, student));
    }

    @Override
    public Outcome answer(int number, Answer answer, String by, Instant at, String reason) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.texts(connection, "select pg_advisory_xact_lock(hashtext('nienkhoa.intake'))::text");
                Outcome outcome = answer(connection, number, answer, new Given(by, Timestamp.from(at), reason));
                connection.commit();
                return outcome;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    /** Who answered, when and why. */
    private record Given(String by, Timestamp at, String reason) {}

    private static Outcome answer(Connection connection, int number, Answer answer, Given given) throws SQLException {
        Optional<Question> found = find(connection, number);
        if (found.isEmpty()) {
            return Outcome.NO_SUCH_QUESTION;
        }
        if (Sql.update(connection, ANSWER, answer.name(), given.by(), given.at(), given.reason(), number) == 0) {
            return Outcome.ANSWERED_BEFORE;
        }
        Question question = found.get();
        if (answer == Answer.SAME) {
            same(connection, question, given);
        } else {
            for (StudentKey key : question.movedKeys()) {
                Sql.update(connection, RELEASE_KEY, key.kind().name(), key.value());
            }
        }
        return Outcome.KEPT;
    }

    private static Optional<Question> find(Connection connection, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ONE)) {
            statement.setInt(1, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(QuestionRows.read(row)) : Optional.empty();
            }
        }
    }

    private static void same(Connection connection, Question question, Given given) throws SQLException {
        String student = question.student();
        if (!question.other().isEmpty()) {
            student = new HistoryMerge(connection, given.at()).merge(question.student(), question.other());
        } else if (question.kind() == Question.Kind.NO_CODE) {
            give(connection, question, question.nameKey(), student);
            Sql.update(
                    connection,
                    ANSWER_ALTERNATIVES,
                    given.by(),
                    given.at(),
                    given.reason(),
                    question.school(),
                    question.person().toString());
        } else {
            Sql.update(connection, PERSON_OF_ROW, student, question.person().toString());
        }
        for (StudentKey key : question.rowKeys()) {
            give(connection, question, key, student);
        }
    }

    private static void give(Connection connection, Question question, StudentKey key, String student)
            throws SQLException {
        Sql.update(connection, TAKE_KEY, key.kind().name(), key.value());
        Sql.update(connection, GIVE_KEY, key.kind().name(), key.value(), student, question.number());
    }
}
