package nienkhoa.forms;

import java.util.Optional;

/** Where photos come from. Must be safe for several threads. */
@FunctionalInterface
public interface PhotoSource {

    /** For forms without photos. */
    PhotoSource NONE = sha256 -> Optional.empty();

    /** The bytes of the picture (JPEG or PNG) with this SHA-256; empty if there is none. */
    Optional<byte[]> photo(String sha256);
}
