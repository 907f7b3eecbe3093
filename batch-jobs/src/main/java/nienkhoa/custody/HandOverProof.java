package nienkhoa.custody;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.audit.AuditChain.Witness;
import nienkhoa.audit.AuditEntry;
import nienkhoa.custody.Transfer.Place;
import nienkhoa.model.Finding;

/**
 * Compares the list or the receipt of a hand-over, as the other side has kept it, with what this home says of it. Each side's
 * file names an act of its own chain, and the other side's chain names that file: neither can change what it did alone.
 */
public final class HandOverProof {

    private final Custody custody;

    public HandOverProof(Custody custody) {
        this.custody = custody;
    }

    /**
     * What a file comes to.
     *
     * @param named the act that the file names; in this home's chain if {@code ours}, else in the other side's
     * @param faults none = it is as this home knows it
     */
    public record Proof(String transfer, Witness named, boolean ours, List<Finding> faults) {
        public Proof {
            faults = List.copyOf(faults);
        }
    }

    /** @throws CustodyRefused if it is neither list nor receipt, or of a hand-over that this home does not know */
    public Proof check(Path file) {
        return TransferFolder.read(file, Receipt.class)
                .filter(ReceiptOffice::isSound)
                .map(receipt -> of(receipt, file))
                .or(() -> TransferFolder.read(file, HandOver.class)
                        .filter(HandOverCheck::isSound)
                        .map(this::of))
                .orElseThrow(() -> CustodyRefused.of("C780_NOTHING_TO_CHECK", file.toString()));
    }

    private Proof of(HandOver list) {
        Transfer known = known(list.transfer());
        boolean ours = known.place() != Place.INCOMING;
        List<Finding> faults = list(known, list.sha256());
        return proof(known, list.opening(), ours, faults);
    }

    private Proof of(Receipt receipt, Path file) {
        Transfer known = known(receipt.transfer());
        List<Finding> faults = list(known, receipt.handOverSha256());
        if (!receipt.isWhole()) {
            faults.add(CustodyRefused.finding("C761_RECEIPT_CHANGED", known.id(), file.toString()));
        }
        if (known.closed() && !known.receiptSha256().equals(receipt.sha256())) {
            faults.add(CustodyRefused.finding("C766_CLOSED_BY_OTHER", known.id(), known.id()));
        }
        Witness received = new Witness(receipt.entryNumber(), receipt.entrySha256());
        return proof(known, received, known.place() != Place.ELSEWHERE, faults);
    }

    private Transfer known(String transfer) {
        return custody.find(transfer).orElseThrow(() -> CustodyRefused.of("C781_UNKNOWN_HERE", transfer));
    }

    private static List<Finding> list(Transfer known, String handOverSha256) {
        List<Finding> faults = new ArrayList<>();
        if (!known.handOverSha256().equals(handOverSha256)) {
            faults.add(CustodyRefused.finding("C782_OTHER_LIST", known.id(), known.id()));
        }
        return faults;
    }

    private Proof proof(Transfer known, Witness named, boolean ours, List<Finding> faults) {
        boolean there = custody.acts(known.id()).stream()
                .filter(AuditEntry::isWhole)
                .map(Witness::of)
                .anyMatch(named::equals);
        if (ours && !there) {
            faults.add(CustodyRefused.finding("C783_NO_SUCH_ACT", known.id(), known.id(), "" + named.number()));
        }
        return new Proof(known.id(), named, ours, faults);
    }
}
