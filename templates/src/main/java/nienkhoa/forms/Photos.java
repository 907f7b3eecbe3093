package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jspecify.annotations.Nullable;

/** The photos of one document, fetched and proved before it is filled; {@code $P{photos}} in a template. */
public final class Photos {

    private final Map<String, Renderable> pictures = new HashMap<>();

    Photos() {}

    /** Fetches every photo that the data name; returns what is wrong. */
    List<Refusal> fetch(FormSpec spec, Node document, PhotoSource source) {
        List<Refusal> refusals = new ArrayList<>();
        for (String path : spec.photos()) {
            Places.visit(document, path, (place, value) -> {
                if (value.has("")) {
                    fetch(value.text(""), source)
                            .ifPresent(fault -> refusals.add(Refusal.of(Refusal.BAD_PHOTO, place, fault)));
                }
            });
        }
        return refusals;
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
        if (!isPicture(bytes.get())) {
            return Optional.of("unreadable");
        }
        pictures.put(sha256, SimpleDataRenderer.getInstance(bytes.get()));
        return Optional.empty();
    }

    private static boolean isPicture(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes)) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
