package nienkhoa.archive.copies.s3;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nienkhoa.archive.copies.BucketPlace;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** An S3 server of its own that checks signatures and keeps versions. */
final class BucketServer {

    static final String BUCKET = "sao-luu";

    private final S3Proxy proxy;
    final S3Client client;

    private BucketServer(S3Proxy proxy) {
        this.proxy = proxy;
        this.client = S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    static BucketServer start() throws Exception {
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                .build();
        proxy.start();
        BucketServer server = new BucketServer(proxy);
        server.client.createBucket(bucket -> bucket.bucket(BUCKET));
        return server;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    void keepVersions() {
        client.putBucketVersioning(bucket ->
                bucket.bucket(BUCKET).versioningConfiguration(kept -> kept.status(BucketVersioningStatus.ENABLED)));
    }

    /** Every version of every key, markers of deletion too. */
    long versions(String prefix) {
        var found = client.listObjectVersions(list -> list.bucket(BUCKET).prefix(prefix));
        return found.versions().size() + found.deleteMarkers().size();
    }

    BucketPlace place(Path keys, String secret) throws IOException {
        Files.writeString(keys, "[default]\naws_access_key_id = key\naws_secret_access_key = " + secret + "\n");
        return new BucketPlace(
                Optional.of(endpoint()), "us-east-1", BUCKET, "truong-a/", true, Optional.of(keys), 1000);
    }

    void stop() throws Exception {
        client.close();
        proxy.stop();
    }
}
