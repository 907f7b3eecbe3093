package nienkhoa.forms;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The PDF objects that embed some characters of a face, with object numbers that no document gives to anything else.
 * OpenPDF makes the subset of the font program; glyphs keep their numbers.
 */
final class EmbeddedFace {

    /** Three dictionaries, the font program, the map to Unicode, and the stream that holds the dictionaries. */
    private static final int OBJECTS = 6;

    private static final int DICTIONARIES = 3;
    private static final int PROGRAM = 3;
    private static final int TO_UNICODE = 4;
    private static final int HOLDER = 5;
    private static final int EM = 1000;

    private static final List<COSName> MEASURES = List.of(
            COSName.FLAGS, COSName.ASCENT, COSName.DESCENT, COSName.CAP_HEIGHT, COSName.ITALIC_ANGLE, COSName.STEM_V);

    private final int first;
    private final byte[] program;
    private final byte[] toUnicode;
    private final byte[] dictionaries;

    private EmbeddedFace(int first, byte[] program, byte[] toUnicode, byte[] dictionaries) {
        this.first = first;
        this.program = program;
        this.toUnicode = toUnicode;
        this.dictionaries = dictionaries;
    }

    /** The first object number that no face of so many takes. */
    static int reserved(int faces) {
        return 1 + faces * OBJECTS;
    }

    /** Number of the font's dictionary. */
    static int reference(Face face) {
        return 1 + (face.number() - 1) * OBJECTS;
    }

    /** @param set tells subsets of one face apart in their names */
    static EmbeddedFace make(Face face, String characters, char set) {
        int first = reference(face);
        try (PDDocument sample = Loader.loadPDF(sample(face.font(), characters))) {
            COSDictionary fonts =
                    sample.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
            COSDictionary font =
                    fonts.getCOSDictionary(fonts.keySet().iterator().next());
            COSDictionary descendant =
                    (COSDictionary) font.getCOSArray(COSName.DESCENDANT_FONTS).getObject(0);
            COSDictionary measures = descendant.getCOSDictionary(COSName.FONT_DESC);
            byte[] program = bytes(measures.getCOSStream(COSName.FONT_FILE2));
            String name = "NKAAA" + set + "+" + face.font().getPostscriptFontName();
            return new EmbeddedFace(
                    first,
                    object(first + PROGRAM, "/Length1 " + program.length, program),
                    object(first + TO_UNICODE, "", bytes(font.getCOSStream(COSName.TO_UNICODE))),
                    dictionaries(face, name, characters, descriptor(measures, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(PdfObjects objects) {
        objects.prepared(first + PROGRAM, program);
        objects.prepared(first + TO_UNICODE, toUnicode);
        objects.prepared(first + HOLDER, dictionaries);
        objects.heldBy(first + HOLDER, first, DICTIONARIES);
    }

    /** The glyphs of the characters, in their order: OpenPDF keeps its table to itself, so they are read off a page. */
    static char[] glyphs(BaseFont font, String characters) {
        try (PDDocument sample = Loader.loadPDF(sample(font, characters))) {
            char[] glyphs = new char[characters.length()];
            for (Object token : new PDFStreamParser(sample.getPage(0)).parse()) {
                if (token instanceof COSString shown) {
                    ByteBuffer.wrap(shown.getBytes()).asCharBuffer().get(glyphs);
                }
            }
            return glyphs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document that shows the characters, for OpenPDF to subset the face. */
    private static byte[] sample(BaseFont font, String characters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter writer = PdfWriter.getInstance(document, out);
        document.open();
        PdfContentByte content = writer.getDirectContent();
        content.beginText();
        content.setFontAndSize(font, 1);
        content.showText(characters);
        content.endText();
        document.close();
        return out.toByteArray();
    }

    private static byte[] bytes(COSStream stream) throws IOException {
        return stream.createInputStream().readAllBytes();
    }

    private static byte[] object(int number, String entries, byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        byte[] small = new byte[data.length + EM];
        deflater.setInput(data);
        deflater.finish();
        int length = deflater.deflate(small);
        deflater.end();
        return PdfObjects.streamObject(number, "/Filter/FlateDecode" + entries, Arrays.copyOf(small, length));
    }

    private static byte[] dictionaries(Face face, String name, String characters, String measures) {
        int first = reference(face);
        String font = "<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts["
                + (first + 1) + " 0 R]/ToUnicode " + (first + TO_UNICODE) + " 0 R>>\n";
        String descendant = "<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW "
                + EM + "/FontDescriptor " + (first + 2) + " 0 R/W[" + widths(face, characters) + "]>>\n";
        String descriptor = measures + "/FontFile2 " + (first + PROGRAM) + " 0 R>>\n";
        String index = first + " 0 " + (first + 1) + " " + font.length() + " " + (first + 2) + " "
                + (font.length() + descendant.length()) + "\n";
        String entries = "/Type/ObjStm/N " + DICTIONARIES + "/First " + index.length();
        return object(
                first + HOLDER, entries, (index + font + descendant + descriptor).getBytes(StandardCharsets.US_ASCII));
    }

    /** The measures of the face as OpenPDF took them. */
    private static String descriptor(COSDictionary sample, String name) {
        PdfBytes measures = new PdfBytes(EM);
        MEASURES.forEach(key -> measures.add("/" + key.getName() + " ").number(sample.getFloat(key)));
        measures.add("/FontBBox[");
        for (float side : sample.getCOSArray(COSName.FONT_BBOX).toFloatArray()) {
            measures.number(side);
        }
        return "<</Type/FontDescriptor/FontName/" + name + new String(measures.copy(), StandardCharsets.US_ASCII) + "]";
    }

    /** Widths by glyph: {@code 3[250]4[333 408]}. */
    private static String widths(Face face, String characters) {
        Map<Integer, Integer> widths = new TreeMap<>();
        characters.chars().forEach(c -> widths.put(face.glyph((char) c), face.width((char) c)));
        StringBuilder array = new StringBuilder();
        int before = -1;
        for (Map.Entry<Integer, Integer> glyph : widths.entrySet()) {
            boolean follows = before == glyph.getKey() - 1;
            array.append(follows ? " " : (before < 0 ? "" : "]") + glyph.getKey() + "[");
            array.append(glyph.getValue());
            before = glyph.getKey();
        }
        return array.append(']').toString();
    }
}
