package nienkhoa.printrun.ipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import nienkhoa.printrun.PrinterGone;
import nienkhoa.printrun.ipp.CertificateCheck.Stranger;

/** Requests and answers of IPP over HTTP (RFC 8010). */
final class IppWire {

    /** Who asks, by the printer's books: the program, never a person. */
    static final String USER = "nienkhoa";

    private static final int IPP_2_0 = 0x200;
    private static final int IPP_PORT = 631;
    private static final Set<Integer> WANTS_PASSWORD = Set.of(401, 403, 407);
    private static final int WANTS_TLS = 426;

    private final URI printer;
    private final URI address;
    private final Duration answer;
    private final HttpClient http;

    IppWire(URI printer, String fingerprint, Duration answer) {
        this.printer = printer;
        this.address = address(printer);
        this.answer = answer;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(answer)
                .sslContext(CertificateCheck.context(fingerprint))
                .build();
    }

    private static URI address(URI printer) {
        boolean secure = "ipps".equals(printer.getScheme());
        if ((!secure && !"ipp".equals(printer.getScheme())) || printer.getHost() == null) {
            throw new IllegalArgumentException(printer + " is no ipp or ipps address");
        }
        String host = printer.getHost() + ":" + (printer.getPort() < 0 ? IPP_PORT : printer.getPort());
        return URI.create((secure ? "https://" : "http://") + host + printer.getRawPath());
    }

    /** Asks something that may be asked twice: a connection that the printer dropped in between is opened again. */
    IppPacket ask(IppPacket.Builder request) throws PrinterGone, Unwilling {
        byte[] body = bytes(request);
        try {
            return exchange(BodyPublishers.ofByteArray(body), answer);
        } catch (HttpTimeoutException e) {
            throw gone(e);
        } catch (IOException e) {
            return once(BodyPublishers.ofByteArray(body), answer);
        }
    }

    /** Asks something that may be done once only. */
    IppPacket tell(IppPacket.Builder request) throws PrinterGone, Unwilling {
        return once(BodyPublishers.ofByteArray(bytes(request)), answer);
    }

    /** Sends a document behind the request, once. */
    IppPacket tell(IppPacket.Builder request, Path document, Duration time) throws PrinterGone, Unwilling {
        try {
            BodyPublisher body =
                    BodyPublishers.concat(BodyPublishers.ofByteArray(bytes(request)), BodyPublishers.ofFile(document));
            return once(body, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IppPacket once(BodyPublisher body, Duration time) throws PrinterGone, Unwilling {
        try {
            return exchange(body, time);
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private static byte[] bytes(IppPacket.Builder request) {
        request.setVersionNumber(IPP_2_0);
        request.getOperationAttributes().put(Types.requestingUserName, USER);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IppOutputStream(bytes).write(request.build());
        return bytes.toByteArray();
    }

    private IppPacket exchange(BodyPublisher body, Duration time) throws IOException, PrinterGone, Unwilling {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(time)
                .header("Content-Type", "application/ipp")
                .POST(body)
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw strange(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone(e);
        }
    }

    /** @return the same, if it is not about a certificate */
    private IOException strange(IOException error) throws Unwilling {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Stranger stranger) {
                throw new Unwilling(printer, "P212_UNKNOWN_CERTIFICATE", stranger.seen());
            }
        }
        return error;
    }

    private IppPacket read(HttpResponse<byte[]> response) throws IOException, Unwilling {
        int status = response.statusCode();
        if (WANTS_PASSWORD.contains(status)) {
            throw new Unwilling(printer, "P213_WANTS_PASSWORD");
        }
        if (status == WANTS_TLS) {
            throw new Unwilling(printer, "P214_WANTS_TLS");
        }
        if (status >= 500) {
            throw new IOException("HTTP " + status);
        }
        if (status != 200) {
            throw new Unwilling(printer, "P215_NO_PRINTER_HERE", String.valueOf(status));
        }
        try {
            return new IppInputStream(new ByteArrayInputStream(response.body())).readPacket();
        } catch (RuntimeException e) {
            throw new IOException("an answer that is no IPP", e);
        }
    }

    private PrinterGone gone(Exception cause) {
        return new PrinterGone(printer + ": " + cause, cause);
    }
}
