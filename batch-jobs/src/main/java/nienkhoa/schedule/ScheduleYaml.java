package nienkhoa.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML of the schedule and says what is wrong with it. */
final class ScheduleYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ScheduleYaml() {}

    /** @throws BadSchedule if it is no YAML, says nothing, or has words that the type does not know */
    static <T> T read(String file, String yaml, Class<T> type) {
        try {
            T read = YAML.readValue(yaml, type);
            if (read == null) {
                throw new BadSchedule("S301_SCHEDULE_UNREADABLE", file, "1", "");
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            String known = String.join(
                    ", ",
                    Objects.requireNonNullElse(e.getKnownPropertyIds(), List.of()).stream()
                            .map(String::valueOf)
                            .toList());
            throw new BadSchedule(
                    "S302_SCHEDULE_UNKNOWN_WORD", file, line(e), String.valueOf(e.getPropertyName()), known);
        } catch (JacksonException e) {
            throw new BadSchedule("S301_SCHEDULE_UNREADABLE", file, line(e), String.valueOf(e.getOriginalMessage()));
        }
    }

    /** {@code year-end} as YEAR_END; empty if no period is written so. */
    static Optional<Period> period(String written) {
        return Stream.of(Period.values())
                .filter(period -> written(period).equals(written))
                .findFirst();
    }

    static String written(Period period) {
        return period.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String line(JacksonException e) {
        return Integer.toString(
                e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()));
    }
}
