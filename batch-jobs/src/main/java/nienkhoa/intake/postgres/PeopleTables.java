package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nienkhoa.intake.Match;
import nienkhoa.intake.PersonKey;
import nienkhoa.intake.Question;
import nienkhoa.intake.Sighting;
import nienkhoa.intake.StudentKey;

/** The tables in which rows are matched with students. */
final class PeopleTables {

    static final String TABLES = """
            create temporary table intake_file (
                file   integer primary key,
                school text    not null,
                broken boolean not null
            ) on commit drop;
            create temporary table intake_match (
                number     integer not null,
                student_id text    collate "C" not null,
                code       text    not null,
                rejects    boolean not null,
                field      text    not null,
                args       text    not null
            ) on commit drop;
            create temporary table intake_person (student_id text not null, person text not null) on commit drop;
            create temporary table intake_key (
                kind       text collate "C" not null,
                value      text collate "C" not null,
                student_id text not null
            ) on commit drop
            """;

    private static final String GATHER = """
            analyze intake_file;
            analyze intake_sighting_text;
            create temporary table intake_sighting on commit drop as
            select dense_rank() over (order by t.text, school collate "C", broken)::integer as number,
                   sighting, t.text, school, broken, place
            from (
                select f.sighting,
                       case when f.of_one_school then coalesce(nullif(f.school_code, ''), i.school) else '' end as school,
                       i.broken,
                       min(f.place) as place
                from intake_fact f
                join intake_file i on i.file = f.file
                where f.sighting > 0
                group by 1, 2, 3) gathered
            join intake_sighting_text t using (sighting)
            """;

    private static final String SIGHTINGS = """
            select number, text, school, broken, (place >> 40)::integer, ((place >> 24) & 65535)::integer,
                   (place & 16777215)::integer
            from (
                select number, text, school, broken, min(place) as place
                from intake_sighting
                group by 1, 2, 3, 4) sightings
            order by number
            """;

    static final String STUDENT_FACTS = "select " + FactRows.COLUMNS + """
            , m.student_id, nullif(m.code, ''), m.rejects, m.field, m.args
            from intake_fact f
            join intake_file i on i.file = f.file
            join intake_sighting s
              on s.sighting = f.sighting
             and s.school = case when f.of_one_school then coalesce(nullif(f.school_code, ''), i.school) else '' end
             and s.broken = i.broken
            join intake_match m on m.number = s.number
            order by m.student_id, f.place
            """;

    /** Owners of whom the register knows nothing any more; else the key would have led to them. */
    private static final String DROP_STALE_KEYS = """
            delete from student_key k using intake_key n
            where k.kind = n.kind and k.value = n.value and not k.released and k.student_id <> n.student_id
            """;

    private static final String MERGE_KEYS = """
            insert into student_key (kind, value, student_id, first_export, last_export)
            select distinct on (kind, value) kind, value, student_id, ?, ?
            from intake_key
            order by kind, value, student_id
            on conflict (kind, value, student_id)
            do update set released = false, last_export = excluded.last_export
            where student_key.released or student_key.last_export <> excluded.last_export
            """;

    private static final String MERGE_PERSONS = """
            insert into student_person (student_id, person)
            select distinct on (student_id) student_id, person from intake_person order by student_id, person
            on conflict (student_id) do update set person = excluded.person
            where student_person.person <> excluded.person
            """;

    /** A question about a student who was rejected after all is none. */
    private static final String DROP_QUESTIONS = """
            delete from student_question q
            where q.export_sha256 = ? and q.answer = 'OPEN'
              and exists (
                select 1 from unnest(array[q.student_id, q.other_id]) id
                where id <> '' and not exists (
                    select 1 from register_entry e where e.student_id = id and e.kind = 'student' and e.current))
            """;

    private final Connection connection;
    private final String exportSha256;

    PeopleTables(Connection connection, String exportSha256) {
        this.connection = connection;
        this.exportSha256 = exportSha256;
    }

    List<Sighting> sightings(Map<Integer, String> schools, Set<Integer> broken) {
        try (CopyText copy = new CopyText(connection, "copy intake_file from stdin")) {
            for (Map.Entry<Integer, String> file : schools.entrySet()) {
                copy.value(file.getKey())
                        .value(file.getValue())
                        .value(broken.contains(file.getKey()))
                        .endLine();
            }
            copy.end();
            Sql.execute(connection, GATHER);
            Sql.execute(connection, "analyze intake_sighting");
            List<Sighting> sightings = new ArrayList<>();
            Sql.each(
                    connection,
                    SIGHTINGS,
                    row -> sightings.add(Sighting.parse(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            !row.getBoolean(4),
                            row.getInt(5),
                            row.getInt(6),
                            row.getInt(7))));
            return sightings;
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    void matched(Map<Integer, Match> matches, List<Question> questions) {
        try (CopyText copy = new CopyText(connection, "copy intake_match from stdin")) {
            for (Map.Entry<Integer, Match> entry : matches.entrySet()) {
                Match match = entry.getValue();
                copy.value(entry.getKey())
                        .value(match.studentId())
                        .value(match.code())
                        .value(match.rejects())
                        .value(match.field())
                        .value(String.join("\n", match.args()))
                        .endLine();
            }
            copy.end();
            Sql.execute(connection, "analyze intake_match");
            QuestionRows.insert(connection, questions, exportSha256);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    /** What matching said about the row of {@link #STUDENT_FACTS} under the cursor. */
    static Match match(ResultSet row) throws SQLException {
        String code = row.getString(3);
        if (code == null) {
            return Match.of(row.getString(2));
        }
        List<String> args = List.of(row.getString(6).split("\n", -1));
        return new Match(row.getString(2), code, row.getBoolean(4), row.getString(5), args);
    }

    void keys(Map<String, Set<StudentKey>> keys, Map<String, PersonKey> persons) {
        try (CopyText copy = new CopyText(connection, "copy intake_key from stdin")) {
            for (Map.Entry<String, Set<StudentKey>> student : keys.entrySet()) {
                for (StudentKey key : student.getValue()) {
                    copy.value(key.kind())
                            .value(key.value())
                            .value(student.getKey())
                            .endLine();
                }
            }
            copy.end();
            KnownTables.copyPersons(connection, "intake_person", persons);
        } catch (SQLException e) {
            throw new DatabaseOutOfReach(e);
        }
    }

    /** After the records: what students are known by from now on. */
    void merge() throws SQLException {
        Sql.execute(connection, "analyze intake_key");
        Sql.update(connection, DROP_STALE_KEYS);
        Sql.update(connection, MERGE_KEYS, exportSha256, exportSha256);
        Sql.update(connection, MERGE_PERSONS);
        Sql.update(connection, DROP_QUESTIONS, exportSha256);
    }
}
