package nienkhoa.forms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import nienkhoa.forms.PdfMutations.Damage;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Damage to what a reader hears: marked content and the structure tree. */
final class StructureMutations {

    private StructureMutations() {}

    /** What the read-back has to notice. */
    static Map<String, byte[]> of(byte[] pdf) {
        Map<String, byte[]> made = new LinkedHashMap<>();
        made.put("no structure", damaged(pdf, catalog -> catalog.removeItem(COSName.STRUCT_TREE_ROOT)));
        made.put("not marked", damaged(pdf, catalog -> catalog.removeItem(COSName.MARK_INFO)));
        made.put("page without elements", PdfMutations.damaged(pdf, document -> document.getPage(0)
                .getCOSObject()
                .removeItem(COSName.STRUCT_PARENTS)));
        element(made, pdf, "row with a cell too few", "TR", row -> kids(row)
                .remove(kids(row).size() - 1));
        element(made, pdf, "cell as wide as two", "TD", cell -> span(cell, 2));
        element(made, pdf, "head of nothing", "TH", head -> head.removeItem(COSName.A));
        element(made, pdf, "picture without words", "Figure", figure -> figure.removeItem(COSName.ALT));
        element(made, pdf, "cell outside of rows", "TR", row -> row.setName(COSName.S, "P"));
        element(made, pdf, "element of another", "P", element -> element.removeItem(COSName.P));
        element(made, pdf, "content in two elements", "P", element -> kids(element)
                .add(kids(element).get(0)));
        element(made, pdf, "heading too deep", "H1", heading -> heading.setName(COSName.S, "H3"));
        element(made, pdf, "element of another page", "P", element -> element.removeItem(COSName.PG));
        content(made, pdf, "mark twice", tokens -> marked(tokens).get(1).setInt(COSName.MCID, 0));
        content(made, pdf, "mark without number", tokens -> marked(tokens)
                .get(0)
                .setInt(COSName.MCID, 9999));
        content(made, pdf, "text outside of marks", StructureMutations::unmarkLast);
        content(made, pdf, "mark that does not end", tokens -> tokens.remove(first(tokens, "EMC")));
        content(made, pdf, "line outside of marks", tokens -> tokens.add(Operator.getOperator("f")));
        return made;
    }

    /** What a document has in common with a damaged one: it was written by PDFBox. */
    static byte[] storedAnew(byte[] pdf) {
        return PdfMutations.damaged(pdf, document -> {});
    }

    private static byte[] damaged(byte[] pdf, Consumer<COSDictionary> damage) {
        return PdfMutations.damaged(
                pdf, document -> damage.accept(document.getDocumentCatalog().getCOSObject()));
    }

    /** Damages the first element of a kind; nothing is made of a document that has none. */
    private static void element(
            Map<String, byte[]> made, byte[] pdf, String kind, String name, Consumer<COSDictionary> damage) {
        boolean[] found = new boolean[1];
        byte[] damaged =
                PdfMutations.damaged(pdf, document -> element(document, name).ifPresent(element -> {
                    damage.accept(element);
                    found[0] = true;
                }));
        if (found[0]) {
            made.put(kind, damaged);
        }
    }

    static Damage on(String name, Consumer<COSDictionary> damage) {
        return document -> damage.accept(element(document, name).orElseThrow());
    }

    private static Optional<COSDictionary> element(PDDocument document, String name) {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        return find(root.getCOSDictionary(COSName.K), element -> name.equals(element.getNameAsString(COSName.S)));
    }

    private static Optional<COSDictionary> find(COSDictionary element, Predicate<COSDictionary> wanted) {
        if (wanted.test(element)) {
            return Optional.of(element);
        }
        COSArray kids = kids(element);
        for (int i = 0; i < kids.size(); i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                Optional<COSDictionary> found = find(kid, wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static COSArray kids(COSDictionary element) {
        COSArray kids = element.getCOSArray(COSName.K);
        return kids == null ? new COSArray() : kids;
    }

    private static void span(COSDictionary cell, int columns) {
        COSDictionary table = new COSDictionary();
        table.setName(COSName.O, "Table");
        table.setInt(COSName.getPDFName("ColSpan"), columns);
        cell.setItem(COSName.A, table);
    }

    private static void content(Map<String, byte[]> made, byte[] pdf, String kind, Consumer<List<Object>> damage) {
        made.put(kind, PdfMutations.damaged(pdf, document -> rewrite(document, damage)));
    }

    static Damage onContent(Consumer<List<Object>> damage) {
        return document -> rewrite(document, damage);
    }

    private static void rewrite(PDDocument document, Consumer<List<Object>> damage) throws IOException {
        List<Object> tokens = new ArrayList<>(new PDFStreamParser(document.getPage(0)).parse());
        damage.accept(tokens);
        PDStream content = new PDStream(document);
        try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
            new ContentStreamWriter(out).writeTokens(tokens);
        }
        document.getPage(0).setContents(content);
    }

    /** Property lists of marked content. */
    static List<COSDictionary> marked(List<Object> tokens) {
        return tokens.stream()
                .filter(COSDictionary.class::isInstance)
                .map(COSDictionary.class::cast)
                .filter(properties -> properties.getItem(COSName.MCID) instanceof COSInteger)
                .toList();
    }

    /** Takes the marks off the last piece that has a number; all other numbers stay right. */
    static void unmarkLast(List<Object> tokens) {
        int begins = tokens.size() - 1;
        while (!(tokens.get(begins) instanceof Operator operator
                && operator.getName().equals("BDC"))) {
            begins--;
        }
        int ends = begins + first(tokens.subList(begins, tokens.size()), "EMC");
        tokens.remove(ends);
        tokens.subList(begins - 2, begins + 1).clear();
    }

    private static int first(List<Object> tokens, String operator) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator found && found.getName().equals(operator)) {
                return i;
            }
        }
        throw new IllegalStateException("no " + operator);
    }
}
