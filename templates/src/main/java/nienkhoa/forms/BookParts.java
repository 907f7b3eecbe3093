package nienkhoa.forms;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nienkhoa.forms.FormSpec.Section;

/**
 * Lays out the parts of a document in the order of print. Items of a list are printed one behind the other where the first
 * section of their list stands, each by its own edition.
 */
final class BookParts {

    private final Book book;
    private final String variant;
    private final Map<String, Bound> bound = new LinkedHashMap<>();
    private final List<PartData> parts = new ArrayList<>();

    private BookParts(Book book, String variant, Node document) {
        this.book = book;
        this.variant = variant;
        book.forms(document).forEach(form -> bound.put(form.spec().edition(), Bound.of(form, document)));
    }

    static List<PartData> of(Book book, String variant, Node document) {
        BookParts parts = new BookParts(book, variant, document);
        Set<String> printed = new HashSet<>();
        for (Section section : book.own().spec().sections()) {
            String list = section.forEach();
            if (list == null) {
                parts.add(parts.bound(book.own()), section, "", document);
            } else if (printed.add(list)) {
                parts.items(list, document.list(list));
            }
        }
        return List.copyOf(parts.parts);
    }

    private void items(String list, List<Node> items) {
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            String place = list + "[" + i + "]/";
            Bound of = bound(book.of(item));
            of.form().spec().sections().stream()
                    .filter(section -> list.equals(section.forEach()))
                    .forEach(section -> add(of, section, place, item));
        }
    }

    private void add(Bound of, Section section, String place, Node at) {
        if (section.appliesTo(variant, at)) {
            section.parts().forEach(part -> parts.add(PartData.of(of, part, place, at)));
        }
    }

    private Bound bound(Form form) {
        return Objects.requireNonNull(bound.get(form.spec().edition()));
    }
}
