package nienkhoa.forms;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The four bundled faces. */
final class Faces {

    /** Their name in {@code fonts/fonts.xml} and in the templates. */
    static final String FAMILY = "Nien Khoa Serif";

    /** The very names of {@code fonts/fonts.xml}: the report engine asks OpenPDF for a face by this key. */
    static final List<String> FILES = List.of(
            "fonts/NienKhoaSerif-Regular.ttf",
            "fonts/NienKhoaSerif-Bold.ttf",
            "fonts/NienKhoaSerif-Italic.ttf",
            "fonts/NienKhoaSerif-BoldItalic.ttf");

    private static final int LAST_CHARACTER = 0xFFFF;
    private static final int ITALIC = 2;

    private Faces() {}

    /** Loaded when first needed: a start that renders nothing does not pay for it. */
    private static final class Loaded {

        static final List<BaseFont> FONTS = load();

        /** Characters that every face can print. */
        static final BitSet PRINTABLE = printable(FONTS);
    }

    /** Made when the first document is written. */
    private static final class Ready {

        static final List<Face> FACES = faces();
    }

    /** Puts the faces into OpenPDF's cache; call before the first export. */
    static void prepare() {
        if (Loaded.PRINTABLE.isEmpty()) {
            throw new IllegalStateException("no faces");
        }
    }

    /** In the order of {@link #FILES}. */
    static List<Face> all() {
        return Ready.FACES;
    }

    static Face face(boolean bold, boolean italic) {
        return all().get((bold ? 1 : 0) + (italic ? ITALIC : 0));
    }

    /** Index of the first character that a face lacks, -1 if all can be printed. A line feed breaks the line. */
    static int firstMissing(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && !Loaded.PRINTABLE.get(c)) {
                return i;
            }
        }
        return -1;
    }

    private static List<BaseFont> load() {
        return FILES.stream()
                .map(file -> keptInCache(file, Resources.CLASS_PATH.bytes(file)))
                .toList();
    }

    private static BitSet printable(List<BaseFont> fonts) {
        BitSet printable = new BitSet();
        printable.set(0, LAST_CHARACTER + 1);
        for (BaseFont font : fonts) {
            BitSet known = new BitSet();
            for (int c = ' '; c <= LAST_CHARACTER; c++) {
                known.set(c, font.charExists(c));
            }
            printable.and(known);
        }
        return printable;
    }

    private static List<Face> faces() {
        StringBuilder printable = new StringBuilder();
        Loaded.PRINTABLE.stream().forEach(c -> printable.append((char) c));
        List<Face> faces = new ArrayList<>();
        for (BaseFont font : Loaded.FONTS) {
            faces.add(new Face(faces.size() + 1, font, printable.toString()));
        }
        return List.copyOf(faces);
    }

    /**
     * Quirk: OpenPDF writes an incomplete CIDSet, which PDF/A-2 and PDF/A-3 forbid (they allow to leave it out). Its
     * cache is static and is asked by name, so a font made beforehand without CIDSet is the one that is used.
     */
    private static BaseFont keptInCache(String file, byte[] bytes) {
        try {
            BaseFont font =
                    BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED, bytes, null);
            font.setIncludeCidSet(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        } catch (DocumentException e) {
            throw new IllegalStateException(file, e);
        }
    }
}
