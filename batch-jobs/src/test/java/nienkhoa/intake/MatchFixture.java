package nienkhoa.intake;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import nienkhoa.data.CanonicalJson;
import nienkhoa.intake.TakenExport.TakenFile;
import nienkhoa.intake.assessment.AssessmentRules;
import nienkhoa.intake.assessment.Regimes;
import nienkhoa.intake.difference.ClassKey;
import nienkhoa.intake.difference.DifferenceRow;
import nienkhoa.intake.difference.DifferenceRows;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.testing.TestDatabase;

/**
 * Takes rows of class lists and registries into a real register, from the moment at which they have been read. A school is
 * a folder with its school sheet (file 2n) and its lists (file 2n + 1).
 */
final class MatchFixture {

    private static final Instant FIRST = Instant.parse("2024-06-01T00:00:00Z");

    private final TestDatabase database;
    private final Path home;
    private int exports;

    MatchFixture(TestDatabase database, Path home) {
        this.database = database;
        this.home = home;
    }

    /** One row; empty text for what it does not have. */
    record Row(
            FactKind kind,
            String school,
            int year,
            String className,
            String status,
            String name,
            String birthDate,
            String identityNumber,
            String moetCode,
            String localCode) {

        /** {@code school year class status | name | birth date | identity number | code of the ministry | local code}. */
        static Row parse(String text) {
            String[] parts = text.split("\\|", -1);
            String[] place = parts[0].trim().split(" ");
            return new Row(
                    place[3].equals("REGISTRY") ? FactKind.REGISTRY : FactKind.CLASS_LIST,
                    place[0],
                    Integer.parseInt(place[1]),
                    place[2],
                    place[3],
                    parts[1].trim(),
                    parts[2].trim(),
                    parts[3].trim(),
                    parts[4].trim(),
                    parts[5].trim());
        }

        Fact fact(int file, int number) {
            Map<String, String> values = new HashMap<>(
                    Map.of("name", name, "gender", "Nam", "status", status, "level", "PRIMARY", "cohort", "2019"));
            values.put("number", "001");
            put(values, "birthDate", birthDate);
            put(values, "localCode", localCode);
            return new Fact(
                    file, 0, number, kind, year, className, moetCode, identityNumber, false, Map.copyOf(values));
        }

        private static void put(Map<String, String> values, String field, String value) {
            if (!value.isEmpty()) {
                values.put(field, value);
            }
        }
    }

    /** Takes one export; each is a day later than the one before. */
    List<Finding> take(String... rows) {
        return take(List.of(rows).stream().map(Row::parse).toList());
    }

    private List<Finding> take(List<Row> rows) {
        List<String> schools =
                List.copyOf(new TreeSet<>(rows.stream().map(Row::school).toList()));
        List<TakenFile> files = new ArrayList<>();
        List<Fact> facts = new ArrayList<>();
        for (String school : schools) {
            facts.add(schoolSheet(files.size(), school));
            files.add(new TakenFile(school + "/truong.xlsx", 1, "0".repeat(64)));
            files.add(new TakenFile(school + "/danh-sach.xlsx", 1, "0".repeat(64)));
        }
        int number = 1;
        for (Row row : rows) {
            facts.add(row.fact(schools.indexOf(row.school()) * 2 + 1, number++));
        }
        String sha256 = CanonicalJson.sha256(rows.toString());
        return take(new TakenExport(sha256, home, home, files, List.of()), facts);
    }

    private static Fact schoolSheet(int file, String school) {
        Map<String, String> values =
                Map.of("code", school, "name", "Trường " + school, "levels", "PRIMARY", "province", "Hải Phòng");
        return new Fact(file, 0, 2, FactKind.SCHOOL, 0, "", "", "", false, values);
    }

    private List<Finding> take(TakenExport export, List<Fact> facts) {
        FindingCollector findings = new FindingCollector(1_000);
        ExportFiles files = new ExportFiles(export, findings, new RejectedStudents(new SchoolYear(2023)));
        facts.forEach(fact -> files.row(fact, List.of()));
        try (Staging.Session session = new PostgresStaging(database.dataSource()).open(export.sha256(), home)) {
            session.facts(List.of(facts).iterator());
            List<Fact> schoolFacts = session.schoolFacts();
            SchoolFolders folders = new SchoolFolders(export, schoolFacts, session.schools(), files);
            SchoolAssembler schools = new SchoolAssembler(schoolFacts, folders);
            new StudentMatch(session, files).match(export, folders);
            ClassChecks checks = new ClassChecks(AssessmentRules.bundled(Regimes.UNTOLD), Layouts.bundled(), files);
            try (StudentAssembly assembly = new StudentAssembly(schools, checks, 2)) {
                StudentJoin join = new StudentJoin(session, folders, assembly, files, home.resolve("photos"), export);
                session.students(3, join::join);
                join.joinLast();
            }
            session.records(schools.records());
            session.compare(new Staging.Whole(new SchoolYear(2023), true, List.of()), new Uncounted());
            session.merge(FIRST.plusSeconds(86_400L * exports++));
            session.commit();
        }
        return findings.all();
    }

    /** Differences are told elsewhere. */
    private static final class Uncounted implements DifferenceRows {

        @Override
        public void size(ClassKey place, long registered, long listed, long results) {}

        @Override
        public void row(DifferenceRow row) {}
    }

    /** All that the register believes and believed of students: {@code kind place revision (closed)}, by time. */
    List<String> history() {
        return database.jdbc()
                .sql("""
                        select kind, student_id, school_code, school_year, class_name, revision, current, content, entered_at
                        from register_entry
                        where kind in ('student', 'enrolment')
                        order by kind desc, entered_at, school_year, class_name, school_code, revision, student_id
                        """)
                .query((row, index) -> {
                    String what = row.getString(1).equals("student")
                            ? person(CanonicalJson.read(row.getString(8), Student.class))
                            : row.getString(3) + " " + row.getInt(4) + " " + row.getString(5);
                    return what + (row.getBoolean(7) ? "" : " (closed)");
                })
                .list();
    }

    private static String person(Student student) {
        return student.name() + " " + student.birthDate() + " " + student.identityNumber();
    }

    List<Student> students() {
        return new RegisterContents(database.jdbc()).current("student", Student.class);
    }

    Instant now() {
        return Timestamp.from(FIRST.plusSeconds(86_400L * exports)).toInstant();
    }
}
