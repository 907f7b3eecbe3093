package nienkhoa.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;

/** Damage to what a proof that keeps what it has read could take for known: papers, stored contents, fonts. */
final class StoredMutations {

    private StoredMutations() {}

    static void page(Map<String, byte[]> made, byte[] pdf, int page) {
        paper(made, pdf, page);
        contents(made, pdf, page);
    }

    private static void paper(Map<String, byte[]> made, byte[] pdf, int at) {
        for (int degrees = 90; degrees < 360; degrees += 90) {
            int turn = degrees;
            made.put("page turned " + at + "/" + turn, PdfMutations.damaged(pdf, document -> document.getPage(at)
                    .setRotation(turn)));
        }
        made.put("paper moved " + at, PdfMutations.damaged(pdf, document -> {
            PDRectangle paper = document.getPage(at).getMediaBox();
            document.getPage(at).setMediaBox(new PDRectangle(-50, 0, paper.getWidth(), paper.getHeight()));
        }));
        made.put("page cropped " + at, PdfMutations.damaged(pdf, document -> document.getPage(at)
                .setCropBox(new PDRectangle(100, 100))));
        made.put("note on page " + at, PdfMutations.damaged(pdf, document -> document.getPage(at)
                .setAnnotations(List.of(new PDAnnotationRubberStamp()))));
        made.put("fonts exchanged " + at, PdfMutations.damaged(pdf, document -> exchangeFonts(document.getPage(at))));
    }

    /** The content of a page damaged where it lies, all else as it was, byte for byte. */
    private static void contents(Map<String, byte[]> made, byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDictionary dictionary = document.getPage(page).getCOSObject();
            COSArray parts = dictionary.getCOSArray(COSName.CONTENTS);
            List<? extends COSBase> contents =
                    parts == null ? List.of(dictionary.getItem(COSName.CONTENTS)) : parts.toList();
            for (COSBase content : contents) {
                String name = "content damaged in place " + page + "/" + contents.indexOf(content);
                made.put(name, damagedInPlace(pdf, document, content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void tables(Map<String, byte[]> made, byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int font = 0;
            for (COSDictionary one : PdfMutations.fonts(document)) {
                made.put(
                        "table damaged in place " + font++,
                        damagedInPlace(pdf, document, one.getItem(COSName.TO_UNICODE)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        made.put("tables exchanged", PdfMutations.damaged(pdf, document -> {
            List<COSDictionary> fonts = PdfMutations.fonts(document);
            COSBase first = fonts.get(0).getItem(COSName.TO_UNICODE);
            fonts.get(0).setItem(COSName.TO_UNICODE, new COSStream());
            fonts.get(fonts.size() - 1).setItem(COSName.TO_UNICODE, first);
        }));
    }

    private static byte[] damagedInPlace(byte[] pdf, PDDocument document, COSBase stream) {
        int at = document.getDocument()
                .getXrefTable()
                .get(((COSObject) stream).getKey())
                .intValue();
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("stream\n", at) + "stream\n".length();
        int end = text.indexOf("\nendstream", start);
        byte[] damaged = pdf.clone();
        Arrays.fill(damaged, start + (end - start) / 4, end, (byte) 0);
        return damaged;
    }

    /** The first font of the page takes the name of the last one and the other way round; with one only: it is gone. */
    private static void exchangeFonts(PDPage page) {
        COSDictionary resources = new COSDictionary(page.getResources().getCOSObject());
        COSDictionary fonts = new COSDictionary(resources.getCOSDictionary(COSName.FONT));
        List<COSName> names = List.copyOf(fonts.keySet());
        Map<COSName, COSBase> before = new LinkedHashMap<>();
        names.forEach(name -> before.put(name, fonts.getItem(name)));
        for (int i = 0; i < names.size(); i++) {
            fonts.setItem(names.get(i), names.size() == 1 ? null : before.get(names.get((i + 1) % names.size())));
        }
        resources.setItem(COSName.FONT, fonts);
        page.setResources(new PDResources(resources));
    }
}
