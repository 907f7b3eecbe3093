package nienkhoa.archive.ocfl;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** OCFL asks that the id of an object be a URI: the dossier's id becomes the last part of a URN. */
final class ObjectIds {

    /** Folders of ours below {@code extensions/} of a storage root, which the library would refuse: the planted damage. */
    static final Set<String> OUR_EXTENSIONS = Set.of("nienkhoa-canary");

    private static final String PREFIX = "nienkhoa:";

    private ObjectIds() {}

    static String of(String dossierId) {
        try {
            return new URI("urn", PREFIX + dossierId, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a dossier id: " + dossierId, e);
        }
    }

    /** Empty if no dossier of ours has such an id. */
    static Optional<String> dossierId(String objectId) {
        try {
            String part = new URI(objectId).getSchemeSpecificPart();
            return part.startsWith(PREFIX) ? Optional.of(part.substring(PREFIX.length())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
