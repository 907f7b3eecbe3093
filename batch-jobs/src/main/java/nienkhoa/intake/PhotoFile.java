package nienkhoa.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Photos of students: what their file names and headers say. */
final class PhotoFile {

    private static final Pattern NAME = Pattern.compile("(?:.*/)?([^/]+)\\.(?:jpg|jpeg|png)", Pattern.CASE_INSENSITIVE);

    /** A picture larger than this is no photo of a student, and decoding it would fill the memory. */
    private static final int MAX_SIDE_PX = 10_000;

    private PhotoFile() {}

    static boolean isNamedLikeOne(String path) {
        return NAME.matcher(path).matches();
    }

    /** Width and height, if the file is a JPEG or PNG picture whatever its name says. */
    static Optional<Size> size(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ImageInputStream image = ImageIO.createImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (reader.getFormatName().matches("(?i)jpe?g|png")) {
                        reader.setInput(image, true, true);
                        return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)))
                                .filter(Size::isPlausible);
                    }
                } finally {
                    reader.dispose();
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Quirk: readers of the JDK answer damaged headers with exceptions of many kinds.
            return Optional.empty();
        }
    }

    record Size(int widthPx, int heightPx) {

        boolean isPlausible() {
            return widthPx > 0 && heightPx > 0 && widthPx <= MAX_SIDE_PX && heightPx <= MAX_SIDE_PX;
        }
    }
}
