package nienkhoa.forms;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/**
 * Pages that are the same in every document and were proved in one: the same bytes shown by the same fonts are right
 * again. Safe for several threads.
 */
final class ProvedPages {

    private static final Set<COSName> KEYS_OF_A_PAGE = Set.of(
            COSName.TYPE,
            COSName.PARENT,
            COSName.RESOURCES,
            COSName.MEDIA_BOX,
            COSName.CONTENTS,
            COSName.STRUCT_PARENTS);

    private final Map<Expected, Seen> proved = Collections.synchronizedMap(new IdentityHashMap<>());

    /**
     * All that decides what a plain page shows.
     *
     * @param content as stored
     * @param fonts by their names
     * @param marked how many marked contents have a number
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Seen(byte[] content, Map<String, ReadFace> fonts, int marked) {}

    /** If the page, as stored, is one that was proved to be as expected: how many marked contents it has. */
    OptionalInt marked(Expected expected, PDPage page, GlyphReader glyphs) throws IOException {
        Seen seen = expected.constant() ? proved.get(expected) : null;
        COSStream content = seen == null ? null : content(page);
        if (seen == null || content == null) {
            return OptionalInt.empty();
        }
        COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        for (Map.Entry<String, ReadFace> font : seen.fonts().entrySet()) {
            COSBase item = fonts == null ? null : fonts.getItem(COSName.getPDFName(font.getKey()));
            if (!glyphs.font(item).equals(font.getValue())) {
                return OptionalInt.empty();
            }
        }
        return Arrays.equals(seen.content(), PageContents.stored(content))
                ? OptionalInt.of(seen.marked())
                : OptionalInt.empty();
    }

    /** Keeps a page that was proved, if its own content is all that it shows. */
    void add(Expected expected, PDPage page, PageReader read) throws IOException {
        COSStream content = expected.constant() && !read.drawsObjects() ? content(page) : null;
        if (content != null) {
            proved.putIfAbsent(
                    expected,
                    new Seen(
                            PageContents.stored(content),
                            Map.copyOf(read.faces()),
                            read.marks().count()));
        }
    }

    /** The content of a page that has nothing else to show; null if it may have. */
    private static @Nullable COSStream content(PDPage page) {
        COSDictionary dictionary = page.getCOSObject();
        return KEYS_OF_A_PAGE.containsAll(dictionary.keySet())
                        && dictionary.getDictionaryObject(COSName.CONTENTS) instanceof COSStream stream
                        && PageContents.isPlain(stream)
                ? stream
                : null;
    }
}
