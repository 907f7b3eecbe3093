package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nienkhoa.archive.deposit.DepositKind;
import nienkhoa.archive.deposit.DepositsOwed;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code config/deposits.yaml}: which team and teacher of which school owes what; nobody has to write one. */
final class DepositRoster {

    static final String FILE = "deposits.yaml";

    private static final int MOST_WEEKS = 53;

    private DepositRoster() {}

    private record Line(
            @Nullable String school, int weeks, @Nullable Map<String, List<String>> owed) {}

    /**
     * What one school owes; empty if the file does not exist or does not name the school.
     *
     * @throws Problem if the file cannot be read, or says what makes no sense
     */
    static Optional<DepositsOwed> of(Path config, String school, List<DepositKind> kinds) {
        Path file = config.resolve(FILE);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        return read(file).stream()
                .map(line -> checked(line, file, kinds))
                .filter(owed -> owed.school().equals(school))
                .findFirst();
    }

    private static List<Line> read(Path file) {
        try {
            return YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(Files.readString(file), new TypeReference<List<Line>>() {});
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw Problem.wrongUse("S080_BAD_ROSTER", file + ":" + Math.max(1, line));
        } catch (IOException e) {
            throw Problem.failedBy(e, "S080_BAD_ROSTER", file.toString());
        }
    }

    private static DepositsOwed checked(Line line, Path file, List<DepositKind> kinds) {
        Set<String> known = kinds.stream().map(DepositKind::code).collect(Collectors.toSet());
        if (line.school() == null || line.owed() == null || line.weeks() < 1 || line.weeks() > MOST_WEEKS) {
            throw Problem.wrongUse("S080_BAD_ROSTER", file.toString());
        }
        Set<String> unknown = new HashSet<>(line.owed().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Problem.wrongUse(
                    "S081_UNKNOWN_DEPOSIT",
                    file.toString(),
                    String.join(", ", unknown),
                    String.join(", ", known.stream().sorted().toList()));
        }
        return new DepositsOwed(line.school(), line.weeks(), line.owed());
    }
}
