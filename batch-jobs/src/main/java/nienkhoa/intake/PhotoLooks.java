package nienkhoa.intake;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Finds pictures that show the same although their bytes differ, for example saved again in another quality or size.
 *
 * <p>A look is the brightness of 16×16 fields. Two pictures are one if no field differs by more than saving again can do.
 * Memory: about 500 bytes a photo.
 */
final class PhotoLooks {

    private static final int SIDE = 16;

    /** Levels of 256 by which a field may differ. */
    private static final int TOLERANCE = 3;

    /** Pictures of nearly the same brightness that one is compared with; it keeps the cost linear. */
    private static final int NEIGHBOURS = 4_000;

    private final List<Seen> seen = new ArrayList<>();

    /** @param mean brightness over all fields */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Seen(int file, String code, String sha256, double mean, byte[] look) {}

    /** Another student's photo that shows the same. */
    record Twin(int file, boolean sameBytes) {}

    /** What a picture looks like. */
    static byte[] of(BufferedImage picture) {
        long[] sums = new long[SIDE * SIDE];
        int[] counts = new int[SIDE * SIDE];
        int width = picture.getWidth();
        int[] columns = IntStream.range(0, width).map(x -> x * SIDE / width).toArray();
        int[] line = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            brightness(picture, y, line);
            int row = y * SIDE / picture.getHeight() * SIDE;
            for (int x = 0; x < width; x++) {
                sums[row + columns[x]] += line[x];
                counts[row + columns[x]]++;
            }
        }
        byte[] look = new byte[SIDE * SIDE];
        for (int i = 0; i < look.length; i++) {
            look[i] = (byte) (counts[i] == 0 ? 0 : sums[i] / counts[i]);
        }
        return look;
    }

    /** Of one line, by the weights of ITU-R BT.601; a grey picture holds it as it is. */
    private static void brightness(BufferedImage picture, int y, int[] line) {
        if (picture.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            picture.getRaster().getSamples(0, y, line.length, 1, 0, line);
            return;
        }
        picture.getRGB(0, y, line.length, 1, line, 0, line.length);
        for (int x = 0; x < line.length; x++) {
            int rgb = line[x];
            line[x] = (299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255)) / 1000;
        }
    }

    synchronized void add(int file, String code, String sha256, byte[] look) {
        long sum = 0;
        for (byte level : look) {
            sum += level & 255;
        }
        seen.add(new Seen(file, code, sha256, (double) sum / look.length, look));
    }

    /**
     * For each file that shows the same as the photo of another student, the first such other file. To be asked once, after
     * the last photo: what they look like is forgotten then.
     */
    synchronized Map<Integer, Twin> twins() {
        Map<Integer, Twin> twins = new TreeMap<>();
        List<Seen> distinct = distinct(twins);
        distinct.sort(Comparator.comparingDouble(Seen::mean).thenComparingInt(Seen::file));
        for (int i = 0; i < distinct.size(); i++) {
            Seen one = distinct.get(i);
            int end = Math.min(distinct.size(), i + 1 + NEIGHBOURS);
            for (int j = i + 1; j < end && distinct.get(j).mean() - one.mean() <= 1; j++) {
                if (isSame(one.look(), distinct.get(j).look())) {
                    pair(one, distinct.get(j), twins);
                }
            }
        }
        seen.clear();
        return twins;
    }

    /** One of those that look exactly the same; the others are paired with it. */
    private List<Seen> distinct(Map<Integer, Twin> twins) {
        seen.sort(Comparator.comparingInt(Seen::file));
        Map<ByteBuffer, Seen> firsts = new HashMap<>();
        List<Seen> distinct = new ArrayList<>();
        for (Seen each : seen) {
            Seen first = firsts.putIfAbsent(ByteBuffer.wrap(each.look()), each);
            if (first == null) {
                distinct.add(each);
            } else {
                pair(first, each, twins);
            }
        }
        return distinct;
    }

    private static void pair(Seen one, Seen other, Map<Integer, Twin> twins) {
        if (!one.code().equals(other.code())) {
            boolean sameBytes = one.sha256().equals(other.sha256());
            twins.merge(one.file(), new Twin(other.file(), sameBytes), PhotoLooks::closer);
            twins.merge(other.file(), new Twin(one.file(), sameBytes), PhotoLooks::closer);
        }
    }

    private static Twin closer(Twin one, Twin other) {
        return Comparator.comparing((Twin twin) -> !twin.sameBytes())
                                .thenComparingInt(Twin::file)
                                .compare(one, other)
                        <= 0
                ? one
                : other;
    }

    private static boolean isSame(byte[] one, byte[] other) {
        for (int i = 0; i < one.length; i++) {
            if (Math.abs((one[i] & 255) - (other[i] & 255)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
