package nienkhoa.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;

/**
 * The objects of one PDF 1.7 file in the order in which they are written: streams as they come, dictionaries together in
 * an object stream at the end, then the cross-reference stream (ISO 32000-1 sections 7.5.7, 7.5.8).
 */
final class PdfObjects implements AutoCloseable {

    /** Half of the time of the default of 6 and a fifth more bytes. */
    private static final int LEVEL = 2;

    /** Of documents that are done. A new one costs as much as deflating a page. */
    private static final Queue<Deflater> IDLE = new ConcurrentLinkedQueue<>();

    private static final int TYPICAL_BYTES = 1 << 17;
    private static final int TYPICAL_OBJECTS = 64;
    private static final int ENTRY = 7;
    private static final int UP = 2;
    private static final int BYTE = 8;

    private final PdfBytes out = new PdfBytes(TYPICAL_BYTES);
    private final PdfBytes packed = new PdfBytes(TYPICAL_BYTES / BYTE);
    private final List<int[]> packedAt = new ArrayList<>();
    private final Deflater deflater = deflater();
    private final byte[] buffer = new byte[TYPICAL_BYTES / BYTE];
    /** Where an object lies in the file; 0 if nowhere, {@link #packed} if it lies in the object stream of its holder. */
    private int[] offsets = new int[TYPICAL_OBJECTS];

    private int[] holders = new int[TYPICAL_OBJECTS];
    private int next;

    /** @param reserved the numbers below it are given out by the caller */
    PdfObjects(int reserved) {
        this.next = reserved;
        out.add("%PDF-1.7\n%").add(0xE2).add(0xE3).add(0xCF).add(0xD3).add('\n');
    }

    private static Deflater deflater() {
        Deflater idle = IDLE.poll();
        return idle == null ? new Deflater(LEVEL) : idle;
    }

    /** A new object number. */
    int number() {
        return next++;
    }

    /** New object numbers, one behind the other; the answer is the first. */
    int numbers(int count) {
        next += count;
        return next - count;
    }

    /** An object that was put into bytes before, from {@code n 0 obj} to {@code endobj}. */
    void prepared(int number, byte[] object) {
        at(number, out.length(), 0);
        out.add(object);
    }

    /** Says that the objects from {@code first} on lie in the object stream {@code holder}, written by the caller. */
    void heldBy(int holder, int first, int count) {
        for (int i = 0; i < count; i++) {
            at(first + i, packed(i), holder);
        }
    }

    /** A stream whose data are deflated here. */
    int deflated(String entries, PdfBytes data) {
        int number = number();
        deflated(number, entries, data);
        return number;
    }

    private void deflated(int number, String entries, PdfBytes data) {
        PdfBytes small = deflate(data);
        deflated(number, entries, small.array(), small.length());
    }

    /** A stream whose data were deflated before by {@link #deflate}. */
    void deflated(int number, String entries, byte[] data, int length) {
        stream(number, "/Filter/FlateDecode" + entries, data, length);
    }

    PdfBytes deflate(PdfBytes data) {
        PdfBytes small = new PdfBytes(data.length() / 2 + BYTE);
        deflater.reset();
        deflater.setInput(data.array(), 0, data.length());
        deflater.finish();
        while (!deflater.finished()) {
            small.add(buffer, deflater.deflate(buffer));
        }
        return small;
    }

    void stream(int number, String entries, byte[] data, int length) {
        at(number, out.length(), 0);
        open(out, number, entries, length).add(data, length).add("\nendstream\nendobj\n");
    }

    /** A whole stream object, for {@link #prepared}. */
    static byte[] streamObject(int number, String entries, byte[] data) {
        PdfBytes object = new PdfBytes(data.length + TYPICAL_OBJECTS * 2);
        return open(object, number, entries, data.length)
                .add(data)
                .add("\nendstream\nendobj\n")
                .copy();
    }

    private static PdfBytes open(PdfBytes out, int number, String entries, int length) {
        return out.integer(number)
                .add(" 0 obj\n<<")
                .add(entries)
                .add("/Length ")
                .integer(length)
                .add(">>\nstream\n");
    }

    /** Begins a dictionary: write it to the answer before the next one begins. */
    PdfBytes dictionary(int number) {
        packedAt.add(new int[] {number, packed.add('\n').length()});
        return packed;
    }

    /** @param trailer entries like {@code /Root 1 0 R} */
    byte[] finish(String trailer) {
        int holder = number();
        PdfBytes body = new PdfBytes(packed.length() + TYPICAL_OBJECTS * BYTE * 2);
        packedAt.forEach(one -> body.integer(one[0]).add(' ').integer(one[1]).add(' '));
        int first = body.length();
        body.add(packed.array(), packed.length());
        for (int i = 0; i < packedAt.size(); i++) {
            at(packedAt.get(i)[0], packed(i), holder);
        }
        deflated(holder, "/Type/ObjStm/N " + packedAt.size() + "/First " + first, body);
        int start = out.length();
        int table = number();
        at(table, start, 0);
        deflated(
                table,
                "/DecodeParms<</Predictor 12/Columns " + ENTRY + ">>/Type/XRef/W[1 4 2]/Size " + next + trailer,
                differences(entries()));
        return out.add("startxref\n").integer(start).add("\n%%EOF\n").copy();
    }

    private PdfBytes entries() {
        PdfBytes entries = new PdfBytes(next * ENTRY);
        for (int number = 0; number < next; number++) {
            int offset = number < offsets.length ? offsets[number] : 0;
            if (offset == 0) {
                entry(entries, 0, 0, number == 0 ? 0xFFFF : 0);
            } else if (offset > 0) {
                entry(entries, 1, offset, 0);
            } else {
                entry(entries, 2, holders[number], packed(offset));
            }
        }
        return entries;
    }

    /** Each entry as what it differs from the one before, which is the same for most: PNG's filter {@code Up}. */
    private static PdfBytes differences(PdfBytes entries) {
        byte[] all = entries.array();
        PdfBytes differences = new PdfBytes(entries.length() / ENTRY * (ENTRY + 1));
        for (int i = 0; i < entries.length(); i++) {
            if (i % ENTRY == 0) {
                differences.add(UP);
            }
            differences.add(all[i] - (i < ENTRY ? 0 : all[i - ENTRY]));
        }
        return differences;
    }

    private static void entry(PdfBytes entries, int type, int second, int third) {
        entries.add(type)
                .add(second >> (3 * BYTE))
                .add(second >> (2 * BYTE))
                .add(second >> BYTE)
                .add(second)
                .add(third >> BYTE)
                .add(third);
    }

    private static int packed(int index) {
        return -1 - index;
    }

    private void at(int number, int offset, int holder) {
        if (number >= offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * number);
            holders = Arrays.copyOf(holders, 2 * number);
        }
        offsets[number] = offset;
        holders[number] = holder;
    }

    @Override
    public void close() {
        IDLE.add(deflater);
    }
}
