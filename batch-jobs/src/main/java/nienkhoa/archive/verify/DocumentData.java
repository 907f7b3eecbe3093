package nienkhoa.archive.verify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The data of a document, as far as verification has to understand it: its id and what it must print. */
final class DocumentData {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00a0]+");

    /** What every form prints that has it: names of students and teachers, comments. */
    private static final Pattern PRINTED =
            Pattern.compile("/student/name|/(students|entries)/\\d+/name|.*/homeroomTeacher|.*[cC]omment");

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
     * Where the data holds names of people or comments that a text lacks, such as {@code students/3/name}. White space
     * and case are not compared, since lines are broken and covers are set in capitals.
     */
    List<String> missingFrom(String text) {
        List<String> missing = new ArrayList<>();
        collect(root, "", normalise(text), missing);
        return missing;
    }

    private static void collect(JsonNode node, String place, String printed, List<String> missing) {
        for (String member : node.propertyNames()) {
            collect(node.path(member), place + "/" + member, printed, missing);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.path(i), place + "/" + i, printed, missing);
        }
        if (node.isString() && PRINTED.matcher(place).matches() && !printed.contains(normalise(node.asString()))) {
            missing.add(place.substring(1));
        }
    }

    private static String normalise(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return WHITE_SPACE.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
