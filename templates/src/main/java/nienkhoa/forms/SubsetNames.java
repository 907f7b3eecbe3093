package nienkhoa.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Gives the font subsets of a PDF fixed names.
 *
 * <p>Quirk: OpenPDF draws the six letters before the name of a subset ({@code XKQZPT+Name}) at random. Ours count up in
 * the order in which the pages use the faces: {@code NKAAAA}, {@code NKAAAB}, ….
 */
final class SubsetNames {

    private static final Pattern SUBSET = Pattern.compile("[A-Z]{6}\\+.+");
    private static final int PREFIX = 6;
    private static final int LETTERS = 26;

    private final Map<String, String> settled = new HashMap<>();

    private SubsetNames() {}

    static void settle(PDDocument document) {
        SubsetNames names = new SubsetNames();
        for (PDPage page : document.getPages()) {
            COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
            COSDictionary fonts = resources == null ? null : resources.getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                fonts.keySet().stream().sorted().forEach(key -> names.settle(fonts.getCOSDictionary(key)));
            }
        }
    }

    private void settle(COSDictionary font) {
        rename(font, COSName.BASE_FONT);
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        if (descriptor != null) {
            rename(descriptor, COSName.FONT_NAME);
        }
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null && descendants.getObject(0) instanceof COSDictionary descendant) {
            settle(descendant);
        }
    }

    private void rename(COSDictionary dictionary, COSName key) {
        String name = dictionary.getNameAsString(key);
        if (name != null && SUBSET.matcher(name).matches() && !settled.containsValue(name)) {
            dictionary.setName(key, settled.computeIfAbsent(name, this::next));
        }
    }

    private String next(String name) {
        int n = settled.size();
        return "NKAA" + (char) ('A' + n / LETTERS) + (char) ('A' + n % LETTERS) + name.substring(PREFIX);
    }
}
