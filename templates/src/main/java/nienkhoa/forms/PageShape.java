package nienkhoa.forms;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;

/** The operators of a page, the names they use, and whether its fonts have all glyphs that it shows. */
final class PageShape {

    private static final int BYTE = 8;
    private static final Pattern PICTURE = Pattern.compile("X\\d+");

    private final Set<String> facts = new TreeSet<>();
    private final Map<String, BitSet> glyphs = new HashMap<>();
    private final ReadMarks marks = new ReadMarks();
    private BitSet font = new BitSet();
    private int depth;
    private int deepest;

    /** @param known glyphs of the document's fonts, so far */
    private PageShape(PDPage page, Map<COSDictionary, BitSet> known) {
        COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts != null) {
            fonts.keySet()
                    .forEach(name -> glyphs.put(
                            name.getName(), known.computeIfAbsent(fonts.getCOSDictionary(name), PageShape::glyphs)));
        }
    }

    /**
     * @param marked how many marked contents the structure has of the page; negative if there is no structure
     * @throws IOException if the page has others
     */
    static Set<String> of(PDPage page, Map<COSDictionary, BitSet> known, int marked) throws IOException {
        PageShape shape = new PageShape(page, known);
        try {
            shape.operators(PageReader.Syntax.QUICK.of(page));
        } catch (ContentTokens.Unknown e) {
            shape = new PageShape(page, known);
            shape.tokens(page);
        }
        ReadStructure.sound(marked < 0 || marked == shape.marks.count());
        shape.facts.add("page depth " + shape.deepest + " " + shape.depth);
        return shape.facts;
    }

    private void operators(Operators operators) throws IOException {
        Set<Integer> seen = new HashSet<>();
        while (operators.next()) {
            marks.read(operators);
            if (operators.isNamed()) {
                name(operators.name());
            }
            byte[] shown = operators.shown();
            if (shown.length > 0) {
                show(shown);
            }
            seen.add(operators.operator());
            nest(operators.operator() == 'q', operators.operator() == 'Q');
        }
        seen.forEach(operator -> facts.add("page " + Operators.letters(operator)));
    }

    /** As PDFBox reads them; knows what is not to be known quickly. */
    private void tokens(PDPage page) throws IOException {
        Operators all = PageReader.Syntax.FULL.of(page);
        while (all.next()) {
            marks.read(all);
        }
        for (Object token : new PDFStreamParser(page).parse()) {
            if (token instanceof Operator operator) {
                facts.add("page " + operator.getName());
                nest(
                        operator.getName().equals(OperatorName.SAVE),
                        operator.getName().equals(OperatorName.RESTORE));
            } else {
                operand((COSBase) token);
            }
        }
    }

    private void nest(boolean saves, boolean restores) {
        depth += (saves ? 1 : 0) - (restores ? 1 : 0);
        deepest = Math.max(deepest, depth);
    }

    private void name(String name) {
        facts.add("page /" + steady(name));
        font = glyphs.getOrDefault(name, font);
    }

    private void operand(COSBase operand) {
        if (operand instanceof COSName name) {
            name(name.getName());
        } else if (operand instanceof COSString text) {
            show(text.getBytes());
        } else if (operand instanceof COSArray array) {
            array.forEach(this::operand);
        }
    }

    private void show(byte[] codes) {
        facts.add("page text " + codes.length % 2);
        for (int i = 0; i + 1 < codes.length; i += 2) {
            if (!font.get(((codes[i] & 0xFF) << BYTE) | (codes[i + 1] & 0xFF))) {
                facts.add("page glyph that its font lacks");
            }
        }
    }

    /** Pictures are named by their object number. */
    static String steady(String name) {
        return PICTURE.matcher(name).matches() ? "X" : name;
    }

    /** Glyphs that have a width: {@code W} of a composite font, ISO 32000-1 section 9.7.4.3. */
    private static BitSet glyphs(COSDictionary font) {
        BitSet known = new BitSet();
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        COSArray widths = descendants != null && descendants.getObject(0) instanceof COSDictionary descendant
                ? descendant.getCOSArray(COSName.W)
                : null;
        for (int i = 0; widths != null && i + 1 < widths.size(); i += 2) {
            if (widths.getObject(i) instanceof COSInteger first && widths.getObject(i + 1) instanceof COSArray run) {
                known.set(first.intValue(), first.intValue() + run.size());
            }
        }
        return known;
    }
}
