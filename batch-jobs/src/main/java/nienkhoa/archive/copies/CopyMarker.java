package nienkhoa.archive.copies;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import tools.jackson.core.JacksonException;

/**
 * The content of the file by which a copy is recognised, whatever letter or path the system gives it.
 *
 * @param schema {@value #SCHEMA}
 * @param target id of the copy
 * @param archive which archive it is a copy of, so that the disk of another school is not taken for ours
 */
public record CopyMarker(String schema, String target, String archive) {

    public static final String FILE = "nienkhoa-copy.json";

    private static final String SCHEMA = "nienkhoa/copy/1";

    public CopyMarker(String target, String archive) {
        this(SCHEMA, target, archive);
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(this);
    }

    /** Empty if it is no marker. */
    private static Optional<CopyMarker> read(byte[] bytes) {
        try {
            return Optional.of(CanonicalJson.read(new String(bytes, StandardCharsets.UTF_8), CopyMarker.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The archive, if these are the bytes of a marker of this copy. */
    public static Optional<String> archiveIn(byte[] bytes, String target) {
        return read(bytes).filter(marker -> marker.target().equals(target)).map(CopyMarker::archive);
    }

    /** Whether these are the bytes of this marker. */
    public boolean isIn(byte[] bytes) {
        return read(bytes).filter(this::equals).isPresent();
    }
}
