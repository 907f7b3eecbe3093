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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import nienkhoa.intake.Fact;
import nienkhoa.intake.KnownPeople;
import nienkhoa.intake.LayoutSeen;
import nienkhoa.intake.LoadEntry;
import nienkhoa.intake.Match;
import nienkhoa.intake.PersonKey;
import nienkhoa.intake.Question;
import nienkhoa.intake.RegisterRecord;
import nienkhoa.intake.Sighting;
import nienkhoa.intake.Staging;
import nienkhoa.intake.StudentKey;
import nienkhoa.intake.difference.DifferenceRows;
import nienkhoa.model.SchoolYear;

/** One transaction: facts in, records out, register changed. */
final class PostgresSession implements Staging.Session {

    private static final int ROWS_FETCHED_TOGETHER = 4_000;

    /** Those of the schools that are being read. */
    private static final int REMEMBERED_SIGHTINGS = 20_000;

    private static final String TABLES = """
            set local work_mem = '48MB';
            set local default_statistics_target = 20;
            select pg_advisory_xact_lock(hashtext('nienkhoa.intake'));
            create temporary table intake_fact (
                place         bigint  not null,
                file          integer not null,
                school_year   integer not null,
                of_one_school boolean not null,
                kind          text    collate "C" not null,
                class_name    text    not null,
                sighting      integer not null,
                school_code   text    not null,
                content       bigint  not null
            ) on commit drop;
            create temporary table intake_sighting_text (
                sighting integer not null,
                text     text    collate "C" not null
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
            ) on commit drop;
            create temporary table intake_rejected (
                student_id    text    not null,
                school_code   text    not null,
                school_year   integer not null,
                class_name    text    not null,
                in_class_list boolean not null
            ) on commit drop;
            create temporary table intake_unclear (
                school_code text    not null,
                school_year integer not null,
                class_name  text    not null
            ) on commit drop
            """;

    /** Without the wide columns, which nothing is looked up by and whose statistics cost most. */
    private static final String ANALYZE_FACTS =
            "analyze intake_fact (file, kind, school_year, sighting, of_one_school, school_code)";

    private static final String ALL = "select " + FactRows.COLUMNS + " from intake_fact f ";

    private static final String SCHOOL_FACTS =
            ALL + "where kind in ('SCHOOL', 'SUPERIOR', 'PRINCIPAL', 'CLASS') order by place";

    private static final String SCHOOL_YEARS = """
            select school_year, count(*)
            from intake_fact
            where kind in ('CLASS_LIST', 'RESULT', 'SUBJECT_MARKS', 'SECONDARY_RESULT', 'PORTAL_RESULT') and school_year > 0
            group by school_year
            """;

    private static final String UNCLEAR_LISTS = """
            select distinct f.file, f.school_year, f.class_name
            from intake_fact f
            where f.kind = 'CLASS_LIST'
              and (f.file = any (?)
                or not exists (
                    select 1
                    from intake_sighting s
                    join intake_match m on m.number = s.number and m.student_id <> ''
                    where s.sighting = f.sighting))
            order by f.file, f.school_year, f.class_name
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

    private static final String KNOWN_REGISTRY = """
            select student_id, content
            from register_entry
            where kind = 'registry-entry' and current and student_id = any (?)
            order by key
            """;

    private static final String SCHOOLS = "select school_code from register_entry where kind = 'school' and current";

    private final Connection connection;
    private final String exportSha256;
    private final FactSpool contents;
    private final FactRows factRows;
    private final ChangeJournal journal;
    private final Map<SchoolYear, Long> schoolYears = new TreeMap<>();
    private final LayoutsSeen layouts;
    private final PeopleTables people;
    private final RegisterDifference difference;

    /** @param contents closed with the session */
    PostgresSession(Connection connection, String exportSha256, FactSpool contents) throws SQLException {
        this(connection, exportSha256, contents, REMEMBERED_SIGHTINGS);
    }

    PostgresSession(Connection connection, String exportSha256, FactSpool contents, int rememberedSightings)
            throws SQLException {
        this.connection = connection;
        this.exportSha256 = exportSha256;
        this.contents = contents;
        this.factRows = new FactRows(contents, rememberedSightings);
        this.journal = new ChangeJournal(contents);
        this.layouts = new LayoutsSeen(connection, exportSha256);
        this.people = new PeopleTables(connection, exportSha256);
        this.difference = new RegisterDifference(connection);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            statement.execute(PeopleTables.TABLES);
        }
    }

    @Override
    public void facts(Iterator<List<Fact>> batches) {
        String sql = "copy intake_fact (" + FactRows.WRITTEN + ") from stdin";
        try (CopyText copy = new CopyText(connection, sql)) {
            while (batches.hasNext()) {
                for (Fact fact : batches.next()) {
                    factRows.write(fact, copy);
                    journal.add(fact);
                }
            }
            copy.end();
            factRows.enterSightings(connection);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
        execute(ANALYZE_FACTS);
        each(SCHOOL_YEARS, row -> schoolYears.put(new SchoolYear(row.getInt(1)), row.getLong(2)));
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
    public List<Sighting> sightings(Map<Integer, String> schools, Set<Integer> broken) {
        return people.sightings(schools, broken);
    }

    @Override
    public KnownPeople people(List<Sighting> sightings) {
        return new KnownTables(connection).known(sightings);
    }

    @Override
    public void matched(Map<Integer, Match> matches, List<Question> questions) {
        people.matched(matches, questions);
    }

    @Override
    public void keys(Map<String, Set<StudentKey>> keys, Map<String, PersonKey> persons) {
        people.keys(keys, persons);
    }

    private List<Fact> list(String sql) {
        List<Fact> facts = new ArrayList<>();
        each(sql, row -> facts.add(factRows.read(row)));
        return facts;
    }

    private void each(String sql, Sql.RowConsumer take) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_FETCHED_TOGETHER);
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
    public Map<SchoolYear, Long> schoolYears() {
        return schoolYears;
    }

    @Override
    public void students(int most, Consumer<List<List<Fact>>> batches) {
        StudentBatches students = new StudentBatches(most, batches);
        each(PeopleTables.STUDENT_FACTS, row -> students.accept(factRows.read(row, PeopleTables.match(row))));
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
        Map<String, List<String>> registry = new HashMap<>();
        query(KNOWN_REGISTRY, studentIds, row -> registry.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                .add(row.getString(2)));
        Map<String, Staging.KnownStudent> known = new HashMap<>();
        contents.forEach((id, content) -> known.put(
                id,
                new Staging.KnownStudent(
                        content,
                        classes.getOrDefault(id, List.of()),
                        newest.getOrDefault(id, 0),
                        registry.getOrDefault(id, List.of()))));
        return known;
    }

    @Override
    public Set<String> schools() {
        Set<String> schools = new TreeSet<>();
        each(SCHOOLS, row -> schools.add(row.getString(1)));
        return schools;
    }

    private void query(String sql, Collection<String> ids, Sql.RowConsumer take) {
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
    public void changes(List<String> paths) {
        try {
            journal.enter(connection, exportSha256, paths);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public void rejected(List<Staging.RejectedPlace> places) {
        if (places.isEmpty()) {
            return;
        }
        try (CopyText copy = new CopyText(connection, "copy intake_rejected from stdin")) {
            for (Staging.RejectedPlace place : places) {
                copy.value(place.studentId())
                        .value(place.school())
                        .value(place.schoolYear())
                        .value(place.className())
                        .value(place.inClassList())
                        .endLine();
            }
            copy.end();
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public List<Staging.ListPlace> unclearLists(Collection<Integer> files) {
        List<Staging.ListPlace> lists = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(UNCLEAR_LISTS)) {
            statement.setArray(1, connection.createArrayOf("integer", files.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lists.add(new Staging.ListPlace(row.getInt(1), row.getInt(2), row.getString(3)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
        return lists;
    }

    @Override
    public Map<Integer, Long> gradeSteps(SchoolYear year) {
        try {
            return difference.gradeSteps(year);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public Staging.Merge compare(Staging.Whole whole, DifferenceRows rows) {
        try {
            difference.compare(whole, rows);
            return new RegisterMerge(connection).outcome();
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public void record(LoadEntry load) {
        try {
            new LoadTable(connection).enter(load);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    @Override
    public void merge(Instant enteredAt) {
        try {
            new RegisterMerge(connection).merge(exportSha256, enteredAt);
            people.merge();
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
        try (connection;
                contents) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }
}
