package nienkhoa.forms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads the structure tree of a document page by page. Elements of a page that are stored as in an earlier document, byte for
 * byte and under the same numbers, are not read again.
 */
final class StructureReader {

    private static final COSName MARKED = COSName.getPDFName("Marked");

    private final PDDocument document;
    private final Map<COSObjectKey, Long> table;
    private final byte[] pdf;
    private final Kept kept;

    /** Pages of earlier documents. Safe for several threads. */
    static final class Kept {

        /** When so many bytes are kept, all are forgotten. */
        private static final int MOST = 1 << 23;

        private final Map<Long, List<Stored>> pages = new ConcurrentHashMap<>();
        private final AtomicInteger bytes = new AtomicInteger();

        private void add(long root, Stored page) {
            if (bytes.addAndGet(page.bytes().length) > MOST) {
                pages.clear();
                bytes.set(page.bytes().length);
            }
            pages.computeIfAbsent(root, any -> new CopyOnWriteArrayList<>()).add(page);
        }
    }

    /** @param holder number of the object stream that has all elements and what leads to them, which is the last object */
    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(long holder, byte[] bytes, long parents, ReadStructure page) {}

    /** @param pdf what {@code document} was read from */
    StructureReader(PDDocument document, byte[] pdf, Kept kept) {
        this.document = document;
        this.table = document.getDocument().getXrefTable();
        this.pdf = pdf;
        this.kept = kept;
    }

    /**
     * The pages in their order.
     *
     * @throws IOException if a page is not in the tree, or the tree is not sound
     */
    List<ReadStructure> read() throws IOException {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary info = catalog.getCOSDictionary(COSName.MARK_INFO);
        ReadStructure.sound(info != null && info.getBoolean(MARKED, false) && catalog.containsKey(COSName.LANG));
        COSDictionary root = dictionary(catalog.getItem(COSName.STRUCT_TREE_ROOT));
        COSDictionary whole = dictionary(root.getItem(COSName.K));
        COSArray parents = array(dictionary(root.getItem(COSName.PARENT_TREE)).getItem(COSName.NUMS));
        List<ReadStructure> pages = new ArrayList<>();
        for (COSBase part : array(whole.getItem(COSName.K))) {
            COSDictionary section = dictionary(part);
            ReadStructure.sound(section.getNameAsString(COSName.S, "").equals("Sect")
                    && ReadStructure.key(section.getItem(COSName.P))
                            .equals(ReadStructure.key(root.getItem(COSName.K))));
            for (COSBase page : array(section.getItem(COSName.K))) {
                int at = pages.size();
                ReadStructure.sound(2 * at + 1 < parents.size() && parents.getInt(2 * at) == at);
                pages.add(page(page, parents.get(2 * at + 1), ReadStructure.key(part)));
            }
        }
        ReadStructure.sound(pages.size() == document.getNumberOfPages() && parents.size() == 2 * pages.size());
        order(pages);
        return pages;
    }

    private void order(List<ReadStructure> pages) throws IOException {
        int level = 0;
        for (int i = 0; i < pages.size(); i++) {
            COSDictionary page = document.getPage(i).getCOSObject();
            ReadStructure.sound(page.getInt(COSName.STRUCT_PARENTS) == i
                    && (pages.get(i).marked() == 0 || pages.get(i).page().equals(page.getKey())));
            for (int next : pages.get(i).levels()) {
                ReadStructure.sound(next <= level + 1);
                level = next;
            }
        }
    }

    private ReadStructure page(COSBase root, COSBase parents, COSObjectKey part) throws IOException {
        long first = ReadStructure.key(root).getNumber();
        for (Stored known : kept.pages.getOrDefault(first, List.of())) {
            if (known.parents() == ReadStructure.key(parents).getNumber() && isHere(known, first)) {
                ReadStructure.sound(known.page().part().equals(part));
                return known.page();
            }
        }
        ReadStructure page = ReadStructure.of((COSObject) root, array(parents));
        ReadStructure.sound(page.part().equals(part));
        keep(first, ReadStructure.key(parents).getNumber(), page);
        return page;
    }

    private boolean isHere(Stored known, long first) {
        Long start = table.get(new COSObjectKey(known.holder(), 0));
        if (start == null || !equals(start, known.bytes())) {
            return false;
        }
        for (long number = first; number <= known.parents(); number++) {
            if (!Long.valueOf(-known.holder()).equals(table.get(new COSObjectKey(number, 0)))) {
                return false;
            }
        }
        return true;
    }

    private boolean equals(long start, byte[] bytes) {
        int end = (int) start + bytes.length;
        return start > 0 && end <= pdf.length && Arrays.equals(pdf, (int) start, end, bytes, 0, bytes.length);
    }

    /** Only if an object stream has all of the page's objects and nothing else of them lies elsewhere. */
    private void keep(long first, long parents, ReadStructure page) {
        long holder = -table.getOrDefault(new COSObjectKey(first, 0), 0L);
        long start = holder > 0 ? table.getOrDefault(new COSObjectKey(holder, 0), 0L) : 0;
        if (start > 0) {
            int end = (int) GlyphReader.end(document.getDocument(), start);
            Stored stored = new Stored(holder, Arrays.copyOfRange(pdf, (int) start, end), parents, page);
            if (isHere(stored, first)) {
                kept.add(first, stored);
            }
        }
    }

    private static COSDictionary dictionary(COSBase item) throws IOException {
        if (item instanceof COSObject reference && reference.getObject() instanceof COSDictionary dictionary) {
            return dictionary;
        }
        if (item instanceof COSDictionary dictionary) {
            return dictionary;
        }
        throw new IOException("no dictionary");
    }

    private static COSArray array(COSBase item) throws IOException {
        COSBase object = item instanceof COSObject reference ? reference.getObject() : item;
        if (object instanceof COSArray array) {
            return array;
        }
        throw new IOException("no array");
    }
}
