package nienkhoa.imposition;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Gives the font subsets of each document names of their own.
 *
 * <p>Quirk: our documents all count their subsets from {@code NKAAAA+}; printers that keep fonts by name would print the
 * second document with the glyphs of the first.
 */
final class FontTags {

    private static final Pattern SUBSET = Pattern.compile("[A-Z]{6}\\+.+");
    private static final int LETTERS = 26;
    private static final int OWN_LETTERS = 4;

    private final String tag;
    private final Set<COSDictionary> settled = Collections.newSetFromMap(new IdentityHashMap<>());

    private FontTags(int number) {
        StringBuilder letters = new StringBuilder();
        int rest = number;
        for (int i = 0; i < OWN_LETTERS; i++) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
            rest /= LETTERS;
        }
        this.tag = letters.toString();
    }

    /** @param number of the document among all, from 0: the first four letters of its tags */
    static void settle(PDDocument document, int number) {
        FontTags tags = new FontTags(number);
        for (PDPage page : document.getPages()) {
            COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
            COSDictionary fonts = resources == null ? null : resources.getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                for (COSName key : fonts.keySet()) {
                    tags.settle(fonts.getCOSDictionary(key));
                }
            }
        }
    }

    private void settle(COSDictionary font) {
        if (!settled.add(font)) {
            return;
        }
        rename(font, COSName.BASE_FONT);
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        if (descriptor != null && settled.add(descriptor)) {
            rename(descriptor, COSName.FONT_NAME);
        }
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null && descendants.getObject(0) instanceof COSDictionary descendant) {
            settle(descendant);
        }
    }

    private void rename(COSDictionary dictionary, COSName key) {
        String name = dictionary.getNameAsString(key);
        if (name != null && SUBSET.matcher(name).matches()) {
            dictionary.setName(key, tag + name.substring(OWN_LETTERS));
        }
    }
}
