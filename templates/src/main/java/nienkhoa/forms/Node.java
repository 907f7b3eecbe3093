package nienkhoa.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A view on the data of a document, for the expressions of the templates. A path is dotted
 * ({@code student.name}, {@code years.0.grade}); what is absent is the empty text, the empty list, an empty node.
 */
public final class Node {

    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int DAYS_FROM = 8;
    private static final int YEAR_DIGITS = 4;

    private final JsonNode json;

    Node(JsonNode json) {
        this.json = json;
    }

    /** @throws JacksonException if the text is no JSON */
    static Node parse(String text) {
        return new Node(MAPPER.readTree(text));
    }

    static Node empty() {
        return new Node(MissingNode.getInstance());
    }

    JsonNode json() {
        return json;
    }

    public Node at(String path) {
        return path.isEmpty() ? this : new Node(find(path));
    }

    private JsonNode find(String path) {
        JsonNode found = json;
        int start = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
            found = step(found, path.substring(start, dot));
            start = dot + 1;
        }
        return start == path.length() ? found : step(found, path.substring(start));
    }

    private static JsonNode step(JsonNode from, String step) {
        return from.isArray() && INDEX.matcher(step).matches() ? from.path(Integer.parseInt(step)) : from.path(step);
    }

    /** The value as printed: numbers with a decimal comma, objects and lists as the empty text. */
    public String text(String path) {
        JsonNode found = find(path);
        if (found.isString()) {
            return found.stringValue();
        }
        if (found.isInt()) {
            return Integer.toString(found.intValue());
        }
        if (found.isNumber()) {
            BigDecimal number = found.decimalValue().stripTrailingZeros();
            return number.toPlainString().replace('.', ',');
        }
        return found.isBoolean() ? String.valueOf(found.booleanValue()) : "";
    }

    public boolean has(String path) {
        JsonNode found = find(path);
        return found.isContainer() ? !found.isEmpty() : !text(path).isBlank();
    }

    /** Whole number; 0 if absent or no whole number. */
    public int number(String path) {
        JsonNode found = find(path);
        return found.isIntegralNumber() && found.canConvertToInt() ? found.intValue() : 0;
    }

    public boolean isTrue(String path) {
        JsonNode found = find(path);
        return found.isBoolean() && found.booleanValue();
    }

    /** A tick, printed as {@code x} since no serif face holds a check mark. */
    public String mark(String path) {
        return isTrue(path) ? "x" : "";
    }

    /** {@code 31/05/2024}; what is no date is printed as it is. */
    public String date(String path) {
        String text = text(path);
        return DataProof.isDate(text) ? DAY.format(LocalDate.parse(text)) : text;
    }

    /** Day of the month in two digits, as NĐ 30/2020 writes days before the tenth; empty if absent. */
    public String day(String path) {
        String text = text(path);
        return text.isBlank() ? "" : text.substring(DAYS_FROM);
    }

    /** Month; January and February in two digits, as NĐ 30/2020 writes them; empty if absent. */
    public String month(String path) {
        String text = text(path);
        if (text.isBlank()) {
            return "";
        }
        int month = LocalDate.parse(text).getMonthValue();
        return month <= 2 ? "0" + month : String.valueOf(month);
    }

    /** {@code 2024}; empty if absent. */
    public String year(String path) {
        String text = text(path);
        return text.isBlank() ? "" : text.substring(0, YEAR_DIGITS);
    }

    /** {@code 2023 - 2024} from a school year given as {@code 2023} or {@code 2023-2024}; empty if absent. */
    public String schoolYear(String path) {
        String text = text(path);
        if (text.isBlank()) {
            return "";
        }
        int first = Integer.parseInt(text.substring(0, YEAR_DIGITS));
        return first + " - " + (first + 1);
    }

    /** The items of a list; empty if absent. */
    public List<Node> list(String path) {
        List<Node> items = new ArrayList<>();
        JsonNode found = find(path);
        if (found.isArray()) {
            found.forEach(item -> items.add(new Node(item)));
        }
        return items;
    }

    /** The first item of a list whose member has this value; an empty node if there is none. */
    public Node item(String list, String member, String value) {
        return list(list).stream()
                .filter(item -> item.text(member).equals(value))
                .findFirst()
                .orElseGet(Node::empty);
    }

    /** The texts of a list, one behind the other. */
    public String join(String path, String separator) {
        return list(path).stream().map(item -> item.text("")).collect(Collectors.joining(separator));
    }
}
