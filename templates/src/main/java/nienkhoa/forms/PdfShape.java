package nienkhoa.forms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * What a PDF is made of, without what it says: every key of every dictionary, all names, numbers and flags, digests of
 * font programs, maps and profiles, the operators of its pages, the elements of its metadata. Documents of one shape
 * differ in texts, numbers on pages, dates, sizes of pictures and attached data, how many rows and cells they have, and not in
 * anything that PDF/A or PDF/UA rules on. Read by PDFBox, which had no part in writing it.
 */
final class PdfShape {

    private static final String HEADER = "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n";
    private static final String END = "\n%%EOF\n";

    /** Pages are read by {@link PageShape}. */
    private static final Pattern CONTENTS = Pattern.compile("(/Root/Pages|/Kids\\[])+/Contents(\\[])?");

    /** Numbers that depend on what a document says. */
    private static final Set<String> SIZES = Set.of("Length", "Size", "Count", "Width", "Height", "StructParents");

    /** Read by {@link StructureReader}. */
    private static final String STRUCTURE = "/Root/StructTreeRoot";

    private final Set<String> facts = new TreeSet<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfShape() {}

    /**
     * A digest of the shape.
     *
     * @param known structures of earlier documents, which need not be read again
     * @throws IOException if PDFBox cannot read the file without mending it, or its structure is not sound
     */
    static String of(byte[] pdf, StructureReader.Kept known) throws IOException {
        PdfShape shape = new PdfShape();
        String ends = new String(pdf, 0, Math.min(pdf.length, HEADER.length()), StandardCharsets.ISO_8859_1);
        shape.fact("header " + ends.equals(HEADER));
        int tail = Math.max(0, pdf.length - END.length());
        String last = new String(pdf, tail, pdf.length - tail, StandardCharsets.ISO_8859_1);
        shape.fact("end " + last.equals(END));
        try (PDDocument document = new PDFParser(new RandomAccessReadBuffer(pdf)).parse(false)) {
            IdentityHashMap<COSDictionary, BitSet> glyphs = new IdentityHashMap<>();
            boolean isTagged = document.getDocumentCatalog().getCOSObject().containsKey(COSName.STRUCT_TREE_ROOT);
            List<ReadStructure> structures = isTagged ? new StructureReader(document, pdf, known).read() : List.of();
            int at = 0;
            for (PDPage page : document.getPages()) {
                int marked = isTagged ? structures.get(at++).marked() : -1;
                shape.facts.addAll(PageShape.of(page, glyphs, marked));
            }
            structures.forEach(structure -> shape.facts.addAll(structure.facts()));
            shape.visit("", document.getDocument().getTrailer());
        }
        return Sha256.hex(String.join("\n", shape.facts).getBytes(StandardCharsets.UTF_8));
    }

    private void fact(String fact) {
        facts.add(fact);
    }

    private void visit(String path, COSBase value) throws IOException {
        COSBase base = value instanceof COSObject reference ? reference.getObject() : value;
        if (base instanceof COSDictionary dictionary) {
            if (seen.add(base)) {
                dictionary(path, dictionary);
            }
        } else if (base instanceof COSArray array) {
            array(path, array);
        } else if (base instanceof COSName name) {
            fact(path + "=/" + name.getName());
        } else if (base instanceof COSBoolean flag) {
            fact(path + "=" + flag.getValue());
        } else if (base instanceof COSNumber number) {
            fact(path + "=" + number(number));
        } else {
            fact(path + " " + (base == null ? "null" : base.getClass().getSimpleName()));
        }
    }

    private void dictionary(String path, COSDictionary dictionary) throws IOException {
        for (COSName key : dictionary.keySet()) {
            String at = path + "/" + PageShape.steady(key.getName());
            fact(at);
            if (!SIZES.contains(key.getName()) && !at.equals(STRUCTURE)) {
                visit(at, dictionary.getItem(key));
            }
        }
        if (dictionary instanceof COSStream stream) {
            stream(path, stream);
        }
    }

    private void stream(String path, COSStream stream) throws IOException {
        String type = stream.getNameAsString(COSName.TYPE, "");
        if (type.equals("Metadata")) {
            try (InputStream data = stream.createInputStream()) {
                XmpShape.of(data).forEach(fact -> fact(path + " " + fact));
            }
        } else if (!type.equals("EmbeddedFile")
                && !isPicture(stream)
                && !CONTENTS.matcher(path).matches()) {
            try (InputStream data = stream.createRawInputStream()) {
                fact(path + " " + Sha256.hex(data.readAllBytes()));
            }
        }
    }

    private static boolean isPicture(COSStream stream) {
        return "Image".equals(stream.getNameAsString(COSName.SUBTYPE));
    }

    private void array(String path, COSArray array) throws IOException {
        boolean numbers = StreamSupport.stream(array.spliterator(), false).allMatch(COSNumber.class::isInstance);
        if (numbers) {
            fact(path
                    + StreamSupport.stream(array.spliterator(), false)
                            .map(COSNumber.class::cast)
                            .map(PdfShape::number)
                            .collect(Collectors.joining(" ", "[", "]")));
            return;
        }
        for (COSBase element : array) {
            visit(path + "[]", element);
        }
    }

    private static String number(COSNumber number) {
        return number instanceof COSInteger ? Long.toString(number.longValue()) : Float.toString(number.floatValue());
    }
}
