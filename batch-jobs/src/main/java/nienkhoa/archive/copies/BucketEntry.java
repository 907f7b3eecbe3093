package nienkhoa.archive.copies;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Reads what {@code copies.yaml} says of a bucket; what is wrong is told by the word that it stands under. */
final class BucketEntry {

    /** Where no server asks for another: most that are not of AWS take it. */
    private static final String ANY_REGION = "us-east-1";

    private static final double MEGABYTES_PER_SECOND = 10;

    private final CopiesFile.Entry entry;
    private final Path home;

    /** @param home which must not hold the keys: it is copied and carried about */
    BucketEntry(CopiesFile.Entry entry, Path home) {
        this.entry = entry;
        this.home = home;
    }

    /** A word of the entry is missing or wrong. */
    static final class WrongWord extends Exception {

        private final String word;

        WrongWord(String word) {
            super(word);
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    BucketPlace place() throws WrongWord {
        Optional<URI> endpoint = endpoint();
        return new BucketPlace(
                endpoint,
                region(endpoint.isPresent()),
                bucket(),
                prefix(),
                Objects.requireNonNullElse(entry.pathStyle(), endpoint.isPresent()),
                credentials(),
                speed());
    }

    private Optional<URI> endpoint() throws WrongWord {
        if (entry.endpoint() == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(entry.endpoint());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new WrongWord("endpoint");
            }
            return Optional.of(uri);
        } catch (URISyntaxException e) {
            throw new WrongWord("endpoint");
        }
    }

    private String region(boolean otherServer) throws WrongWord {
        String region = Objects.requireNonNullElse(entry.region(), otherServer ? ANY_REGION : "");
        if (!region.matches("[a-z0-9-]{1,40}")) {
            throw new WrongWord("region");
        }
        return region;
    }

    private String bucket() throws WrongWord {
        String bucket = Objects.requireNonNullElse(entry.bucket(), "");
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new WrongWord("bucket");
        }
        return bucket;
    }

    private String prefix() throws WrongWord {
        String prefix = Objects.requireNonNullElse(entry.prefix(), "").replaceAll("^/+|/+$", "");
        if (!prefix.matches("[A-Za-z0-9/._-]*")) {
            throw new WrongWord("prefix");
        }
        return prefix.isEmpty() ? "" : prefix + "/";
    }

    private Optional<Path> credentials() throws WrongWord {
        if (entry.credentials() == null) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(entry.credentials()).normalize();
            if (!file.isAbsolute() || file.startsWith(home.toAbsolutePath().normalize())) {
                throw new WrongWord("credentials");
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            throw new WrongWord("credentials");
        }
    }

    private double speed() throws WrongWord {
        double speed = Objects.requireNonNullElse(entry.megabytesPerSecond(), MEGABYTES_PER_SECOND);
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new WrongWord("mb-per-second");
        }
        return speed;
    }
}
