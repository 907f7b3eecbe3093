package nienkhoa.archive.verify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The data of a document, as far as verification has to understand it: its id and the names that it prints. */
final class DocumentData {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00a0]+");

    /** Members that hold people whose names every form prints. */
    private static final Set<String> PEOPLE = Set.of("student", "students", "entries");

    private final JsonNode root;

    private DocumentData(JsonNode root) {
        this.root = root;
    }

    /** @throws tools.jackson.core.JacksonException if it is no JSON */
    static DocumentData read(String json) {
        return new DocumentData(MAPPER.readTree(json));
    }

    /** Empty if the data names none. */
    String documentId() {
        return root.path("document").path("id").asString("");
    }

    /**
     * Where the data holds names that a text lacks, such as {@code students/3/name}. White space and case are not
     * compared, since lines are broken and covers are set in capitals.
     */
    List<String> missingFrom(String text) {
        String printed = normalise(text);
        List<String> missing = new ArrayList<>();
        for (String member : PEOPLE) {
            JsonNode people = root.path(member);
            if (people.isArray()) {
                for (int i = 0; i < people.size(); i++) {
                    check(people.get(i), member + "/" + i, printed, missing);
                }
            } else {
                check(people, member, printed, missing);
            }
        }
        return missing;
    }

    private static void check(JsonNode person, String place, String printed, List<String> missing) {
        String name = person.path("name").asString("");
        if (!printed.contains(normalise(name))) {
            missing.add(place + "/name");
        }
    }

    private static String normalise(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return WHITE_SPACE.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
