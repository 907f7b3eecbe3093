package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nienkhoa.app.Commands.Said;
import nienkhoa.archive.copies.CopiesFixture;
import nienkhoa.forms.PdfReadback;
import nienkhoa.model.SchoolYear;
import nienkhoa.sample.SampleDistrict;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person asks of a year-end: one class, one form, own words, another school; and what cannot be done. */
class YearEndRequestsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path folder;

    static Path export;

    /** A new one for each test. */
    @TempDir
    private Path home;

    @BeforeAll
    static void writesAnExport() {
        export = folder.resolve("bản xuất");
        SampleDistrict.write(new SampleDistrict.Options(export, 2, 60, new SchoolYear(2023), 7), (done, total) -> {});
    }

    @BeforeEach
    void beginsWithNothing() throws IOException {
        DATABASE.clear();
        Commands.write(home.resolve("config/nienkhoa.properties"), DATABASE.configuration());
    }

    @Test
    void refusesTheWrongSchoolYearBeforeAnythingIsWritten() throws IOException {
        Said said = Commands.run(home, "year-end", export.toString(), "--school-year", "2030-2031");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("2030-2031").contains("2023-2024");
        assertThat(files("archive")).noneMatch(name -> name.contains("dossier.json"));
    }

    @Test
    void namesWhatAClassLacksAndMakesTheRest() throws IOException {
        Path damaged = folder.resolve("damaged");
        copy(export.resolve("31313401"), damaged.resolve("31313401"));
        Files.writeString(damaged.resolve("31313401/2023-2024/ket-qua/1A.xlsx"), "no workbook");
        Files.delete(damaged.resolve("31313401/2023-2024/ket-qua/2A.xlsx"));

        Said said = yearEnd(damaged);

        assertThat(said.exit()).isEqualTo(1);
        assertThat(summary(said).path("findingsByCode").propertyNames())
                .contains("I001_UNREADABLE_WORKBOOK", "N002_YEAR_WITHOUT_MARKS", "N004_STUDENTS_WITHOUT_RESULTS");
        List<String> made = files("out");
        assertThat(made).noneMatch(name -> name.contains("/1A/")).noneMatch(name -> name.contains("/2A/"));
        assertThat(made).anyMatch(name -> name.contains("/3A/transcript-primary/"));
    }

    @Test
    void namesAnUnknownClass() {
        Said said = yearEnd(export, "--class", "9Z");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("9Z").doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void makesYearPagesOfOneClassOnRequest() throws IOException {
        Said said = yearEnd(export, "--class", "1A", "--form", "transcript-primary/year-pages");

        assertThat(said.exit()).isLessThanOrEqualTo(1);
        assertThat(summary(said).path("pages").asLong())
                .isPositive()
                .isEqualTo(3 * summary(said).path("rendered").asLong());
        assertThat(files("out")).noneMatch(name -> name.contains("/class-summary/"));
    }

    @Test
    void makesRegistriesOverFacingPagesOnRequest() throws IOException {
        Said said = yearEnd(export, "--form", "student-registry/B");

        assertThat(said.exit()).isLessThanOrEqualTo(1);
        assertThat(summary(said).path("rendered").asLong()).isPositive();
        // A cover, at least one pair, a last page.
        assertThat(summary(said).path("pages").asLong())
                .isGreaterThanOrEqualTo(4 * summary(said).path("rendered").asLong())
                .isEven();
        assertThat(files("out")).noneMatch(name -> name.contains("/transcript-primary/"));
    }

    @Test
    void makesTranscriptsOfAnUpperSecondaryClass() throws IOException {
        Path school = folder.resolve("thpt/31313501");
        UpperSecondaryExport.write(school);

        Said said = yearEnd(school.getParent(), "--form", "transcript-upper-secondary");

        assertThat(summary(said).path("rendered").asInt()).as(said.err()).isEqualTo(2);
        assertThat(summary(said).path("findingsByCode").propertyNames()).contains("N002_YEAR_WITHOUT_MARKS");
        String first = files("out").stream()
                .filter(name -> name.contains("/001-") && name.endsWith(".pdf"))
                .findFirst()
                .orElseThrow();
        String text = PdfReadback.text(Files.readAllBytes(home.resolve("out" + first)));
        assertThat(text)
                .contains("TRƯỜNG THPT: Hoa Sen", "2022 - 2023", "2023 - 2024", "Sinh học", "8,0", "Lê Thị Chủ");
        assertThat(text).doesNotContain("Địa lí");
    }

    @Test
    void makesOnlyThoseDocumentsAgainThatAHomePrintsOtherwise() throws IOException {
        yearEnd(export, "--class", "1A");
        Map<String, String> before = documents();
        Path labels = home.resolve("config/forms/class-summary/tt27-2020/labels.yaml");
        Commands.write(labels, "labels:\n  headng: {text: \"BẢNG TỔNG HỢP CỦA TRƯỜNG\"}\n");

        Said bad = yearEnd(export, "--class", "1A");

        assertThat(bad.exit()).isEqualTo(2);
        assertThat(bad.err()).contains(labels + ":2: mẫu không có nhãn “headng”");
        assertThat(documents()).isEqualTo(before);

        Commands.write(labels, "labels:\n  heading: {text: \"BẢNG TỔNG HỢP CỦA TRƯỜNG\"}\n");
        yearEnd(export, "--class", "1A");

        Map<String, String> after = documents();
        assertThat(after.keySet()).isNotEmpty().isEqualTo(before.keySet());
        assertThat(after.keySet()).allSatisfy(name -> assertThat(after.get(name).equals(before.get(name)))
                .isEqualTo(name.endsWith(".json") || !name.contains("/class-summary/")));
        assertThat(files("archive")).anyMatch(name -> name.contains("/v2/content/"));
    }

    private Said yearEnd(Path of, String... more) {
        Stream<String> command = Stream.of("year-end", of.toString(), "--school-year", "2023-2024", "--json");
        return Commands.run(home, Stream.concat(command, Stream.of(more)).toArray(String[]::new));
    }

    private static JsonNode summary(Said said) {
        return JSON.readTree(said.out());
    }

    /** Digests of all that is printed or printed from, by path. */
    private Map<String, String> documents() throws IOException {
        Map<String, String> documents = CopiesFixture.tree(home.resolve("out"));
        documents.keySet().removeIf(name -> !name.contains("VB-"));
        return documents;
    }

    private List<String> files(String inside) throws IOException {
        Path root = home.resolve(inside);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> "/" + root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
