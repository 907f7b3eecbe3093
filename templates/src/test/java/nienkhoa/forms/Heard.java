package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/**
 * A document as its structure says it, a line for each heading, paragraph and row: {@code H1 words}, {@code P words}, {@code
 * |#head|words|>head of the row|}, a picture as {@code [its words]}.
 */
final class Heard {

    private final Map<COSDictionary, Map<Integer, String>> words = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private Heard() {}

    static List<String> of(byte[] pdf) {
        Heard heard = new Heard();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
                extractor.setSuppressDuplicateOverlappingText(false);
                extractor.processPage(page);
                Map<Integer, String> ofPage = new HashMap<>();
                extractor.getMarkedContents().forEach(content -> ofPage.put(content.getMCID(), text(content)));
                heard.words.put(page.getCOSObject(), ofPage);
            }
            COSDictionary root =
                    document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
            heard.element(root.getCOSDictionary(COSName.K));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard.lines;
    }

    private static String text(PDMarkedContent content) {
        return content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .map(one -> ((TextPosition) one).getUnicode())
                .collect(Collectors.joining());
    }

    private void element(COSDictionary element) {
        String name = element.getNameAsString(COSName.S);
        switch (name) {
            case "Document", "Sect", "Div", "Table" -> kids(element).forEach(this::element);
            case "TR" -> lines.add(kids(element).stream().map(this::cell).collect(Collectors.joining("|", "|", "|")));
            default -> lines.add(name + " " + words(element));
        }
    }

    private String cell(COSDictionary cell) {
        COSDictionary attributes = cell.getCOSDictionary(COSName.A);
        String scope = attributes == null ? "" : attributes.getNameAsString(COSName.getPDFName("Scope"), "");
        return (scope.equals("Column") ? "#" : scope.equals("Row") ? ">" : "") + words(cell);
    }

    private String words(COSDictionary element) {
        StringBuilder words = new StringBuilder();
        for (COSBase kid : array(element)) {
            if (kid instanceof COSInteger id) {
                words.append(
                        this.words.get(element.getCOSDictionary(COSName.PG)).get(id.intValue()));
            }
        }
        kids(element)
                .forEach(kid ->
                        words.append('[').append(kid.getString(COSName.ALT)).append(']'));
        return words.toString();
    }

    private static List<COSDictionary> kids(COSDictionary element) {
        List<COSDictionary> kids = new ArrayList<>();
        COSArray all = array(element);
        for (int i = 0; i < all.size(); i++) {
            if (all.getObject(i) instanceof COSDictionary kid) {
                kids.add(kid);
            }
        }
        return kids;
    }

    private static COSArray array(COSDictionary element) {
        COSArray kids = element.getCOSArray(COSName.K);
        return kids == null ? new COSArray() : kids;
    }
}
