package nienkhoa.retention;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one mapping in a data file, read strictly. Every method throws {@link IllegalArgumentException} with a
 * sentence for whoever edits the file.
 */
final class Fields {

    private final JsonNode node;

    /** @param known all the names that may occur */
    Fields(JsonNode node, Set<String> known) {
        checkNames(node, known);
        this.node = node;
    }

    static void checkNames(JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("expected a mapping of fields");
        }
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("unknown field " + name);
                });
    }

    Optional<String> optional(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isValueNode()) {
            throw new IllegalArgumentException(name + " must be a single value");
        }
        return Optional.of(value.asString().strip()).filter(text -> !text.isEmpty());
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    String textOrEmpty(String name) {
        return optional(name).orElse("");
    }

    Optional<LocalDate> optionalDate(String name) {
        return optional(name).map(text -> date(name, text));
    }

    LocalDate date(String name) {
        return date(name, text(name));
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a day like 2025-07-01, not " + text, e);
        }
    }

    int number(String name) {
        String text = text(name);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, not " + text, e);
        }
    }

    <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
        return optional(name).map(text -> choice(name, text, type));
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return choice(name, text(name), type);
    }

    /** At least one value of {@code type}, written as a list. */
    <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        List<E> chosen = new ArrayList<>();
        node.path(name).forEach(value -> chosen.add(choice(name, value.asString(), type)));
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(name + " must be a list with at least one value");
        }
        return chosen;
    }

    private static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must be one of " + Arrays.toString(all) + ", not " + text));
    }
}
