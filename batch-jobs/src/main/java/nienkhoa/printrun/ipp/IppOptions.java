package nienkhoa.printrun.ipp;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * How to print on one printer.
 *
 * @param tray where paper is taken from, as the printer names it ({@code media-source}, PWG 5100.7); empty for its own
 *     choice
 * @param finishing what is done to the sheets, as IPP names it, for example {@code staple-top-left}; empty for nothing
 * @param fingerprint SHA-256 of the printer's certificate in hex, with or without colons, for {@code ipps} printers that
 *     vouch for themselves; empty to trust only what the Java platform trusts
 * @param answer how long a question may take, and waiting for a printer that is busy
 * @param handover how long sending the document of a job may take
 */
public record IppOptions(
        String tray, Quality quality, Set<String> finishing, String fingerprint, Duration answer, Duration handover) {

    public IppOptions {
        finishing = Set.copyOf(finishing);
        fingerprint = fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
    }

    /** How carefully the printer prints. */
    public enum Quality {
        DRAFT,
        NORMAL,
        HIGH
    }

    /** The printer's own tray, normal quality, nothing stapled; 15 seconds for an answer, 5 minutes for a document. */
    public static IppOptions standard() {
        return new IppOptions("", Quality.NORMAL, Set.of(), "", Duration.ofSeconds(15), Duration.ofMinutes(5));
    }

    public IppOptions withTray(String name) {
        return new IppOptions(name, quality, finishing, fingerprint, answer, handover);
    }

    public IppOptions withFingerprint(String sha256) {
        return new IppOptions(tray, quality, finishing, sha256, answer, handover);
    }

    public IppOptions withQuality(Quality wanted) {
        return new IppOptions(tray, wanted, finishing, fingerprint, answer, handover);
    }
}
