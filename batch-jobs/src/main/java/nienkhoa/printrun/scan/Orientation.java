package nienkhoa.printrun.scan;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** How a picture has to be turned to be looked at: phones write the picture as the sensor sees it, and how it was held. */
final class Orientation {

    /** TIFF 6.0 and Exif 2.3. */
    private static final int ORIENTATION = 274;

    /** Markers of JPEG (ITU-T T.81): its start, what an application adds, its picture. */
    private static final int START = 0xffd8;

    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xffda;

    /** What Exif begins with. */
    private static final String EXIF = "Exif\0\0";

    private Orientation() {}

    /** Quarter turns clockwise; 0 if the picture says nothing of it. Mirrored pictures stay as they are. */
    static int of(Path file, ImageReader reader, int page) {
        try {
            Optional<Integer> said = reader.getFormatName().equalsIgnoreCase("tif")
                            || reader.getFormatName().equalsIgnoreCase("tiff")
                    ? ofTiff(reader.getImageMetadata(page))
                    : ofJpeg(file);
            return said.map(Orientation::quarterTurns).orElse(0);
        } catch (IOException | RuntimeException e) {
            return 0; // what is said about a picture is damaged more often than the picture
        }
    }

    private static int quarterTurns(int orientation) {
        return switch (orientation) {
            case 3 -> 2;
            case 6 -> 1;
            case 8 -> 3;
            default -> 0;
        };
    }

    private static Optional<Integer> ofTiff(IIOMetadata metadata) throws IOException {
        TIFFField field = TIFFDirectory.createFromMetadata(metadata).getTIFFField(ORIENTATION);
        return Optional.ofNullable(field).map(found -> found.getAsInt(0));
    }

    /** Marker by marker; the platform's reader refuses the metadata of many phones. Empty if the file is no JPEG. */
    private static Optional<Integer> ofJpeg(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readUnsignedShort() != START) {
                return Optional.empty();
            }
            for (int marker = in.readUnsignedShort(); marker != SCAN; marker = in.readUnsignedShort()) {
                byte[] said = in.readNBytes(in.readUnsignedShort() - 2);
                if (marker == APP1 && new String(said, StandardCharsets.ISO_8859_1).startsWith(EXIF)) {
                    return ofExif(said);
                }
            }
            return Optional.empty();
        }
    }

    /** Exif is a TIFF without a picture. */
    private static Optional<Integer> ofExif(byte[] said) throws IOException {
        ByteArrayInputStream tiff = new ByteArrayInputStream(said, EXIF.length(), said.length - EXIF.length());
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(tiff)) {
            reader.setInput(in);
            return ofTiff(reader.getImageMetadata(0));
        } finally {
            reader.dispose();
        }
    }

    static BufferedImage turned(BufferedImage image, int quarterTurns) {
        if (quarterTurns == 0) {
            return image;
        }
        AffineTransform turn = AffineTransform.getQuadrantRotateInstance(quarterTurns);
        int width = image.getWidth();
        int height = image.getHeight();
        turn.preConcatenate(AffineTransform.getTranslateInstance(
                quarterTurns == 1 ? height : quarterTurns == 2 ? width : 0,
                quarterTurns == 2 ? height : quarterTurns == 3 ? width : 0));
        boolean crosswise = quarterTurns % 2 == 1;
        BufferedImage turned =
                new BufferedImage(crosswise ? height : width, crosswise ? width : height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D brush = turned.createGraphics();
        brush.drawImage(image, turn, null);
        brush.dispose();
        return turned;
    }
}
