package nienkhoa.archive.copies;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;

/**
 * Where an object lies in a storage root: under the SHA-256 of its id, in three levels of three characters.
 *
 * <p>Source: OCFL community extension 0004, hashed n-tuple storage layout, with its defaults.
 */
public final class ObjectPlace {

    private static final String PREFIX = "nienkhoa:";
    private static final int TUPLE = 3;
    private static final int TUPLES = 3;

    private ObjectPlace() {}

    /** The place of a dossier's object. */
    public static String ofDossier(String dossierId) {
        try {
            return ofObject(new URI("urn", PREFIX + dossierId, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a dossier id: " + dossierId, e);
        }
    }

    static String ofObject(String objectId) {
        String hash = CanonicalJson.sha256(objectId);
        StringBuilder place = new StringBuilder();
        for (int i = 0; i < TUPLES; i++) {
            place.append(hash, i * TUPLE, (i + 1) * TUPLE).append('/');
        }
        return place.append(hash).toString();
    }

    /** The id of the dossier whose object this is; empty if it is none of ours. */
    static Optional<String> dossierId(String objectId) {
        try {
            String part = new URI(objectId).getSchemeSpecificPart();
            return part.startsWith(PREFIX) ? Optional.of(part.substring(PREFIX.length())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
