package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.PdfReadback;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SampleDistrict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program as its users start it: real spreadsheets in, an archive out, in processes of their own. */
class YearEndTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Partitions that have nothing to do begin and end at the same moment. */
    private static final String MANY_THREADS = "-XX:ActiveProcessorCount=6";

    @TempDir
    static Path folder;

    static Path export;
    static Path home;
    static JsonNode first;

    @BeforeAll
    static void runsOneYearEnd() throws Exception {
        export = folder.resolve("bản xuất");
        SampleDistrict.write(new SampleDistrict.Options(export, 2, 60, new SchoolYear(2023), 7), (done, total) -> {});
        home = folder.resolve("home");
        first = yearEnd(home, List.of());
    }

    @Test
    void everyPlannedDocumentComesToAnEnd() {
        assertThat(first.path("planned").asLong())
                .isPositive()
                .isEqualTo(first.path("rendered").asLong()
                        + first.path("rejected").asLong()
                        + first.path("notRendered").asLong());
        assertThat(first.path("rejected").asLong()).isZero();
        assertThat(first.path("archived").asLong())
                .isEqualTo(first.path("rendered").asLong())
                .isEqualTo(first.path("documents").asLong());
        assertThat(first.path("pages").asLong())
                .isGreaterThan(first.path("documents").asLong());
        assertThat(first.path("findingsByCode").propertyNames()).doesNotContain("N001_NO_EDITION");
    }

    @Test
    void writesDocumentsOfEveryFormAndTheReport() throws Exception {
        List<String> names = files(home.resolve("out"));

        assertThat(names).anyMatch(name -> name.contains("/transcript-primary/") && name.endsWith(".pdf"));
        assertThat(names).anyMatch(name -> name.contains("/8A/transcript-lower-secondary/") && name.endsWith(".pdf"));
        assertThat(names).anyMatch(name -> name.contains("/9A/transcript-lower-secondary/") && name.endsWith(".pdf"));
        assertThat(names).anyMatch(name -> name.contains("/class-summary/") && name.endsWith(".xlsx"));
        assertThat(names).anyMatch(name -> name.contains("/8A/class-record-book/") && name.endsWith(".pdf"));
        assertThat(names).anyMatch(name -> name.contains("/9A/class-record-book/") && name.endsWith(".xlsx"));
        assertThat(names).anyMatch(name -> name.contains("/student-registry/") && name.endsWith(".pdf"));
        assertThat(names).anyMatch(name -> name.contains("/reports/year-end-LC-") && name.endsWith(".pdf"));
    }

    @Test
    void laysCoverAndListIntoEveryDossierOfDocuments() throws Exception {
        List<String> names = files(home.resolve("archive"));
        List<String> papers = names.stream()
                .filter(name -> name.endsWith("/bundle-papers.pdf"))
                .toList();
        List<String> ofDocuments = names.stream()
                .filter(name -> name.endsWith(".pdf"))
                .map(name -> name.substring(0, name.indexOf("/content/")) + "/content/documentation/bundle-papers.pdf")
                .distinct()
                .toList();

        assertThat(papers).isNotEmpty().containsExactlyInAnyOrderElementsOf(ofDocuments);
        assertThat(papers)
                .allSatisfy(name -> assertThat(PdfReadback.text(Files.readAllBytes(home.resolve("archive" + name))))
                        .contains(
                                "HỒ SƠ",
                                "MỤC LỤC VĂN BẢN, TÀI LIỆU TRONG HỒ SƠ",
                                "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
                                "Thời hạn bảo quản"));
    }

    @Test
    void secondRunOfTheSameCommandChangesNothing() throws Exception {
        TreeMap<String, String> documents = digests(home.resolve("out"), "-VB-");
        TreeMap<String, String> archive = digests(home.resolve("archive"), "");

        JsonNode second = yearEnd(home, List.of(MANY_THREADS));

        assertThat(second.path("archived")).isEqualTo(first.path("archived"));
        assertThat(digests(home.resolve("out"), "-VB-")).isEqualTo(documents);
        assertThat(digests(home.resolve("archive"), "")).isEqualTo(archive);
    }

    @Test
    void archiveStandsTheCheckFromOutside() throws Exception {
        assertThat(run(List.of(), "--home", home.toString(), "verify").exit()).isZero();
    }

    @Test
    void anotherMachineMakesTheSameBytes() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");

        yearEnd(
                elsewhere,
                List.of(
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=America/Los_Angeles",
                        MANY_THREADS));

        assertThat(digests(elsewhere.resolve("out"), "-VB-")).isEqualTo(digests(home.resolve("out"), "-VB-"));
    }

    /** Every stage is cut off once, shortly after its progress tells of it. */
    @Test
    void goesOnAfterBeingKilledAnywhere() throws Exception {
        Path killed = folder.resolve("killed");
        for (String told : List.of("Nhận dữ liệu: 0/", "Lập văn bản: [1-9]", "Lưu trữ: 0/", "Lập báo cáo")) {
            killAfter(told, killed);
        }

        JsonNode last = yearEnd(killed, List.of());

        assertThat(last.path("archived")).isEqualTo(first.path("archived"));
        assertThat(digests(killed.resolve("out"), "-VB-")).isEqualTo(digests(home.resolve("out"), "-VB-"));
        assertThat(run(List.of(), "--home", killed.toString(), "verify").exit()).isZero();
    }

    private static void killAfter(String told, Path home) throws Exception {
        Process run = command(List.of(), yearEndArguments(home))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = run.errorReader(StandardCharsets.UTF_8)) {
            assertThat(said.lines().anyMatch(Pattern.compile(told).asPredicate()))
                    .as(told)
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(200);
            run.destroyForcibly().waitFor();
        }
    }

    private static JsonNode yearEnd(Path home, List<String> jvm) throws Exception {
        Ran ran = run(jvm, yearEndArguments(home));
        assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
        return JSON.readTree(ran.out());
    }

    private static String[] yearEndArguments(Path home) {
        return new String[] {
            "--home", home.toString(), "--json", "year-end", export.toString(), "--school-year", "2023-2024"
        };
    }

    private static Ran run(List<String> jvm, String... arguments) throws Exception {
        Path errors = Files.createTempFile(folder, "err", ".txt");
        Process process = command(jvm, arguments).redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(errors));
    }

    private static ProcessBuilder command(List<String> jvm, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=128m",
                "-Djava.awt.headless=true"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "nienkhoa.app.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> inside = Files.walk(root)) {
            return inside.filter(Files::isRegularFile)
                    .map(file -> "/" + root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static TreeMap<String, String> digests(Path root, String named) throws IOException {
        TreeMap<String, String> digests = new TreeMap<>();
        for (String name : files(root)) {
            if (name.contains(named)) {
                digests.put(name, CanonicalJson.sha256(Files.readAllBytes(root.resolve(name.substring(1)))));
            }
        }
        return digests;
    }

    private record Ran(int exit, String out, String err) {}
}
