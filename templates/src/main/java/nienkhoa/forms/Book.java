package nienkhoa.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The form of a document and the forms of its items. The regime belongs to the student, the school year and the grade, so
 * the years of one book may be of different editions of the same form: an item says so by its member {@code edition}.
 *
 * @param own the document's edition: cover, guide and whatever is not printed for an item
 * @param others every other edition of the same form, by its name
 */
record Book(Form own, Map<String, Form> others) {

    private static final String EDITION = "edition";
    private static final String EACH = "[]";

    /** @param forms any forms; those of another form than {@code own} are left aside */
    static Book of(Form own, List<Form> forms) {
        Map<String, Form> others = new LinkedHashMap<>();
        forms.stream()
                .filter(form -> form.spec().form().equals(own.spec().form()))
                .filter(form -> !form.spec().edition().equals(own.spec().edition()))
                .forEach(form -> others.put(form.spec().edition(), form));
        return new Book(own, others);
    }

    /** The form that an item's pages are of. */
    Form of(Node item) {
        return others.getOrDefault(item.text(EDITION), own);
    }

    /** The forms that a document is printed on, its own first. */
    List<Form> forms(Node document) {
        Map<String, Form> forms = new LinkedHashMap<>();
        forms.put(own.spec().edition(), own);
        items().forEach(list -> document.list(list).stream()
                .map(this::of)
                .forEach(form -> forms.put(form.spec().edition(), form)));
        return List.copyOf(forms.values());
    }

    /**
     * Hands over the places of a path for which a form speaks: an edition's paths hold for the items that are of it; what is
     * no item is of the document's own edition.
     */
    void visit(Form form, Node document, String path, BiConsumer<String, Node> use) {
        String edition = form.spec().edition();
        if (edition.equals(own.spec().edition()) || path.contains(EACH)) {
            Places.visit(document, path, item -> of(item).spec().edition().equals(edition), use);
        }
    }

    /** Items that name an edition that we do not have. */
    List<Refusal> check(Node document) {
        List<Refusal> refusals = new ArrayList<>();
        String known = String.join(", ", others.keySet());
        items().forEach(list -> Places.visit(document, list + EACH + "." + EDITION, (place, edition) -> {
            String name = edition.text("");
            if (!name.isEmpty() && !name.equals(own.spec().edition()) && !others.containsKey(name)) {
                refusals.add(Refusal.of(Refusal.BAD_VALUE, place, name, known));
            }
        }));
        return refusals;
    }

    private Stream<String> items() {
        return own.spec().sections().stream()
                .map(FormSpec.Section::forEach)
                .filter(Objects::nonNull)
                .distinct();
    }
}
