package nienkhoa.intake;

import static nienkhoa.intake.TestExport.CLASS_LIST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nienkhoa.intake.difference.ChangeLimit;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.SchoolYear;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is loaded between, the export that is loaded last is what the register believes about its classes. */
class LoadHistoryTest {

    private static final SchoolYear YEAR = new SchoolYear(2023);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int STUDENTS = 12;

    private static final String PLACES = """
            select key || ' ' || content from register_entry
            where kind = 'enrolment' and current order by key collate "C"
            """;

    private static final String OF_LISTED = """
            select kind || ' ' || key || ' ' || content from register_entry
            where current and kind in ('student', 'class-section')
              and (student_id is null or student_id in (
                  select student_id from register_entry where kind = 'enrolment' and current))
              and (kind <> 'class-section' or class_name in (
                  select class_name from register_entry where kind = 'enrolment' and current))
            order by kind collate "C", key collate "C"
            """;

    private static final String REVISIONS_WITHOUT_REASON = """
            with history as (
                select kind, key, content_sha256, entered_at, revision, current,
                       lag(content_sha256) over w as before, count(*) over (partition by kind, key) as revisions
                from register_entry
                window w as (partition by kind, key order by revision))
            select kind || ' ' || key || ' ' || revision from history h
            where content_sha256 = before and kind <> 'enrolment'
            """;

    private static final String GAPS = """
            select count(*) from (
                select kind, key from register_entry group by kind, key
                having max(revision) <> count(*) or count(*) filter (where current) > 1) broken
            """;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path home;

    @TempDir
    private Path folders;

    private int exports;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void oneThenAnotherThenTheFirstAgainEndsAsTheFirstAlone(long seed) throws IOException {
        DATABASE.clear();
        load(random(seed));
        List<String> placesOfFirst = rows(PLACES);
        List<String> recordsOfFirst = rows(OF_LISTED);

        load(random(1000 + seed));
        boolean differed = !rows(PLACES).equals(placesOfFirst);
        load(random(seed));

        assertThat(differed).isTrue();
        assertThat(rows(PLACES)).isEqualTo(placesOfFirst);
        assertThat(rows(OF_LISTED)).isEqualTo(recordsOfFirst);
        assertThat(rows(REVISIONS_WITHOUT_REASON)).isEmpty();
        assertThat(rows(GAPS)).containsExactly("0");
    }

    /** A class list of which some students are missing, renamed, without an address or in the other class. */
    private static TestExport random(long seed) {
        Random random = new Random(seed);
        TestExport export = LoadExport.of(STUDENTS);
        for (int student = 1; student <= STUDENTS; student++) {
            String row = String.valueOf(LoadExport.row(student));
            if (random.nextInt(3) == 0) {
                export.set(CLASS_LIST, "5A", "N" + row, "5B");
            }
            if (random.nextInt(3) == 0) {
                export.set(CLASS_LIST, "5A", "C" + row, "Lê Thị Tên " + random.nextInt(5));
            }
            if (random.nextInt(3) == 0) {
                export.set(CLASS_LIST, "5A", "J" + row, "");
            }
        }
        // Two stay in each class, so that both exports hold both lists: nobody ends in a class that is not listed.
        export.set(CLASS_LIST, "5A", "N" + LoadExport.row(1), "5A");
        export.set(CLASS_LIST, "5A", "N" + LoadExport.row(2), "5B");
        return LoadExport.without(
                export,
                code -> code.matches("31\\d{8}") && code.compareTo(LoadExport.code(2)) > 0 && random.nextInt(4) == 0);
    }

    private static List<String> rows(String sql) {
        return DATABASE.jdbc().sql(sql).query(String.class).list();
    }

    private void load(TestExport export) throws IOException {
        exports++;
        Path folder = Files.createDirectories(folders.resolve("e" + exports));
        export.write(folder);
        Intake intake = new Intake(
                home,
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
        LoadRequest request = new LoadRequest(YEAR, false, Optional.of("thử"), new ChangeLimit(0.25), "thu.ky");
        assertThat(intake.read(intake.take(folder), request, ProgressListener.NONE)
                        .stopped())
                .isFalse();
    }
}
