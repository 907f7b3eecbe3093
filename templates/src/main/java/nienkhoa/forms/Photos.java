package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jspecify.annotations.Nullable;

/** The photos of one document, fetched and proved before it is filled; {@code $P{photos}} in a template. */
public final class Photos {

    private static final String OF = "Of";

    private final Map<String, Renderable> pictures = new HashMap<>();

    Photos() {}

    /** Fetches every photo that the data name; returns what is wrong. */
    List<Refusal> fetch(FormSpec spec, Node document, PhotoSource source) {
        List<Refusal> refusals = new ArrayList<>();
        for (String path : spec.photos()) {
            String name = path.substring(path.lastIndexOf('.') + 1);
            Places.visit(document, path.substring(0, path.length() - name.length() - 1), (place, owner) -> {
                if (owner.has(name)) {
                    refusals.addAll(check(place + "." + name, owner, name, source));
                }
            });
        }
        return refusals;
    }

    /** The photo's record says whom it shows: beside {@code photo} stands {@code photoOf}, which has to be the {@code id}. */
    private List<Refusal> check(String place, Node owner, String name, PhotoSource source) {
        String shown = owner.text(name + OF);
        if (shown.isEmpty() || !shown.equals(owner.text("id"))) {
            return List.of(Refusal.of(Refusal.PHOTO_OF_OTHER, place));
        }
        return fetch(owner.text(name), source).stream()
                .map(fault -> Refusal.of(Refusal.BAD_PHOTO, place, fault))
                .toList();
    }

    /** The picture with this SHA-256; null (an empty frame) for the empty text. */
    public @Nullable Renderable picture(String sha256) {
        return pictures.get(sha256);
    }

    private Optional<String> fetch(String sha256, PhotoSource source) {
        Optional<byte[]> bytes = source.photo(sha256);
        if (bytes.isEmpty()) {
            return Optional.of("missing");
        }
        if (!Sha256.hex(bytes.get()).equals(sha256)) {
            return Optional.of("altered");
        }
        if (!JpegProof.isWhole(bytes.get()) && !isWholePicture(bytes.get())) {
            return Optional.of("unreadable");
        }
        pictures.put(sha256, SimpleDataRenderer.getInstance(bytes.get()));
        return Optional.empty();
    }

    /** A JPEG that was cut off is read all the same, its rest grey; the reader only warns. */
    private static boolean isWholePicture(byte[] bytes) {
        AtomicInteger warnings = new AtomicInteger();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                reader.addIIOReadWarningListener((source, warning) -> warnings.incrementAndGet());
                reader.read(0);
            } finally {
                reader.dispose();
            }
            return warnings.get() == 0;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
