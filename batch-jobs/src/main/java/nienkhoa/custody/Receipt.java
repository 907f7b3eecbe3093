package nienkhoa.custody;

import java.util.List;
import nienkhoa.custody.Transfer.Outcome;
import nienkhoa.data.CanonicalJson;

/**
 * The content of a receipt: what the receiver took of one hand-over, dossier by dossier.
 *
 * @param handOverSha256 of the list of packages that the receiver looked at
 * @param receivedBy id of a person in the home of the receiver
 * @param entryNumber of the act of receiving in the receiver's chain of acts, with its digest
 * @param sha256 over all but itself
 */
public record Receipt(
        String schema,
        String transfer,
        String handOverSha256,
        String from,
        String to,
        String receivedBy,
        String receivedOn,
        long entryNumber,
        String entrySha256,
        List<Line> lines,
        String sha256) {

    static final String SCHEMA = "nienkhoa/receipt/1";

    public Receipt {
        lines = List.copyOf(lines);
    }

    /**
     * A dossier.
     *
     * @param manifestSha256 of the version that was received
     * @param code why it was refused, empty if it was not; {@code sentence} says the same in Vietnamese
     */
    public record Line(
            String dossier, boolean accepted, String manifestSha256, String code, String reason, String sentence) {}

    /** The receipt of a hand-over that was received. */
    static Receipt of(Transfer transfer, List<Line> lines) {
        Transfer.Received received = transfer.receipt().orElseThrow();
        return new Receipt(
                        SCHEMA,
                        transfer.id(),
                        transfer.handOverSha256(),
                        transfer.order().from(),
                        transfer.order().to(),
                        received.by(),
                        received.on().toString(),
                        received.entryNumber(),
                        received.entrySha256(),
                        lines,
                        "")
                .sealed();
    }

    private Receipt sealed() {
        return withDigest(CanonicalJson.sha256(CanonicalJson.bytes(withDigest(""))));
    }

    private Receipt withDigest(String digest) {
        return new Receipt(
                schema,
                transfer,
                handOverSha256,
                from,
                to,
                receivedBy,
                receivedOn,
                entryNumber,
                entrySha256,
                lines,
                digest);
    }

    /** Whether it is as it was written. */
    boolean isWhole() {
        return schema.equals(SCHEMA) && sealed().sha256.equals(sha256);
    }

    public long accepted() {
        return lines.stream().filter(Line::accepted).count();
    }

    static Outcome outcome(Line line) {
        return line.accepted() ? Outcome.ACCEPTED : Outcome.REFUSED;
    }
}
