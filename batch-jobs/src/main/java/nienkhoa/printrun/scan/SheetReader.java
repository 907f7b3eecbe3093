package nienkhoa.printrun.scan;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Optional;
import nienkhoa.printrun.SeenSide;
import nienkhoa.printrun.SeenSide.Part;
import nienkhoa.printrun.SheetCode;

/** Reads the code of a scanned page, skewed by up to 10 degrees or lying any way round, from 150 dpi on. */
public final class SheetReader {

    private static final double[] TURNS = {0, -4, 4, -8, 8, -12, 12, -2, 2, -6, 6, -10, 10};

    private SheetReader() {}

    /** Bold codes are looked for in so many spots only; it is slow, and codes stand in corners. */
    private static final int BOLD_SPOTS = 6;

    /** How far from its place the other code of a side may lie, as a share of the long edge. */
    private static final double ASTRAY = 0.1;

    private record Read(SheetCode code, int quarterTurns, Part corner, Rectangle spot) {}

    /** @param page its number in the scan, from 1 */
    public static SeenSide read(int page, BufferedImage picture) {
        Grey grey = Grey.of(picture);
        List<Rectangle> spots = CodeSpots.in(grey);
        return first(grey, spots, SheetReader::plain)
                .or(() -> first(grey, spots.subList(0, Math.min(BOLD_SPOTS, spots.size())), SheetReader::bold))
                .map(read -> side(page, read, alone(read.spot(), spots, grey)))
                .orElseGet(() -> SeenSide.without(page, grey.blank()));
    }

    private static SeenSide side(int page, Read read, boolean alone) {
        Part part = alone ? read.corner() : Part.WHOLE;
        return new SeenSide(page, Optional.of(read.code()), read.quarterTurns(), false, part);
    }

    /** Makes black and white of a spot, in one or several ways. */
    private interface Binarizing {
        List<Binarizer> of(LuminanceSource spot);
    }

    private static List<Binarizer> plain(LuminanceSource spot) {
        return List.of(new GlobalHistogramBinarizer(spot), new HybridBinarizer(spot));
    }

    private static List<Binarizer> bold(LuminanceSource spot) {
        return List.of(new BoldBinarizer(spot));
    }

    private static Optional<Read> first(Grey grey, List<Rectangle> spots, Binarizing binarizing) {
        for (Rectangle spot : spots) {
            for (double degrees : TURNS) {
                Optional<Read> read =
                        text(grey, spot, degrees, binarizing).flatMap(result -> read(result, spot, degrees));
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether nothing like a code lies at the opposite corner. */
    private static boolean alone(Rectangle found, List<Rectangle> spots, Grey grey) {
        double x = grey.width() - found.getCenterX();
        double y = grey.height() - found.getCenterY();
        double most = ASTRAY * Math.max(grey.width(), grey.height());
        return spots.stream()
                .noneMatch(
                        spot -> !spot.equals(found) && Math.hypot(spot.getCenterX() - x, spot.getCenterY() - y) < most);
    }

    /** The letter in front says which corner the code belongs to; the code itself shows how it lies. */
    private static Optional<Read> read(Result result, Rectangle spot, double degrees) {
        String text = result.getText();
        if (!text.startsWith("T") && !text.startsWith("B")) {
            return Optional.empty();
        }
        ResultPoint[] corners = result.getResultPoints();
        double across = corners[2].getX() - corners[1].getX();
        double down = corners[2].getY() - corners[1].getY();
        double angle = Math.toDegrees(Math.atan2(down, across)) - degrees;
        int quarterTurns = Math.floorMod(Math.round(angle / 90), 4);
        Part corner = text.startsWith("T") ? Part.UPPER : Part.LOWER;
        return SheetCode.read(text.substring(1)).map(code -> new Read(code, quarterTurns, corner, spot));
    }

    private static Optional<Result> text(Grey grey, Rectangle spot, double degrees, Binarizing binarizing) {
        double scale = Math.max(1, 200.0 / Math.max(spot.width, spot.height));
        for (Binarizer bits : binarizing.of(source(grey.cut(spot, scale, degrees)))) {
            try {
                return Optional.of(new DataMatrixReader().decode(new BinaryBitmap(bits)));
            } catch (ReaderException e) {
                // not by this threshold; perhaps by the other
            }
        }
        return Optional.empty();
    }

    private static LuminanceSource source(BufferedImage cut) {
        byte[] pixels = ((DataBufferByte) cut.getRaster().getDataBuffer()).getData();
        return new PlanarYUVLuminanceSource(
                pixels, cut.getWidth(), cut.getHeight(), 0, 0, cut.getWidth(), cut.getHeight(), false);
    }
}
