package nienkhoa.forms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Damage to a finished PDF, by kind. */
final class PdfMutations {

    private static final int MOST_PAGES = 6;
    private static final int TEXTS_A_PAGE = 3;

    private PdfMutations() {}

    @FunctionalInterface
    interface Damage {
        void to(PDDocument document) throws IOException;
    }

    @FunctionalInterface
    private interface Rewrite {
        void of(List<Object> tokens);
    }

    /** What the read-back has to notice. */
    static Map<String, byte[]> shown(byte[] pdf) {
        Map<String, byte[]> made = new LinkedHashMap<>();
        int pages = pages(pdf);
        for (int page = 0; page < Math.min(pages, MOST_PAGES); page++) {
            texts(made, pdf, page);
            images(made, pdf, page);
            StoredMutations.page(made, pdf, page);
        }
        StoredMutations.tables(made, pdf);
        int last = pages - 1;
        made.put("page dropped", damaged(pdf, document -> document.removePage(last)));
        made.put("page twice", damaged(pdf, document -> document.importPage(document.getPage(last))));
        if (pages > 1) {
            made.put("page moved", damaged(pdf, document -> {
                PDPage first = document.getPage(0);
                document.removePage(0);
                document.addPage(first);
            }));
        }
        made.put("font without table", damaged(pdf, document -> fonts(document)
                .forEach(font -> font.removeItem(COSName.TO_UNICODE))));
        made.put("attachment missing", damaged(pdf, document -> document.getDocumentCatalog()
                .setNames(null)));
        made.put("attachment altered", damaged(pdf, PdfMutations::alterAttachment));
        made.put(
                "encrypted",
                damaged(
                        pdf,
                        document -> document.protect(new StandardProtectionPolicy("chủ", "", new AccessPermission()))));
        made.put("cut off", Arrays.copyOf(pdf, pdf.length / 3));
        made.put("no PDF", new byte[] {1, 2, 3});
        return made;
    }

    /** What only the PDF/A gate can notice. */
    static Map<String, byte[]> structure(byte[] pdf) {
        Map<String, byte[]> made = new LinkedHashMap<>();
        made.put(
                "no XMP", damaged(pdf, document -> document.getDocumentCatalog().setMetadata(null)));
        made.put("broken XMP", damaged(pdf, document -> {
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata("<x:xmpmeta".getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
        }));
        made.put("no output intent", damaged(pdf, document -> document.getDocumentCatalog()
                .setOutputIntents(List.of())));
        made.put("JavaScript", damaged(pdf, document -> document.getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.alert('!')"))));
        made.put("font not embedded", damaged(pdf, document -> fonts(document).forEach(PdfMutations::takeOut)));
        made.put("attachment without relation", damaged(pdf, document -> document.getDocumentCatalog()
                .getCOSObject()
                .removeItem(COSName.AF)));
        made.put(
                "encrypted for the gate",
                damaged(
                        pdf,
                        document -> document.protect(new StandardProtectionPolicy("chủ", "", new AccessPermission()))));
        return made;
    }

    private static void texts(Map<String, byte[]> made, byte[] pdf, int page) {
        List<Integer> shown = shown(pdf, page);
        for (int at : spread(shown, TEXTS_A_PAGE)) {
            String place = " " + page + "/" + at;
            put(made, "text dropped" + place, pdf, page, tokens -> tokens.set(at - 1, new COSString(new byte[0])));
            put(made, "text twice" + place, pdf, page, tokens -> {
                tokens.add(at + 1, tokens.get(at - 1));
                tokens.add(at + 2, tokens.get(at));
            });
            put(made, "text changed" + place, pdf, page, tokens -> tokens.set(at - 1, changed(tokens.get(at - 1))));
            put(made, "text moved" + place, pdf, page, tokens -> {
                tokens.add(at - 1, new COSFloat(0));
                tokens.add(at, new COSFloat(2000));
                tokens.add(at + 1, Operator.getOperator("Td"));
            });
            put(made, "other face" + place, pdf, page, tokens -> otherFace(tokens, at));
        }
    }

    private static void images(Map<String, byte[]> made, byte[] pdf, int page) {
        List<Object> tokens = tokens(pdf, page);
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Operator operator && operator.getName().equals("Do")) {
                drawn.add(i);
            }
        }
        for (int at : spread(drawn, 2)) {
            put(made, "picture dropped " + page + "/" + at, pdf, page, edited -> {
                edited.remove(at);
                edited.remove(at - 1);
            });
        }
    }

    /** Positions of the operators that show some text. */
    private static List<Integer> shown(byte[] pdf, int page) {
        List<Object> tokens = tokens(pdf, page);
        List<Integer> shown = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            boolean shows = tokens.get(i) instanceof Operator operator
                    && (operator.getName().equals("Tj") || operator.getName().equals("TJ"));
            if (shows && codes(tokens.get(i - 1)).length > 2) {
                shown.add(i);
            }
        }
        return shown;
    }

    private static byte[] codes(Object shown) {
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        if (shown instanceof COSString string) {
            codes.writeBytes(string.getBytes());
        } else if (shown instanceof COSArray array) {
            array.forEach(item -> codes.writeBytes(codes(item)));
        }
        return codes.toByteArray();
    }

    /** The first glyph replaced by another one of the text, or taken away if all are the same. */
    private static COSString changed(Object shown) {
        byte[] codes = codes(shown).clone();
        for (int i = 2; i + 1 < codes.length; i += 2) {
            if (codes[i] != codes[0] || codes[i + 1] != codes[1]) {
                codes[0] = codes[i];
                codes[1] = codes[i + 1];
                return new COSString(codes);
            }
        }
        return new COSString(Arrays.copyOfRange(codes, 2, codes.length));
    }

    /** Names another font in the Tf before the text; the page has only one: an unknown one. */
    private static void otherFace(List<Object> tokens, int at) {
        for (int i = at; i > 1; i--) {
            if (tokens.get(i) instanceof Operator operator && operator.getName().equals("Tf")) {
                String name = ((COSName) tokens.get(i - 2)).getName();
                tokens.set(i - 2, COSName.getPDFName(name.equals("F1") ? "F2" : "F1"));
                return;
            }
        }
        throw new IllegalStateException("text without a font");
    }

    private static <T> List<T> spread(List<T> all, int most) {
        TreeSet<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            chosen.add(i * (all.size() - 1) / Math.max(1, Math.min(most, all.size()) - 1));
        }
        return chosen.stream().map(all::get).toList();
    }

    private static void put(Map<String, byte[]> made, String kind, byte[] pdf, int page, Rewrite rewrite) {
        List<Object> tokens = new ArrayList<>(tokens(pdf, page));
        rewrite.of(tokens);
        made.put(kind, damaged(pdf, document -> {
            PDStream content = new PDStream(document);
            try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
                new ContentStreamWriter(out).writeTokens(tokens);
            }
            document.getPage(page).setContents(content);
        }));
    }

    private static List<Object> tokens(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFStreamParser(document.getPage(page)).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<COSDictionary> fonts(PDDocument document) {
        List<COSDictionary> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            COSDictionary named = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            if (named != null) {
                named.keySet().forEach(name -> fonts.add(named.getCOSDictionary(name)));
            }
        }
        return fonts;
    }

    private static void takeOut(COSDictionary font) {
        COSBase descendant = font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
        ((COSDictionary) descendant).getCOSDictionary(COSName.FONT_DESC).removeItem(COSName.FONT_FILE2);
    }

    private static void alterAttachment(PDDocument document) throws IOException {
        var file = document.getDocumentCatalog()
                .getNames()
                .getEmbeddedFiles()
                .getNames()
                .get(PdfFinish.DATA_FILE);
        byte[] data = file.getEmbeddedFile().toByteArray();
        data[data.length / 2] ^= 1;
        try (OutputStream out = file.getEmbeddedFile().createOutputStream(COSName.FLATE_DECODE)) {
            out.write(data);
        }
    }

    static byte[] damaged(byte[] pdf, Damage damage) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            damage.to(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
