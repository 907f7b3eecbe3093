package nienkhoa.intake.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nienkhoa.intake.Fact;
import nienkhoa.intake.FactKind;
import nienkhoa.intake.Match;
import nienkhoa.intake.Sighting;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one person are gathered, however many other rows lie between them. */
class SightingsTest {

    private static final int STUDENTS = 5;
    private static final int FILES = 3;

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private record Gathered(List<Sighting> sightings, List<List<Fact>> students) {}

    @Test
    void aSightingThatWasForgottenMeanwhileIsTheSameOne() throws SQLException {
        Gathered whole = gathered(1_000, rows());

        assertThat(whole.sightings()).hasSize(2 * STUDENTS);
        assertThat(whole.students()).hasSize(STUDENTS).allSatisfy(rows -> assertThat(rows)
                .hasSize(FILES));
        assertThat(gathered(1, rows())).isEqualTo(whole);
        assertThat(gathered(2, reversed())).isEqualTo(whole);
    }

    private Gathered gathered(int remembered, List<Fact> rows) throws SQLException {
        FactSpool spool = FactSpool.in(folder, 1);
        try (PostgresSession session =
                new PostgresSession(DATABASE.dataSource().getConnection(), "export", spool, remembered)) {
            session.facts(List.of(rows).iterator());
            List<Sighting> sightings = session.sightings(Map.of(0, "31313401", 1, "31313401", 2, "31313401"), Set.of());
            Map<Integer, Match> matches = new HashMap<>();
            sightings.forEach(sighting -> matches.put(sighting.number(), Match.of("student-" + sighting.moetCode())));
            session.matched(matches, List.of());
            List<List<Fact>> students = new ArrayList<>();
            session.students(2, students::addAll);
            return new Gathered(sightings, students);
        }
    }

    /** A class list and two files of results. */
    private static List<Fact> rows() {
        List<Fact> rows = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            for (int student = 0; student < STUDENTS; student++) {
                FactKind kind = file == 0 ? FactKind.CLASS_LIST : FactKind.RESULT;
                Map<String, String> values = Map.of("name", "Học Sinh " + student, "birthDate", "2013-05-1" + student);
                rows.add(new Fact(file, 0, student + 5, kind, 2023, "5A", "310000000" + student, "", false, values));
            }
        }
        return rows;
    }

    private static List<Fact> reversed() {
        List<Fact> rows = rows();
        Collections.reverse(rows);
        return rows;
    }
}
