package nienkhoa.forms;

import com.lowagie.text.pdf.ByteBuffer;
import com.lowagie.text.pdf.PdfContentByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.type.HyperlinkTypeEnum;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;

/** Lets the report engine's own exporter draw single elements and cuts what it drew out of its pages. */
final class Brush {

    private static final Pattern PICTURE = Pattern.compile("/\\w+ Do");
    private static final String END_OF_TEXT = "\nET\n";

    /** Where a line ends and the next begins, at its height. */
    private static final Pattern LINE = Pattern.compile("(ET\n)?BT\n1 0 0 1 \\S+ (\\S+) Tm\n");

    private static final Pattern FACE = Pattern.compile("/(F\\d+) ([\\d.]+ Tf\n)");

    private final JasperReportsContext context;
    private final List<JasperPrint> sheets = new ArrayList<>();

    Brush(JasperReportsContext context) {
        this.context = context;
    }

    /**
     * Operators that draw an element.
     *
     * @param rest what follows the picture or the text; empty if there is neither
     * @param faces numbers of the faces of its texts
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Stamp(byte[] operators, boolean picture, byte[] rest, int[] faces) {

        private static Face face(Map<String, Face> names, MatchResult use) {
            return Objects.requireNonNull(names.get(use.group(1)), use.group(1));
        }

        static Stamp of(String drawn, Map<String, Face> names) {
            if (drawn.contains(" gs\n")) {
                throw new IllegalArgumentException("transparent colours cannot be drawn");
            }
            int[] faces = FACE.matcher(drawn)
                    .results()
                    .mapToInt(use -> face(names, use).number())
                    .distinct()
                    .toArray();
            String operators = FACE.matcher(drawn)
                    .replaceAll(use -> "/F" + face(names, use).number() + " " + use.group(2));
            String parted = parted(operators);
            Matcher picture = PICTURE.matcher(parted);
            boolean found = picture.find();
            int lastText = parted.lastIndexOf(END_OF_TEXT) + END_OF_TEXT.length();
            int end = found ? picture.start() : lastText < END_OF_TEXT.length() ? parted.length() : lastText;
            return new Stamp(
                    latin(parted.substring(0, end)),
                    found,
                    latin(parted.substring(found ? picture.end() : end)),
                    faces);
        }

        /** With a space, which cannot be seen, at the end of each line of a text but the last. */
        private static String parted(String operators) {
            StringBuilder parted = new StringBuilder();
            Matcher line = LINE.matcher(operators);
            String height = "";
            while (line.find()) {
                boolean isNext = line.group(1) != null && !height.equals(line.group(2));
                String space = isNext ? space(operators, line.start()) : "";
                line.appendReplacement(parted, Matcher.quoteReplacement(space + line.group()));
                height = line.group(2);
            }
            return line.appendTail(parted).toString();
        }

        /** Shows a space of the face that is set. */
        private static String space(String operators, int at) {
            Face face = Faces.all().get(operators.charAt(operators.lastIndexOf("\n/F", at) + 3) - '1');
            int glyph = face.glyph(' ');
            byte[] shown = new PdfBytes(8)
                    .add('(')
                    .octetOfString(glyph >> 8)
                    .octetOfString(glyph & 0xFF)
                    .add(")Tj\n")
                    .copy();
            return new String(shown, StandardCharsets.ISO_8859_1);
        }

        private static byte[] latin(String operators) {
            return operators.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** @param print whose page the element is for */
    void add(JasperPrint print, JRPrintElement element) {
        if (element instanceof JRPrintHyperlink link && link.getHyperlinkType() != HyperlinkTypeEnum.NONE) {
            throw new IllegalArgumentException("links cannot be drawn");
        }
        int last = sheets.size() - 1;
        if (last < 0 || !sheets.get(last).getName().equals(print.getName())) {
            sheets.add(sheet(print));
            last++;
        }
        sheets.get(last).getPages().get(0).addElement(element);
    }

    private static JasperPrint sheet(JasperPrint print) {
        JasperPrint sheet = new JasperPrint();
        sheet.setName(print.getName());
        sheet.setPageWidth(print.getPageWidth());
        sheet.setPageHeight(print.getPageHeight());
        sheet.addPage(new JRBasePrintPage());
        return sheet;
    }

    /** What was drawn, by element. */
    IdentityHashMap<JRPrintElement, Stamp> draw() {
        Exporter exporter = new Exporter(context);
        if (!sheets.isEmpty()) {
            exporter.setExporterInput(SimpleExporterInput.getInstance(sheets));
            exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(OutputStream.nullOutputStream()));
            try {
                exporter.exportReport();
            } catch (JRException e) {
                throw new IllegalStateException(e);
            }
        }
        return exporter.drawn;
    }

    private static final class Exporter extends JRPdfExporter {

        final IdentityHashMap<JRPrintElement, Stamp> drawn = new IdentityHashMap<>();
        private boolean inside;

        Exporter(JasperReportsContext context) {
            super(context);
        }

        @Override
        protected void exportElements(Collection<JRPrintElement> elements) throws IOException, JRException {
            if (inside) {
                super.exportElements(elements);
                return;
            }
            inside = true;
            PdfContentByte page = ((ClassicPdfProducer) pdfProducer).getPdfContentByte();
            Map<String, Face> names = names(page);
            for (JRPrintElement element : elements) {
                int start = page.getInternalBuffer().size();
                super.exportElements(List.of(element));
                drawn.put(element, Stamp.of(since(start, page), names));
            }
            inside = false;
        }

        /** The names that OpenPDF gives to our faces. */
        private static Map<String, Face> names(PdfContentByte page) {
            Map<String, Face> names = new HashMap<>();
            for (Face face : Faces.all()) {
                int start = page.getInternalBuffer().size();
                page.setFontAndSize(face.font(), 1);
                Matcher name = FACE.matcher(since(start, page));
                if (name.find()) {
                    names.put(name.group(1), face);
                }
            }
            return names;
        }

        private static String since(int start, PdfContentByte page) {
            ByteBuffer drawn = page.getInternalBuffer();
            return new String(drawn.getBuffer(), start, drawn.size() - start, StandardCharsets.ISO_8859_1);
        }
    }
}
