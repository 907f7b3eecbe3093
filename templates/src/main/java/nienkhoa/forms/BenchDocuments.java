package nienkhoa.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents like a sample, each about another person: other names, birthdays, addresses, numbers, marks, and remarks of the
 * same words in another order. So nothing that is kept for a text of one document helps the next one more than it does in
 * a school. The same seed gives the same documents.
 */
final class BenchDocuments {

    private static final Set<String> PEOPLE = Set.of("name", "father", "mother", "guardian", "homeroomTeacher");
    private static final Set<String> NUMBERED = Set.of("address", "moetCode", "registryNumber");
    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ");
    private static final List<String> MIDDLE =
            List.of("Văn", "Thị", "Minh", "Ngọc", "Quỳnh", "Hải", "Thu", "Đức", "Gia");
    private static final List<String> GIVEN =
            List.of("An", "Bình", "Chi", "Dũng", "Giang", "Hương", "Khánh", "Linh", "Yến");
    private static final String REMARK = "omment";
    private static final String DIGITS = "\\d";
    private static final int DAYS = 28;
    private static final int BEST = 9;
    private static final int LOWEST = 5;

    private final JsonNode sample;
    private final Random random;

    /** @param lastYears how many items of {@code years} stay; 0: all */
    BenchDocuments(String sample, int lastYears, long seed) {
        this.sample = Node.parse(sample).json();
        this.random = new Random(seed);
        if (lastYears > 0 && this.sample.get("years") instanceof ArrayNode years) {
            while (years.size() > lastYears) {
                years.remove(0);
            }
        }
    }

    List<String> next(int count) {
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode copy = sample.deepCopy();
            vary(copy);
            documents.add(copy.toString());
        }
        return documents;
    }

    private void vary(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (value.isString() && !value.stringValue().isBlank() && !isSchool(object)) {
                    object.put(name, varied(name, value.stringValue()));
                } else if (name.equals("score") && value.isInt()) {
                    object.put(name, score(value.intValue()));
                } else {
                    vary(value);
                }
            }
        } else if (node instanceof ArrayNode items) {
            items.forEach(this::vary);
        }
    }

    private static boolean isSchool(ObjectNode object) {
        return object.has("province");
    }

    private String varied(String name, String text) {
        if (PEOPLE.contains(name)) {
            return one(FAMILY) + " " + one(MIDDLE) + " " + one(MIDDLE) + " " + one(GIVEN);
        }
        if (NUMBERED.contains(name)) {
            StringBuilder numbers = new StringBuilder();
            text.chars()
                    .mapToObj(Character::toString)
                    .forEach(c -> numbers.append(c.matches(DIGITS) ? String.valueOf(1 + random.nextInt(BEST)) : c));
            return numbers.toString();
        }
        if (name.equals("birthDate")) {
            return text.substring(0, text.length() - 2) + "%02d".formatted(1 + random.nextInt(DAYS));
        }
        return name.endsWith(REMARK) ? shuffled(text) : text;
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private String shuffled(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        Collections.shuffle(words, random);
        return String.join(" ", words);
    }

    /** Stays on the same side of the best marks, which levels depend on. */
    private int score(int score) {
        return score >= BEST ? BEST + random.nextInt(2) : LOWEST + random.nextInt(BEST - LOWEST);
    }
}
