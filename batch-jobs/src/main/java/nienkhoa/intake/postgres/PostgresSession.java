package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import nienkhoa.intake.Fact;
import nienkhoa.intake.LayoutSeen;
import nienkhoa.intake.RegisterRecord;
import nienkhoa.intake.Staging;
import nienkhoa.model.SchoolYear;

/** One transaction: facts in, records out, register changed. */
final class PostgresSession implements Staging.Session {

    private static final int ROWS_FETCHED_TOGETHER = 4_000;

    private static final String TABLES = """
            set local work_mem = '48MB';
            select pg_advisory_xact_lock(hashtext('nienkhoa.intake'));
            create temporary table intake_fact (
                file            integer not null,
                sheet           integer not null,
                row             integer not null,
                kind            text    collate "C" not null,
                school_year     integer not null,
                class_name      text    not null,
                moet_code       text    collate "C" not null,
                identity_number text    collate "C" not null,
                rejected        boolean not null,
                content         text    not null
            ) on commit drop;
            create temporary table intake_record (
                kind           text not null,
                key            text not null,
                school_code    text,
                school_year    integer,
                class_name     text,
                student_id     text,
                content        text not null,
                content_sha256 text not null,
                rows           integer not null
            ) on commit drop
            """;

    private static final String ALL = "select " + FactRows.COLUMNS + " from intake_fact ";

    private static final String SCHOOL_FACTS =
            ALL + "where kind in ('SCHOOL', 'SUPERIOR', 'PRINCIPAL', 'CLASS') order by file, sheet, row";

    private static final String STUDENT_FACTS = ALL + "where moet_code <> '' order by moet_code, file, sheet, row";

    private static final String SCHOOL_YEARS = """
            select school_year, count(*)
            from intake_fact
            where kind in ('CLASS_LIST', 'RESULT', 'SUBJECT_MARKS', 'SECONDARY_RESULT', 'PORTAL_RESULT') and school_year > 0
            group by school_year
            """;

    private static final String SHARED_IDENTITY_NUMBERS = ALL + """
            where kind = 'CLASS_LIST' and not rejected and identity_number in (
                select identity_number
                from intake_fact
                where kind = 'CLASS_LIST' and not rejected and identity_number <> ''
                group by identity_number
                having count(distinct moet_code) > 1)
            order by file, sheet, row
            """;

    private static final String KNOWN_STUDENTS = """
            select student_id, content
            from register_entry
            where kind = 'student' and current and student_id = any (?)
            """;

    private static final String KNOWN_CLASSES = """
            select student_id, school_code, school_year, class_name
            from register_entry
            where kind = 'enrolment' and current and student_id = any (?)
            order by school_code, school_year, class_name
            """;

    private final Connection connection;
    private final String exportSha256;
    private final LayoutsSeen layouts;

    PostgresSession(Connection connection, String exportSha256) throws SQLException {
        this.connection = connection;
        this.exportSha256 = exportSha256;
        this.layouts = new LayoutsSeen(connection, exportSha256);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    @Override
    public void facts(Iterator<List<Fact>> batches) {
        String sql = "copy intake_fact (" + FactRows.COLUMNS + ") from stdin";
        try (CopyText copy = new CopyText(connection, sql)) {
            while (batches.hasNext()) {
                for (Fact fact : batches.next()) {
                    FactRows.write(fact, copy);
                }
            }
            copy.end();
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
        execute("analyze intake_fact");
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public List<Fact> schoolFacts() {
        return list(SCHOOL_FACTS);
    }

    @Override
    public List<Fact> sharedIdentityNumbers() {
        return list(SHARED_IDENTITY_NUMBERS);
    }

    private List<Fact> list(String sql) {
        List<Fact> facts = new ArrayList<>();
        each(sql, facts::add);
        return facts;
    }

    private void each(String sql, Consumer<Fact> take) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_FETCHED_TOGETHER);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    take.accept(FactRows.read(rows));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public Map<SchoolYear, Long> schoolYears() {
        Map<SchoolYear, Long> years = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCHOOL_YEARS)) {
            while (rows.next()) {
                years.put(new SchoolYear(rows.getInt(1)), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
        return years;
    }

    @Override
    public void students(int most, Consumer<List<List<Fact>>> batches) {
        StudentBatches students = new StudentBatches(most, batches);
        each(STUDENT_FACTS, students);
        students.end();
    }

    @Override
    public Map<String, Staging.KnownStudent> known(Collection<String> studentIds) {
        Map<String, String> contents = new HashMap<>();
        Map<String, List<String>> classes = new HashMap<>();
        Map<String, Integer> newest = new HashMap<>();
        query(KNOWN_STUDENTS, studentIds, row -> contents.put(row.getString(1), row.getString(2)));
        query(KNOWN_CLASSES, studentIds, row -> {
            String place = row.getString(2) + "/" + row.getInt(3) + "/" + row.getString(4);
            classes.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(place);
            newest.merge(row.getString(1), row.getInt(3), Math::max);
        });
        Map<String, Staging.KnownStudent> known = new HashMap<>();
        contents.forEach((id, content) -> known.put(
                id,
                new Staging.KnownStudent(content, classes.getOrDefault(id, List.of()), newest.getOrDefault(id, 0))));
        return known;
    }

    private void query(String sql, Collection<String> ids, RowConsumer take) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    take.accept(rows);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public List<LayoutSeen> layoutsSeen() {
        return layouts.seenBefore();
    }

    @Override
    public void keep(List<LayoutSeen> seen, Instant at) {
        layouts.keep(seen, at);
    }

    @Override
    public void records(List<RegisterRecord> records) {
        try (CopyText copy = new CopyText(connection, "copy intake_record from stdin")) {
            for (RegisterRecord record : records) {
                copy.value(record.kind())
                        .value(record.key())
                        .value(record.schoolCode())
                        .value(record.schoolYear())
                        .value(record.className())
                        .value(record.studentId())
                        .value(record.content())
                        .value(record.contentSha256())
                        .value(record.rows())
                        .endLine();
            }
            copy.end();
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public Staging.Merge merge(Instant enteredAt) {
        try {
            return new RegisterMerge(connection).merge(exportSha256, enteredAt);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    private interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    /** Facts that come student by student, gathered into batches of students. */
    private static final class StudentBatches implements Consumer<Fact> {

        private final int most;
        private final Consumer<List<List<Fact>>> batches;
        private List<List<Fact>> batch = new ArrayList<>();
        private List<Fact> student = new ArrayList<>();

        StudentBatches(int most, Consumer<List<List<Fact>>> batches) {
            this.most = most;
            this.batches = batches;
        }

        @Override
        public void accept(Fact fact) {
            if (!student.isEmpty() && !student.get(0).moetCode().equals(fact.moetCode())) {
                endStudent();
            }
            student.add(fact);
        }

        private void endStudent() {
            batch.add(student);
            student = new ArrayList<>();
            if (batch.size() == most) {
                batches.accept(batch);
                batch = new ArrayList<>();
            }
        }

        void end() {
            if (!student.isEmpty()) {
                endStudent();
            }
            if (!batch.isEmpty()) {
                batches.accept(batch);
            }
        }
    }
}
