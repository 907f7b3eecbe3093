package nienkhoa.forms.structure;

import java.util.List;

/**
 * An element of a page's structure.
 *
 * @param depth of a heading: 1 the title of the document, 2 that of a part, 3 and 4 within; 0 of all else
 * @param rows that a cell covers; 1 of all else
 * @param columns likewise
 * @param pieces that it is made of, by their place in the list of the page, in the order of reading; before {@code kids}
 */
public record Element(Type type, int depth, int rows, int columns, List<Integer> pieces, List<Element> kids) {

    public enum Type {
        HEADING,
        PARAGRAPH,
        FIGURE,
        TABLE,
        ROW,
        COLUMN_HEAD,
        ROW_HEAD,
        CELL
    }

    public Element {
        pieces = List.copyOf(pieces);
        kids = List.copyOf(kids);
    }

    static Element of(Type type, int depth, List<Integer> pieces) {
        return new Element(type, depth, 1, 1, pieces, List.of());
    }

    static Element of(Type type, List<Element> kids) {
        return new Element(type, 0, 1, 1, List.of(), kids);
    }
}
