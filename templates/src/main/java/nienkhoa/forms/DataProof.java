package nienkhoa.forms;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Proves the data of a document before they are filled in: every fault is a {@link Refusal}, all at once. */
final class DataProof {

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static final int DATE_LENGTH = 10;
    private static final int YEAR_DIGITS = 4;

    private final Book book;
    private final Form form;
    private final Codes codes;
    private final List<Refusal> refusals;

    private DataProof(Book book, Form form, List<Refusal> refusals) {
        this.book = book;
        this.form = form;
        this.codes = new Codes(form.spec().codes());
        this.refusals = refusals;
    }

    /** @param json what the document was read from */
    static List<Refusal> check(Book book, String variant, Node document, String json) {
        List<Refusal> refusals = new ArrayList<>();
        DataProof own = new DataProof(book, book.own(), refusals);
        if (!isPrintable(json)) {
            own.glyphs("", document.json());
        }
        own.issued(document);
        book.forms(document).forEach(form -> new DataProof(book, form, refusals).rules(document));
        book.own().spec().counts().stream()
                .filter(count -> count.variants().isEmpty() || count.variants().contains(variant))
                .forEach(count -> own.count(count, document));
        return refusals;
    }

    private void rules(Node document) {
        FormSpec spec = form.spec();
        spec.mandatory().forEach(path -> visit(document, path, this::mandatory));
        spec.values().forEach(rule -> visit(document, rule.path(), (at, value) -> value(rule, at, value)));
        spec.joined()
                .forEach(joined -> visit(document, joined.of(), (at, node) -> joined.lists()
                        .forEach(list -> joined(list, at + "." + list, node))));
    }

    private void visit(Node document, String path, BiConsumer<String, Node> use) {
        book.visit(form, document, path, use);
    }

    /** Of most documents one look at the whole text says that no value of it has anything to refuse. */
    private static boolean isPrintable(String json) {
        return json.indexOf('\\') < 0
                && Faces.firstMissing(json) < 0
                && Normalizer.isNormalized(json, Normalizer.Form.NFC);
    }

    private void glyphs(String path, JsonNode node) {
        if (node.isString()) {
            glyphs(path, node.stringValue());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                glyphs(path + "[" + i + "]", node.path(i));
            }
        } else {
            node.properties()
                    .forEach(member ->
                            glyphs(path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue()));
        }
    }

    private void glyphs(String path, String text) {
        int missing = Faces.firstMissing(text);
        if (missing < 0 && !Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
            missing = 0;
        }
        if (missing >= 0) {
            String code = String.format(Locale.ROOT, "U+%04X", text.codePointAt(missing));
            refusals.add(Refusal.of(Refusal.MISSING_GLYPH, path, code, missing + 1));
        }
    }

    /** Every form needs the day of issue: it is the creation date of the PDF. */
    private void issued(Node document) {
        String place = "document.issued";
        mandatory(place, document.at(place));
        require(!document.has(place) || isDate(document.text(place)), place, "", "yyyy-MM-dd");
    }

    private void mandatory(String path, Node value) {
        if (!value.has("")) {
            refusals.add(Refusal.of(Refusal.EMPTY_MANDATORY, path));
        }
    }

    private void value(FormSpec.Allowed rule, String path, Node value) {
        if (!value.has("")) {
            return;
        }
        if (rule.date()) {
            require(isDate(value.text("")) || matches(rule, value), path, "", "yyyy-MM-dd");
        } else if (rule.pattern() != null) {
            require(matches(rule, value), path, "", rule.pattern());
        } else if (rule.from() != null && rule.to() != null) {
            require(isWithin(value, rule.from(), rule.to()), path, value.text(""), rule.from() + "…" + rule.to());
        } else {
            Collection<String> allowed = rule.codes() == null ? rule.oneOf() : codes.all(rule.codes());
            if (!allowed.contains(value.text(""))) {
                require(false, path, "", String.join(", ", allowed));
            }
        }
    }

    private static boolean matches(FormSpec.Allowed rule, Node value) {
        String pattern = rule.pattern();
        return pattern != null
                && PATTERNS.computeIfAbsent(pattern, Pattern::compile)
                        .matcher(value.text(""))
                        .matches();
    }

    private void count(FormSpec.Count count, Node document) {
        int items = document.list(count.path()).size();
        require(isWithin(items, count.from(), count.to()), count.path(), "" + items, count.from() + "…" + count.to());
    }

    private void joined(String list, String path, Node node) {
        List<String> allowed =
                new ArrayList<>(codes.find(list, node.number("grade")).orElse(List.of()));
        for (Node item : node.list(list)) {
            require(allowed.remove(item.text("code")), path, item.text("code"), String.join(", ", allowed));
        }
    }

    private void require(boolean holds, String path, String value, String allowed) {
        if (!holds) {
            refusals.add(Refusal.of(Refusal.BAD_VALUE, path, value, allowed));
        }
    }

    private static boolean isWithin(Node value, int from, int to) {
        return value.json().isIntegralNumber() && isWithin(value.number(""), from, to);
    }

    private static boolean isWithin(int number, int from, int to) {
        return from <= number && number <= to;
    }

    static boolean isDate(String text) {
        if (text.length() != DATE_LENGTH || text.charAt(YEAR_DIGITS) != '-') {
            return false;
        }
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
