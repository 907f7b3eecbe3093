package nienkhoa.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import nienkhoa.intake.Staging.Whole;
import nienkhoa.intake.difference.ClassKey;
import nienkhoa.intake.difference.DifferenceRow;
import nienkhoa.intake.difference.DifferenceRows;
import nienkhoa.intake.difference.What;
import nienkhoa.model.SchoolYear;

/** Compares joined records with the register and marks what the merge has to do. */
final class RegisterDifference {

    /** A row holds two records as text, each of some kilobytes. */
    private static final int ROWS_FETCHED_TOGETHER = 500;

    /**
     * Without statistics, as after a first load, PostgreSQL takes the register for small and joins it row by row. Nothing is
     * looked up by the contents, whose statistics would cost most.
     */
    private static final String PREPARE = """
            create unique index intake_record_key on intake_record (kind, key);
            create index intake_record_student on intake_record (student_id) where kind = 'enrolment';
            analyze intake_record (kind, key, school_code, school_year, class_name, student_id);
            analyze intake_rejected;
            analyze register_entry (kind, key, revision, current, school_code, school_year, class_name, student_id);
            """;

    private static final String CHANGED = """
            create temporary table intake_changed on commit drop as
            select r.kind, r.key, coalesce(latest.revision, 0) + 1 as revision,
                   case when latest.current then latest.revision end as before
            from intake_record r
            left join lateral (
                select e.revision, e.current, e.content_sha256
                from register_entry e
                where e.kind = r.kind and e.key = r.key
                order by e.revision desc
                limit 1) latest on true
            where latest.revision is null or not latest.current or latest.content_sha256 <> r.content_sha256;
            analyze intake_changed;
            """;

    /**
     * Places in classes of which the export no longer speaks. One ends if the export lists the student in other classes of
     * the same year, or if it has the whole list of the class, of the year asked for, without the student. Whoever has a
     * rejected row keeps the place that it speaks of. Single rows end nothing, except that nobody finishes a year in two
     * classes.
     */
    private static final String CLOSED = """
            create temporary table intake_closed on commit drop as
            with whole as (
                select distinct r.school_code, r.school_year, r.class_name
                from intake_record r
                where r.kind = 'enrolment' and not ?
                  and not exists (
                    select 1 from intake_unclear u
                    where u.school_code = r.school_code and u.school_year in (0, r.school_year)
                      and u.class_name in ('', r.class_name))),
            in_school as (
                select student_id, school_code, school_year, bool_or(%1$s) as finishes
                from intake_record r where kind = 'enrolment' group by 1, 2, 3),
            anywhere as (select distinct student_id, school_year from in_school),
            rejected_here as (
                select distinct student_id, school_code, school_year, class_name
                from intake_rejected where in_class_list),
            rejected as (select distinct student_id, school_year from rejected_here)
            select e.key, e.revision, e.school_code, e.school_year, e.class_name, e.student_id,
                   a.student_id is not null as elsewhere,
                   a.student_id is not null or e.school_year = ? as ends
            from register_entry e
            left join intake_record same on same.kind = 'enrolment' and same.key = e.key
            left join whole w on w.school_code = e.school_code and w.school_year = e.school_year
                             and w.class_name = e.class_name
            left join in_school s on s.student_id = e.student_id and s.school_code = e.school_code
                                 and s.school_year = e.school_year
            left join anywhere a on a.student_id = e.student_id and a.school_year = e.school_year
            left join rejected_here h on h.student_id = e.student_id and h.school_code = e.school_code
                                     and h.school_year = e.school_year and h.class_name = e.class_name
            left join rejected j on j.student_id = e.student_id and j.school_year = e.school_year
            where e.kind = 'enrolment' and e.current and same.key is null
              and ((w.class_name is not null and j.student_id is null)
                or (s.student_id is not null and h.student_id is null and (not ? or (s.finishes and %2$s))));
            """.formatted(finishes("r"), finishes("e"));

    private static final String SIZES = """
            with classes as (
                select school_code, school_year, class_name,
                       count(*) filter (where kind = 'enrolment') as listed,
                       count(distinct student_id) filter (where kind in ('year-result', 'secondary-result')) as results
                from intake_record
                where kind in ('enrolment', 'year-result', 'secondary-result')
                group by 1, 2, 3)
            select c.school_code, c.school_year, c.class_name,
                   (select count(*) from register_entry e
                    where e.current and e.kind = 'enrolment' and e.school_code = c.school_code
                      and e.school_year = c.school_year and e.class_name = c.class_name) as registered,
                   c.listed, c.results
            from classes c
            """;

    /** Where a record without a class of its own is shown: the newest class of its student. */
    private static final String HOMES = """
            create temporary table intake_home on commit drop as
            select distinct on (student_id) student_id, school_code, school_year, class_name
            from intake_record r
            where kind = 'enrolment'
            order by student_id, school_year desc, %s desc, school_code, class_name;
            create index on intake_home (student_id);
            analyze intake_home;
            """.formatted(finishes("r"));

    private static final String ROWS = """
            select * from (
                select case when own then r.school_code else coalesce(h.school_code, k.school_code, r.school_code, '') end
                           collate "C" as school_code,
                       case when own then r.school_year else coalesce(h.school_year, k.school_year, 0) end as school_year,
                       case when own then r.class_name else coalesce(h.class_name, k.class_name, '') end
                           collate "C" as class_name,
                       coalesce(r.student_id, '') collate "C" as student_id,
                       r.kind collate "C" as kind,
                       r.key collate "C" as key,
                       case when c.before is not null then 'CHANGED' when b.classes is not null then 'MOVED'
                            else 'NEW' end as what,
                       e.content as before,
                       case when c.before is not null then r.content end as after,
                       coalesce(b.classes, '') as other_classes
                from intake_changed c
                join intake_record r on r.kind = c.kind and r.key = c.key
                cross join lateral (
                    select r.kind in ('enrolment', 'year-result', 'secondary-result', 'class-section') as own) o
                left join register_entry e on e.kind = c.kind and e.key = c.key and e.revision = c.before
                left join intake_home h on h.student_id = r.student_id
                left join lateral (
                    select n.school_code, n.school_year, n.class_name
                    from register_entry n
                    where not own and h.student_id is null and n.student_id = r.student_id
                      and n.kind = 'enrolment' and n.current
                    order by n.school_year desc, n.key
                    limit 1) k on true
                left join lateral (
                    select string_agg(n.class_name, ', ' order by n.class_name collate "C") as classes
                    from register_entry n
                    where r.kind = 'enrolment' and c.before is null and n.student_id = r.student_id
                      and n.kind = 'enrolment' and n.current and n.school_year = r.school_year) b on true
                where c.before is not null or r.kind in ('enrolment', 'year-result', 'secondary-result')
                union all
                select x.school_code, x.school_year, x.class_name, x.student_id, 'enrolment', x.key,
                       case when x.elsewhere then 'MOVED_AWAY' when x.ends then 'VANISHED' else 'NOT_LISTED' end,
                       null, null,
                       coalesce((select string_agg(n.class_name, ', ' order by n.class_name collate "C")
                                 from intake_record n
                                 where x.elsewhere and n.kind = 'enrolment' and n.student_id = x.student_id
                                   and n.school_year = x.school_year), '')
                from intake_closed x
                union all
                select e.school_code, e.school_year, e.class_name, e.student_id, e.kind, e.key, 'VANISHED', null, null, ''
                from register_entry e
                join (select distinct school_code, school_year, class_name from intake_record
                      where kind in ('year-result', 'secondary-result') and not ?) given
                  using (school_code, school_year, class_name)
                where e.kind in ('year-result', 'secondary-result') and e.current
                  and not exists (select 1 from intake_record r where r.kind = e.kind and r.key = e.key)
                  and not exists (
                    select 1 from intake_rejected j
                    where j.student_id = e.student_id and j.school_year = e.school_year)) differences
            order by school_code, school_year, class_name, student_id, kind, key
            """;

    private static final String GRADE_STEPS = """
            select (here.content::jsonb ->> 'grade')::integer - (prior.content::jsonb ->> 'grade')::integer as step,
                   count(*)
            from intake_record r
            join intake_record here on here.kind = 'class-section' and here.school_code = r.school_code
                 and here.school_year = r.school_year and here.class_name = r.class_name
            join register_entry e on e.kind = 'enrolment' and e.current and e.student_id = r.student_id
                 and e.school_year = r.school_year - 1
            join register_entry prior on prior.kind = 'class-section' and prior.current and prior.school_code = e.school_code
                 and prior.school_year = e.school_year and prior.class_name = e.class_name
            where r.kind = 'enrolment' and r.school_year = ?
            group by 1
            """;

    private final Connection connection;
    private boolean prepared;

    RegisterDifference(Connection connection) {
        this.connection = connection;
    }

    /** How canonical JSON says that a class gives the student a result. */
    private static String finishes(String table) {
        return "(" + table + ".content like '%\"status\":\"STUDYING\"%' or " + table
                + ".content like '%\"status\":\"TRANSFERRED_IN\"%')";
    }

    void compare(Whole whole, DifferenceRows rows) throws SQLException {
        unclear(whole);
        prepare();
        execute(CHANGED);
        closed(whole);
        execute(HOMES);
        sizes(rows);
        rows(whole.supplement(), rows);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Once, after the last record. */
    private void prepare() throws SQLException {
        if (!prepared) {
            execute(PREPARE);
            prepared = true;
        }
    }

    private void unclear(Whole whole) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into intake_unclear values (?, ?, ?)")) {
            for (ClassKey list : whole.unclear()) {
                insert.setString(1, list.school());
                insert.setInt(2, list.year());
                insert.setString(3, list.className());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void closed(Whole whole) throws SQLException {
        try (PreparedStatement create = connection.prepareStatement(CLOSED)) {
            create.setBoolean(1, whole.supplement());
            create.setInt(2, whole.year().start());
            create.setBoolean(3, whole.supplement());
            create.execute();
        }
        execute("create index on intake_closed (key); analyze intake_closed");
    }

    private void sizes(DifferenceRows rows) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SIZES)) {
            while (row.next()) {
                rows.size(place(row), row.getLong(4), row.getLong(5), row.getLong(6));
            }
        }
    }

    private static ClassKey place(ResultSet row) throws SQLException {
        return new ClassKey(row.getString(1), row.getInt(2), row.getString(3));
    }

    private void rows(boolean supplement, DifferenceRows rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setFetchSize(ROWS_FETCHED_TOGETHER);
            statement.setBoolean(1, supplement);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.row(new DifferenceRow(
                            place(row),
                            row.getString(4),
                            row.getString(5),
                            What.valueOf(row.getString(7)),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10)));
                }
            }
        }
    }

    /** After the last record. */
    Map<Integer, Long> gradeSteps(SchoolYear year) throws SQLException {
        prepare();
        Map<Integer, Long> steps = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(GRADE_STEPS)) {
            statement.setInt(1, year.start());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    steps.put(row.getInt(1), row.getLong(2));
                }
            }
        }
        return steps;
    }
}
