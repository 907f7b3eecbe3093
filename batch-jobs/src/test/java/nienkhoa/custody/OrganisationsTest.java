package nienkhoa.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nienkhoa.language.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who takes over from whom and when, on invented organisations of the reform of 2025. */
class OrganisationsTest {

    private static final Path REFORM = Path.of("src/test/resources/custody/reform-2025.yaml");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{2}: {0} on {1}")
    @CsvSource({
        "31313401, 2025-07-31, the last day of a school that merges, 31313401",
        "31313401, 2025-08-01, the first day after the merger, 31313499",
        "31313402, 2025-08-01, the other one that merged, 31313499",
        "PGD-HL, 2025-06-30, the last day of the district, PGD-HL",
        "PGD-HL, 2025-07-01, the district is split, P-DONG P-TAY",
        "31313404, 2023-08-31, before the first of two mergers, 31313404",
        "31313404, 2023-09-01, after the first, 31313402",
        "31313404, 2025-07-31, the day before the second, 31313402",
        "31313404, 2025-08-01, after the second, 31313499",
        "31313403, 2025-07-01, a new name is no new organisation, 31313403",
        "31313405, 2025-06-01, a successor on hearsay, ''",
        "31313406, 2024-06-01, nobody took over, ''",
        "99999999, 2025-07-01, an organisation that nobody wrote down, 99999999"
    })
    void decides(String code, LocalDate day, String what, String heirs) {
        Set<String> wanted = heirs.isEmpty() ? Set.of() : Set.of(heirs.split(" "));

        assertThat(OrganisationsFile.read(REFORM).heirs(code, day)).as(what).isEqualTo(wanted);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}, under {3}")
    @CsvSource({
        "31313403, 2025-06-30, Trường Tiểu học số 3, PGD-HL",
        "31313403, 2025-07-01, Trường Tiểu học Hạ Lang Tây, P-TAY",
        "31313401, 2025-06-30, Trường Tiểu học Hoa Sen, PGD-HL",
        "31313401, 2025-07-01, Trường Tiểu học Hoa Sen, P-DONG",
        "31313499, 2020-01-01, Trường Tiểu học Hoa Sen Mai, ''"
    })
    void knowsNamesAndOfficesAboveByTheDay(String code, LocalDate day, String name, String parent) {
        Organisation organisation = OrganisationsFile.read(REFORM).find(code).orElseThrow();

        assertThat(organisation.name(day)).isEqualTo(name);
        assertThat(organisation.parent(day).orElse("")).isEqualTo(parent);
    }

    @Test
    void tellsEveryStepOfASuccessionAndWhoNobodyTookOverFrom() {
        Organisations organisations = OrganisationsFile.read(REFORM);

        assertThat(organisations.after("31313404"))
                .extracting(step -> step.from() + ">" + step.to().code())
                .containsExactly("31313404>31313402", "31313402>31313499");
        assertThat(organisations.before("31313499")).containsExactly("31313401", "31313402");
        assertThat(organisations.abandoned()).extracting(Organisation::code).containsExactly("31313406");
    }

    @ParameterizedTest(name = "{2} in line {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "organisations: [{code: A, kind: school, name: A, colour: red}] | 1 | C702_UNKNOWN_WORD | colour",
                "organisation: [] | 1 | C702_UNKNOWN_WORD | organisation",
                "organisations: [ | 1 | C701_UNREADABLE |",
                "organisations: [] | 1 | C701_UNREADABLE | organisations",
                "kind: school>kind: zoo | 2 | C703_BAD_ENTRY | kind",
                "name: A>name: '' | 2 | C703_BAD_ENTRY | name",
                "until: 2024-12-31>until: 31/12/2024 | 2 | C703_BAD_ENTRY | until",
                "from: 2000-01-01>from: 2030-01-01 | 2 | C703_BAD_ENTRY | from",
                "code: A>code: A/B | 2 | C703_BAD_ENTRY | code",
                "status: CONFIRMED>status: MAYBE | 2 | C703_BAD_ENTRY | status",
                "code: B, kind>code: A, kind | 3 | C704_CODE_TWICE | A",
                "code: B, on>code: X, on | 2 | C705_UNKNOWN | X",
                "on: 2025-01-01>on: 2025-01-02 | 2 | C707_GAP | 2025-01-02",
                "on: 2025-01-01>on: 2024-12-31 | 2 | C708_OVERLAP | 2024-12-31",
                "until: 2024-12-31, successors>successors | 2 | C709_NOT_ENDED | B",
                "from: 2025-01-01>from: 2025-02-01 | 2 | C710_NOT_IN_FORCE | 2025-01-01"
            })
    void namesTheLineAndWhatIsWrong(String change, int line, String code, String about) throws IOException {
        String good = String.join(
                "\n",
                "organisations:",
                "  - {code: A, kind: school, name: A, from: 2000-01-01, until: 2024-12-31, successors: [{code: B, on: 2025-01-01, decision: 1/QĐ, decided: 2024-12-01, status: CONFIRMED}]}",
                "  - {code: B, kind: school, name: B, from: 2025-01-01}",
                "");
        String[] parts = change.split(">");
        String yaml = parts.length == 1 ? change : good.replaceFirst(Pattern.quote(parts[0]), parts[1]);
        assertThat(yaml).isNotEqualTo(good);

        assertFault(yaml, line, code, about == null ? "" : about);
    }

    @Test
    void namesACircleGapsAndOverlapsOfNames() throws IOException {
        assertFault("""
                organisations:
                  - {code: A, kind: school, name: A, until: 2024-12-31, successors: [{code: B, on: 2025-01-01, decision: 1, decided: 2024-12-01, status: CONFIRMED}]}
                  - {code: B, kind: school, name: B, until: 2025-12-31, successors: [{code: A, on: 2026-01-01, decision: 1, decided: 2024-12-01, status: CONFIRMED}]}
                """, 2, "C706_CIRCLE", "A → B → A");
        assertFault(names("2024-12-31", "2025-01-02"), 2, "C707_GAP", "2025-01-02");
        assertFault(names("2024-12-31", "2024-12-31"), 2, "C708_OVERLAP", "2024-12-31");
    }

    private static String names(String until, String from) {
        return "organisations:\n  - {code: A, kind: school, names: [{name: A, until: " + until + "}, {name: B, from: "
                + from + "}]}\n";
    }

    private void assertFault(String yaml, int line, String code, String about) throws IOException {
        Path file = Files.writeString(folder.resolve("organisations.yaml"), yaml);
        assertThatThrownBy(() -> OrganisationsFile.read(file)).isInstanceOfSatisfying(BadOrganisations.class, bad -> {
            assertThat(bad.findings()).anySatisfy(finding -> {
                assertThat(finding.code()).isEqualTo(code);
                assertThat(finding.args().get(1)).isEqualTo(Integer.toString(line));
                assertThat(finding.args()).anyMatch(arg -> arg.contains(about));
            });
            bad.findings().forEach(finding -> assertThat(List.of(
                            Messages.vietnamese().of("custody", finding),
                            Messages.english().of("custody", finding)))
                    .allMatch(said -> said.contains("organisations.yaml") && !said.contains("{")));
        });
    }

    /** The example that users copy. */
    @Test
    void readsTheExampleOfTheReadme() throws IOException {
        Matcher example = Pattern.compile("```yaml\\n(keeper:.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../README.md")));
        assertThat(example.find()).isTrue();

        Path file = Files.writeString(folder.resolve("organisations.yaml"), example.group(1));

        assertThat(OrganisationsFile.read(file).all()).hasSizeGreaterThan(2);
    }
}
