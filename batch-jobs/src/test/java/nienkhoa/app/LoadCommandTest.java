package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SampleDistrict;
import nienkhoa.testing.TestPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A load as the person at the keyboard sees it: tried, stopped, confirmed. */
class LoadCommandTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REASON = "Nhập lại theo công văn 15";

    @TempDir
    private Path folder;

    @Test
    void triesStopsAndGoesOnWhenConfirmed() throws IOException {
        TestPrograms.lendTo(folder.resolve("home/db"));
        Path one = sample(7);
        Path other = sample(8);

        Ran tried = run("--json", "intake", one.toString(), "--dry-run");
        assertThat(tried.exit()).as(tried.err()).isLessThanOrEqualTo(1);
        assertThat(tried.json().path("load").path("outcome").asString()).isEqualTo("DRY_RUN");
        assertThat(tried.json().path("classes")).isNotEmpty();
        assertThat(run("intake", one.toString()).exit()).isLessThanOrEqualTo(1);

        Ran stopped = run("intake", other.toString());
        assertThat(stopped.exit()).isEqualTo(2);
        assertThat(stopped.err())
                .contains("Chưa ghi gì vào sổ dữ liệu", "-difference.xlsx")
                .contains("nienkhoa --home " + folder.resolve("home") + " intake " + other
                        + " --school-year 2023-2024 --confirm");

        assertThat(run("year-end", other.toString()).exit()).isEqualTo(2);
        assertThat(run("intake", other.toString(), "--confirm", " ").exit()).isEqualTo(2);
        Ran trial = run("intake", other.toString(), "--dry-run");
        assertThat(trial.exit()).isEqualTo(1);
        assertThat(trial.out())
                .contains("Dữ liệu có vẻ của năm học 2023-2024", "không còn", "lệnh sẽ dừng để hỏi lại", "Chạy thử");

        Ran confirmed = run("--json", "intake", other.toString(), "--confirm", REASON);
        assertThat(confirmed.exit()).isLessThanOrEqualTo(1);
        JsonNode load = confirmed.json().path("load");
        assertThat(load.path("confirmed").asString()).isEqualTo(REASON);
        assertThat(load.path("by").asString()).isEqualTo(System.getProperty("user.name"));
        assertThat(load.path("stops").get(0).asString()).isEqualTo("I151_TOO_MUCH_CHANGES_IN_CLASS");
        assertThat(confirmed.json().path("lines")).isNotEmpty();
        Path kept = folder.resolve("home/work/exports")
                .resolve(confirmed.json().path("exportSha256").asString())
                .resolve("confirmed-loads.json");
        assertThat(Files.readString(kept)).contains(REASON);
    }

    private Path sample(long seed) {
        Path export = folder.resolve("export-" + seed);
        SampleDistrict.write(
                new SampleDistrict.Options(export, 1, 40, new SchoolYear(2023), seed), (done, total) -> {});
        return export;
    }

    private Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all =
                new ArrayList<>(List.of("--home", folder.resolve("home").toString()));
        List<String> given = List.of(arguments);
        int options = given.contains("--dry-run")
                ? given.indexOf("--dry-run")
                : given.contains("--confirm") ? given.indexOf("--confirm") : given.size();
        Stream.of(
                        given.subList(0, options),
                        List.of("--school-year", "2023-2024"),
                        given.subList(options, given.size()))
                .forEach(all::addAll);
        int exit = new CommandLineInterface(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false)
                .run(all.toArray(String[]::new));
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Ran(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }
}
