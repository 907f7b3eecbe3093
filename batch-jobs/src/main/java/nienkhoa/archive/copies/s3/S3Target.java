package nienkhoa.archive.copies.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nienkhoa.archive.copies.BucketPlace;
import nienkhoa.archive.copies.CopyMarker;
import nienkhoa.archive.copies.CopyMedium;
import nienkhoa.archive.copies.CopyTarget;
import nienkhoa.archive.copies.ObjectPlace;
import nienkhoa.archive.copies.Sha512;
import nienkhoa.archive.copies.UnreachableCopy;
import nienkhoa.archive.copies.UnreachableCopy.Reason;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A copy in a bucket. A bucket without the marker is never written to; a server that does not answer is out of reach. */
public final class S3Target implements CopyTarget {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final String id;
    private final BucketPlace place;
    private final CopyMarker marker;
    private final Path scratch;
    private final Runnable step;
    private @Nullable Bucket bucket;

    /** @param scratch a folder of this copy's own, where files lie until they are sent */
    public S3Target(String id, BucketPlace place, CopyMarker marker, Path scratch) {
        this(id, place, marker, scratch, () -> {});
    }

    S3Target(String id, BucketPlace place, CopyMarker marker, Path scratch, Runnable step) {
        this.id = id;
        this.place = place;
        this.marker = marker;
        this.scratch = scratch;
        this.step = step;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Kind kind() {
        return Kind.S3;
    }

    @Override
    public String where() {
        return place.shown();
    }

    @Override
    public CopyMedium open() throws IOException {
        return medium();
    }

    private S3Medium medium() throws IOException {
        byte[] found = marking().orElseThrow(() -> new UnreachableCopy(Reason.NOT_MARKED, where()));
        if (!marker.isIn(found)) {
            throw new UnreachableCopy(Reason.WRONG_COPY, where());
        }
        return new S3Medium(bucket(), place.prefix(), scratch, step);
    }

    @Override
    public void mark(String at) throws IOException {
        Optional<byte[]> found = marking();
        if (found.isPresent()) {
            if (!marker.isIn(found.get())) {
                throw new UnreachableCopy(Reason.WRONG_COPY, where());
            }
            return;
        }
        byte[] bytes = marker.bytes();
        try (S3Writing writing = new S3Writing(bucket(), place.prefix(), scratch, step)) {
            writing.add(CopyMarker.FILE, new java.io.ByteArrayInputStream(bytes), Sha512.of(bytes));
            writing.commit();
        }
    }

    @Override
    public Optional<String> markedArchive() throws IOException {
        return marking().flatMap(bytes -> CopyMarker.archiveIn(bytes, id));
    }

    /** What lies where the marker should be; empty if there is nothing. */
    private Optional<byte[]> marking() throws IOException {
        try (InputStream in = bucket().read(place.prefix() + CopyMarker.FILE)) {
            return Optional.of(in.readAllBytes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            UnreachableCopy unreachable =
                    new UnreachableCopy(Bucket.isRefused(e) ? Reason.REFUSED : Reason.ABSENT, where());
            unreachable.initCause(e);
            throw unreachable;
        }
    }

    /** Older versions of files count: a bucket that keeps them still holds the dossier. */
    @Override
    public Presence presence(String dossierId) {
        try {
            return medium().holds(ObjectPlace.ofDossier(dossierId)) ? Presence.PRESENT : Presence.ABSENT;
        } catch (IOException e) {
            return Presence.UNREACHABLE;
        }
    }

    private synchronized Bucket bucket() throws IOException {
        Bucket opened = bucket;
        if (opened == null) {
            opened = new Bucket(client(), place.bucket(), new Bandwidth(place.megabytesPerSecond()));
            bucket = opened;
        }
        return opened;
    }

    /** Digests are sent with what is written; what is read is proved by the archive's own. */
    private S3Client client() throws IOException {
        try {
            S3ClientBuilder builder = S3Client.builder()
                    .region(Region.of(place.region()))
                    .forcePathStyle(place.pathStyle())
                    .credentialsProvider(credentials())
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    .httpClientBuilder(UrlConnectionHttpClient.builder()
                            .connectionTimeout(CONNECT)
                            .socketTimeout(SILENCE));
            place.endpoint().ifPresent(builder::endpointOverride);
            return builder.build();
        } catch (SdkException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private AwsCredentialsProvider credentials() throws IOException {
        if (place.credentials().isEmpty()) {
            return EnvironmentVariableCredentialsProvider.create();
        }
        Path file = place.credentials().get();
        if (!Files.isReadable(file)) {
            throw new UnreachableCopy(Reason.REFUSED, where());
        }
        return ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.builder()
                        .content(file)
                        .type(ProfileFile.Type.CREDENTIALS)
                        .build())
                .build();
    }
}
