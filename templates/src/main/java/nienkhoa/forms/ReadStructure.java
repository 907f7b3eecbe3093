package nienkhoa.forms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * The structure elements of one page as they are read: each below the one that it names, each marked content in one element,
 * tables with as many cells in every row.
 *
 * @param page that the elements are on
 * @param part that they belong to
 * @param marked how many marked contents are in them
 * @param levels of the headings, in the order of reading
 * @param facts the kinds and keys of the elements, without numbers
 */
record ReadStructure(COSObjectKey page, COSObjectKey part, int marked, List<Integer> levels, Set<String> facts) {

    private static final COSName SCOPE = COSName.getPDFName("Scope");
    private static final COSName ROWS = COSName.getPDFName("RowSpan");
    private static final COSName COLUMNS = COSName.getPDFName("ColSpan");
    private static final Set<String> OF_PAGES = Set.of("P", "Figure", "Table", "H1", "H2", "H3", "H4", "H5", "H6");
    private static final Map<String, Set<String>> KIDS = Map.of(
            "Div",
            OF_PAGES,
            "Table",
            Set.of("TR"),
            "TR",
            Set.of("TH", "TD"),
            "TH",
            Set.of("Figure"),
            "TD",
            Set.of("Figure"));

    /**
     * @param root the page's {@code Div}
     * @param parents the elements by marked content
     * @throws IOException if the elements are not sound
     */
    static ReadStructure of(COSObject root, COSArray parents) throws IOException {
        return new Reading(parents).read(root);
    }

    private static final class Reading {

        private final COSArray parents;
        private final boolean[] seen;
        private final Set<String> facts = new TreeSet<>();
        private final List<Integer> levels = new ArrayList<>();
        private @Nullable COSObjectKey page;

        Reading(COSArray parents) {
            this.parents = parents;
            this.seen = new boolean[parents.size()];
        }

        ReadStructure read(COSObject root) throws IOException {
            COSDictionary div = dictionary(root);
            sound(div.getNameAsString(COSName.S).equals("Div"));
            kids("Div", root, div);
            for (boolean one : seen) {
                sound(one);
            }
            COSObjectKey on = page == null ? root.getKey() : page;
            return new ReadStructure(
                    on, key(div.getItem(COSName.P)), seen.length, List.copyOf(levels), Set.copyOf(facts));
        }

        private COSDictionary element(COSObject reference, String above, COSObject parent) throws IOException {
            COSDictionary element = dictionary(reference);
            String name = element.getNameAsString(COSName.S, "");
            sound(KIDS.getOrDefault(above, Set.of()).contains(name));
            sound(key(element.getItem(COSName.P)).equals(parent.getKey()));
            if (name.startsWith("H")) {
                levels.add(name.charAt(1) - '0');
            }
            facts.add(above + "/" + (name.startsWith("H") ? "H" : name));
            element.keySet().forEach(key -> facts.add(name + " " + key.getName()));
            if (element.getCOSDictionary(COSName.A) != null) {
                element.getCOSDictionary(COSName.A)
                        .forEach((key, value) -> facts.add(
                                name + " A " + key.getName() + (value instanceof COSName kind ? kind.getName() : "")));
            }
            kids(name, reference, element);
            return element;
        }

        private void kids(String name, COSObject reference, COSDictionary element) throws IOException {
            COSBase kids = element.getDictionaryObject(COSName.K);
            List<COSDictionary> below = new ArrayList<>();
            for (COSBase kid : kids instanceof COSArray array ? array : new COSArray()) {
                if (kid instanceof COSInteger id) {
                    content(id.intValue(), reference, element);
                } else {
                    sound(kid instanceof COSObject);
                    below.add(element((COSObject) kid, name, reference));
                }
            }
            sound(kids == null || kids instanceof COSArray);
            sound(!name.equals("Figure") || !element.getString(COSName.ALT, "").isBlank());
            sound(!name.equals("TH") || attribute(element, SCOPE) instanceof COSName);
            sound(!name.equals("Table") || isRegular(below));
        }

        private void content(int id, COSObject reference, COSDictionary element) throws IOException {
            sound(id >= 0 && id < seen.length && !seen[id]);
            seen[id] = true;
            sound(key(parents.get(id)).equals(reference.getKey()));
            COSObjectKey on = key(element.getItem(COSName.PG));
            sound(page == null || page.equals(on));
            page = on;
        }

        /** Whether all rows have as many cells, with those that reach down from rows above. */
        private static boolean isRegular(List<COSDictionary> rows) {
            int[] widths = new int[rows.size()];
            for (int row = 0; row < widths.length; row++) {
                COSArray cells = rows.get(row).getCOSArray(COSName.K);
                for (int i = 0; cells != null && i < cells.size(); i++) {
                    COSDictionary cell = (COSDictionary) cells.getObject(i);
                    int down = row + span(cell, ROWS);
                    if (down > widths.length) {
                        return false;
                    }
                    for (int at = row; at < down; at++) {
                        widths[at] += span(cell, COLUMNS);
                    }
                }
            }
            for (int width : widths) {
                if (width != widths[0] || width == 0) {
                    return false;
                }
            }
            return widths.length > 0;
        }

        private static int span(COSDictionary cell, COSName name) {
            return attribute(cell, name) instanceof COSInteger span ? span.intValue() : 1;
        }

        private static @Nullable COSBase attribute(COSDictionary element, COSName name) {
            COSDictionary attributes = element.getCOSDictionary(COSName.A);
            return attributes == null ? null : attributes.getDictionaryObject(name);
        }

        private static COSDictionary dictionary(COSObject reference) throws IOException {
            if (reference.getObject() instanceof COSDictionary dictionary) {
                return dictionary;
            }
            throw new IOException("no structure element");
        }
    }

    static COSObjectKey key(@Nullable COSBase item) throws IOException {
        COSObjectKey key = item instanceof COSObject reference ? reference.getKey() : null;
        if (key == null) {
            throw new IOException("no reference");
        }
        return key;
    }

    static void sound(boolean isSound) throws IOException {
        if (!isSound) {
            throw new IOException("structure");
        }
    }
}
