package nienkhoa.intake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Photos of students: what their file names, their headers and their pictures say. */
final class PhotoFile {

    private static final Pattern NAME = Pattern.compile("(?:.*/)?([^/]+)\\.(?:jpg|jpeg|png)", Pattern.CASE_INSENSITIVE);
    private static final CheckRules.Photo LIMITS = CheckRules.bundled().photo();

    /** Pixels a side that a picture is thinned out to while it is read; enough to compare it with others. */
    private static final int THINNED_PX = 88;

    private PhotoFile() {}

    static boolean isNamedLikeOne(String path) {
        return NAME.matcher(path).matches();
    }

    /** What became of a file. */
    sealed interface Outcome {

        /**
         * @param bytes the picture without anything about camera, place or owner
         * @param look what it looks like, see {@link PhotoLooks}
         */
        @SuppressWarnings("ArrayRecordComponent") // Never compared.
        record Usable(byte[] bytes, int widthPx, int heightPx, byte[] look) implements Outcome {}

        /** @param code of the finding */
        record Refused(String code) implements Outcome {}
    }

    /** Reads a file whatever its name says; a picture is only decoded if its header says that it is not too large. */
    static Outcome read(Path file) throws IOException {
        if (Files.size(file) > LIMITS.maxBytes()) {
            return new Outcome.Refused("I190_PHOTO_TOO_LARGE");
        }
        return read(Files.readAllBytes(file));
    }

    static Outcome read(byte[] file) {
        Optional<PhotoMetadata.Picture> picture = PhotoMetadata.picture(file);
        if (picture.isEmpty()) {
            return new Outcome.Refused("I032_PHOTO_UNREADABLE");
        }
        return picture.get().isUpright() ? decoded(picture.get().bytes()) : new Outcome.Refused("I192_PHOTO_TURNED");
    }

    private static Outcome decoded(byte[] picture) {
        try (ImageInputStream image = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (reader.getFormatName().matches("(?i)jpe?g|png")) {
                        reader.setInput(image, true, true);
                        return decoded(picture, reader);
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException | RuntimeException e) {
            // Falls through. Quirk: readers of the JDK answer damaged pictures with exceptions of many kinds.
        }
        return new Outcome.Refused("I032_PHOTO_UNREADABLE");
    }

    private static Outcome decoded(byte[] picture, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > LIMITS.maxPixels()) {
            return new Outcome.Refused("I190_PHOTO_TOO_LARGE");
        }
        int step = Math.max(1, Math.min(width, height) / THINNED_PX);
        ImageReadParam thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(step, step, 0, 0);
        grey(reader).ifPresent(thinned::setDestinationType);
        BufferedImage read = reader.read(0, thinned);
        return new Outcome.Usable(picture, width, height, PhotoLooks.of(read));
    }

    /** Without its colours, which nobody asks for here, a JPEG picture takes less than half of the time to decode. */
    private static Optional<ImageTypeSpecifier> grey(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            if (type.getBufferedImageType() == BufferedImage.TYPE_BYTE_GRAY) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
