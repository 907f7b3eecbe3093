package nienkhoa.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of every {@code cases.csv}, asked of all the bundled rules together. */
class CircularCasesTest {

    private static final Path CIRCULARS = Path.of("circulars");
    private static final RetentionRules RULES = RetentionRules.bundled();

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void decidesAsTheTableSays(Case line) {
        Decision decision = RULES.decide(line.dossier(), line.asOf());

        assertThat(List.of(
                        decision.code(),
                        decision.keptUntil(),
                        RULES.maintenance(decision).code() + " "
                                + RULES.maintenance(decision).text(),
                        String.join(
                                " ",
                                decision.citations().stream()
                                        .map(Citation::rule)
                                        .distinct()
                                        .sorted()
                                        .toList())))
                .as(line.why())
                .containsExactly(line.decision(), line.keptUntil(), line.maintenance(), line.rules());
    }

    @Test
    void everyFolderIsLoadedAndComplete() {
        List<String> folders =
                folders().map(path -> path.getFileName().toString()).toList();

        assertThat(RULES.circulars()).extracting(Circular::folder).containsExactlyInAnyOrderElementsOf(folders);
        assertThat(folders()).allSatisfy(folder -> {
            assertThat(folder.resolve("circular.md")).isNotEmptyFile();
            assertThat(folder.resolve("cases.csv")).isNotEmptyFile();
        });
    }

    static Stream<Case> cases() {
        return folders().flatMap(folder -> lines(folder.resolve("cases.csv"))
                .skip(1)
                .map(line -> Case.of(folder.getFileName().toString(), line)));
    }

    private static Stream<Path> folders() {
        try (Stream<Path> entries = Files.list(CIRCULARS)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> !line.isBlank());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line: records are {@code CLASS/MEDIUM} joined by {@code +}; triggers and holds are separated by {@code ;}. */
    record Case(
            String folder,
            List<RecordFacts> dossier,
            LocalDate asOf,
            String decision,
            String keptUntil,
            String maintenance,
            String rules,
            String why) {

        static Case of(String folder, String line) {
            String[] cells = line.split(",", 9);
            List<RecordFacts> dossier = Arrays.stream(cells[0].split("\\+"))
                    .map(record -> facts(record, cells[1], cells[2]))
                    .toList();
            return new Case(
                    folder, dossier, LocalDate.parse(cells[3]), cells[4], cells[5], cells[6], cells[7], cells[8]);
        }

        private static RecordFacts facts(String record, String triggers, String holds) {
            String[] parts = record.split("/");
            RecordFacts facts = RecordFacts.of(parts[0], Medium.valueOf(parts[1]))
                    .heldBy(split(holds).toList());
            for (String trigger : split(triggers).toList()) {
                String[] pair = trigger.split("=");
                Trigger name = Trigger.valueOf(pair[0]);
                facts = pair[1].length() == 4
                        ? facts.after(name, Integer.parseInt(pair[1]))
                        : facts.after(name, LocalDate.parse(pair[1]));
            }
            return facts;
        }

        private static Stream<String> split(String cell) {
            return Arrays.stream(cell.split(";")).filter(part -> !part.isBlank());
        }

        @Override
        public String toString() {
            return folder + ": " + why;
        }
    }
}
