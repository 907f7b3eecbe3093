package nienkhoa.printrun.ipp;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the one certificate whose fingerprint is configured; without one, what the Java platform trusts. A printer
 * signs its certificate itself, so a fingerprint, compared once with the printer's own panel, says more than a name.
 */
final class CertificateCheck extends X509ExtendedTrustManager {

    private final String fingerprint;
    private final X509ExtendedTrustManager platform;

    private CertificateCheck(String fingerprint, X509ExtendedTrustManager platform) {
        this.fingerprint = fingerprint;
        this.platform = platform;
    }

    static SSLContext context(String fingerprint) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((@Nullable KeyStore) null);
            X509ExtendedTrustManager platform = Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new CertificateCheck(fingerprint, platform)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate that nobody vouches for, or not the one that is configured. */
    static final class Stranger extends CertificateException {

        private final String seen;

        Stranger(String seen, @Nullable Throwable cause) {
            super("certificate " + seen, cause);
            this.seen = seen;
        }

        /** Its SHA-256 in hex. */
        String seen() {
            return seen;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        String seen = sha256(chain[0]);
        if (seen.equals(fingerprint)) {
            return;
        }
        if (!fingerprint.isEmpty()) {
            throw new Stranger(seen, null);
        }
        try {
            platform.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw new Stranger(seen, e);
        }
    }

    private static String sha256(X509Certificate certificate) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new Stranger(sha256(chain[0]), null);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new Stranger(sha256(chain[0]), null);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new Stranger(sha256(chain[0]), null);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new Stranger(sha256(chain[0]), null);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new Stranger(sha256(chain[0]), null);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }
}
