package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.archive.copies.CopiesFixture;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SampleDistrict;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A class whose year-end was run, and what happens when the database or the archive was lost after it. */
class YearEndAgainTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path export = Path.of("");

    /** One home for both: a year-end of a cold program takes the most of the time. */
    @Test
    void aLostArchiveIsReadyAgainAndAfterALostDatabaseNothingIsArchivedTwice() throws IOException {
        runAYearEnd();
        Map<String, String> contents = contents();
        int dossiers = rows("archive_dossier").get("archive_dossier").size();
        KeptHome.wipe(home.resolve("archive"));
        forget("archive_dossier", "archive_version", "archive_document", "archive_retention");

        assertThat(run("archive", "ready").path("dossiers").asInt()).isEqualTo(dossiers);
        assertThat(contents()).isEqualTo(contents);
        assertThat(run("archive", "ready").path("dossiers").asInt()).isZero();
        assertThat(run("verify").path("findings").asInt()).isZero();

        Map<String, String> archive = CopiesFixture.tree(home.resolve("archive"));
        Map<String, List<String>> rows = rows("archive_dossier", "archive_document", "archive_version");
        List<String> documents = documents();
        DATABASE.clear();
        run("rebuild");

        assertThat(yearEnd().path("archived").asInt()).isPositive();
        assertThat(CopiesFixture.tree(home.resolve("archive"))).isEqualTo(archive);
        assertThat(rows("archive_dossier", "archive_document", "archive_version"))
                .isEqualTo(rows);
        assertThat(documents()).isEqualTo(documents);
    }

    private void runAYearEnd() throws IOException {
        DATABASE.clear();
        home = folder.resolve("home");
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/nienkhoa.properties"), DATABASE.configuration());
        export = folder.resolve("export");
        SampleDistrict.write(new SampleDistrict.Options(export, 1, 12, new SchoolYear(2023), 7), (done, total) -> {});
        assertThat(yearEnd().path("archived").asInt()).isPositive();
    }

    /** Digests of documents, data and received files; the packages around them tell their own runs. */
    private Map<String, String> contents() throws IOException {
        return CopiesFixture.tree(home.resolve("archive")).entrySet().stream()
                .filter(file -> file.getKey().contains("/representations/rep1/data/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> documents() {
        return DATABASE.jdbc()
                .sql("select document_id || outcome || pdf_sha256 || data_sha256 from rendering_document order by 1")
                .query(String.class)
                .list();
    }

    private static Map<String, List<String>> rows(String... tables) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : tables) {
            rows.put(
                    table,
                    DATABASE.jdbc()
                            .sql("select row_to_json(t)::text from " + table + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    private static void forget(String... tables) {
        DATABASE.jdbc().sql("""
                        do $$ begin
                          set session_replication_role = replica;
                          truncate %s cascade;
                          set session_replication_role = origin;
                        end $$
                        """.formatted(String.join(", ", tables))).update();
    }

    private JsonNode yearEnd() {
        return run("year-end", export.toString(), "--school-year", "2023-2024", "--class", "1A");
    }

    private JsonNode run(String... command) {
        Commands.Said said = Commands.run(
                home, Stream.concat(Stream.of(command), Stream.of("--json")).toArray(String[]::new));
        assertThat(said.exit()).as(String.join(" ", command) + said.err()).isLessThanOrEqualTo(1);
        return new JsonMapper().readTree(said.out());
    }
}
