package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.KnownPeople;
import nienkhoa.intake.PersonKey;
import nienkhoa.intake.Sighting;
import nienkhoa.intake.StudentKey;
import nienkhoa.model.Student;

/** What the tables know about those whom an export may mean. A key whose student is not in the register is none. */
final class KnownTables {

    private static final String KNOWN_KEYS = """
            select k.kind, k.value, k.student_id, k.released
            from student_key k
            where k.student_id in (
                select o.student_id
                from student_key o
                join intake_key_seen n on n.kind = o.kind and n.value = o.value)
              and exists (
                select 1 from register_entry e
                where e.student_id = k.student_id and e.kind = 'student' and e.current)
            """;

    private static final String KNOWN_PERSONS = """
            select p.student_id, p.person
            from student_person p
            where (p.person in (select person from intake_person_seen)
                or p.student_id in (
                    select o.student_id
                    from student_key o
                    join intake_key_seen n on n.kind = o.kind and n.value = o.value))
              and exists (
                select 1 from register_entry e
                where e.student_id = p.student_id and e.kind = 'student' and e.current)
            """;

    /** Of students who were entered before persons were kept. */
    private static final String UNNAMED = """
            select e.student_id, e.content
            from register_entry e
            where e.kind = 'student' and e.current
              and not exists (select 1 from student_person p where p.student_id = e.student_id)
            """;

    private static final String QUESTIONS = QuestionRows.ALL + """
             q where exists (
                select 1 from register_entry e
                where e.student_id = q.student_id and e.kind = 'student' and e.current)
            """;

    private static final String LAST_NUMBER = "select coalesce(max(number), 0) from student_question";

    private static final String SEEN = """
            create temporary table intake_key_seen (kind text collate "C", value text collate "C") on commit drop;
            create temporary table intake_person_seen (person text collate "C") on commit drop
            """;

    private final Connection connection;

    KnownTables(Connection connection) {
        this.connection = connection;
    }

    KnownPeople known(List<Sighting> sightings) {
        KnownPeople known = new KnownPeople();
        try {
            nameStudents();
            Sql.execute(connection, SEEN);
            seen(sightings);
            Sql.execute(connection, "analyze intake_key_seen; analyze intake_person_seen");
            keys(known);
            Sql.each(
                    connection,
                    KNOWN_PERSONS,
                    row -> known.person(row.getString(1), PersonKey.parse(row.getString(2))));
            Sql.each(connection, QUESTIONS, row -> known.question(QuestionRows.read(row)));
            Sql.each(connection, LAST_NUMBER, row -> known.number(row.getInt(1)));
            return known;
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    private void keys(KnownPeople known) throws SQLException {
        Sql.each(connection, KNOWN_KEYS, row -> {
            StudentKey key = new StudentKey(StudentKey.Kind.valueOf(row.getString(1)), row.getString(2));
            if (row.getBoolean(4)) {
                known.formerKey(key, row.getString(3));
            } else {
                known.key(key, row.getString(3));
            }
        });
    }

    private void nameStudents() throws SQLException {
        Map<String, PersonKey> persons = new HashMap<>();
        Sql.each(connection, UNNAMED, row -> {
            Student student = CanonicalJson.read(row.getString(2), Student.class);
            persons.put(row.getString(1), PersonKey.of(student.name(), student.birthDate()));
        });
        copyPersons(connection, "student_person", persons);
    }

    private void seen(List<Sighting> sightings) throws SQLException {
        try (CopyText copy = new CopyText(connection, "copy intake_key_seen from stdin")) {
            for (Sighting sighting : sightings) {
                for (StudentKey key : sighting.allKeys()) {
                    copy.value(key.kind()).value(key.value()).endLine();
                }
            }
            copy.end();
        }
        try (CopyText copy = new CopyText(connection, "copy intake_person_seen from stdin")) {
            for (Sighting sighting : sightings) {
                if (!sighting.person().toString().isEmpty()) {
                    copy.value(sighting.person()).endLine();
                }
            }
            copy.end();
        }
    }

    static void copyPersons(Connection connection, String table, Map<String, PersonKey> persons) throws SQLException {
        try (CopyText copy = new CopyText(connection, "copy " + table + " from stdin")) {
            for (Map.Entry<String, PersonKey> person : persons.entrySet()) {
                copy.value(person.getKey()).value(person.getValue()).endLine();
            }
            copy.end();
        }
    }
}
