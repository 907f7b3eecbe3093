package nienkhoa.custody;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.audit.Act;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Place;
import nienkhoa.custody.Transfer.State;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Person;

/** Takes the receiver's receipt: only now what was accepted has a new keeper; the rest stays. */
public final class ReceiptOffice {

    private final Custody custody;
    private final DossierStore store;
    private final Clock clock;

    public ReceiptOffice(Custody custody, DossierStore store, Clock clock) {
        this.custody = custody;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Closes the hand-over that a receipt is of.
     *
     * @return as it is now; a second call with the same receipt changes nothing
     * @throws CustodyRefused if it is no receipt of a hand-over of this home, with the reason
     */
    public Transfer close(Path file, Person by) {
        Receipt receipt = read(file);
        Transfer transfer = custody.find(receipt.transfer())
                .filter(known -> known.place() != Place.INCOMING)
                .orElseThrow(() -> CustodyRefused.of("C762_NO_SUCH_TRANSFER", receipt.transfer()));
        if (transfer.closed()) {
            if (transfer.receiptSha256().equals(receipt.sha256())) {
                return transfer;
            }
            throw CustodyRefused.of("C766_CLOSED_BY_OTHER", transfer.id());
        }
        checkNotWithdrawn(transfer);
        check(receipt, transfer);
        custody.enter(act(receipt, transfer, by), () -> {});
        return custody.find(transfer.id()).orElseThrow();
    }

    private Act act(Receipt receipt, Transfer transfer, Person by) {
        Map<String, Receipt.Line> said = new HashMap<>();
        receipt.lines().forEach(line -> said.put(line.dossier(), line));
        List<Item> items = transfer.items().stream()
                .map(item -> item(item, Objects.requireNonNull(said.get(item.dossier()))))
                .toList();
        Map<String, String> details = new TreeMap<>();
        details.put("day", LocalDate.now(clock).toString());
        details.put("receipt", receipt.sha256());
        details.put("receivedBy", receipt.receivedBy());
        details.put("receivedOn", receipt.receivedOn());
        details.put("items", CanonicalJson.write(items));
        return Act.of(by.id(), CustodyActs.CLOSED, transfer.id(), "", details);
    }

    /** @throws CustodyRefused if the file is no receipt, or not as it was written */
    public Receipt read(Path file) {
        Receipt receipt = TransferFolder.read(file, Receipt.class)
                .filter(ReceiptOffice::isSound)
                .orElseThrow(() -> CustodyRefused.of("C760_BAD_RECEIPT", file.toString()));
        if (!receipt.isWhole()) {
            throw CustodyRefused.of("C761_RECEIPT_CHANGED", file.toString());
        }
        return receipt;
    }

    static boolean isSound(Receipt receipt) {
        try {
            LocalDate.parse(receipt.receivedOn());
            return !CanonicalJson.write(receipt).contains(":null");
        } catch (DateTimeException | NullPointerException e) {
            return false;
        }
    }

    /** What the receiver has of it is a copy; it needs a hand-over of its own. */
    private static void checkNotWithdrawn(Transfer transfer) {
        transfer.withdrawn().ifPresent(taken -> {
            throw CustodyRefused.of(
                    "C773_WITHDRAWN",
                    transfer.id(),
                    taken.on().toString(),
                    transfer.order().from());
        });
    }

    private void check(Receipt receipt, Transfer transfer) {
        if (transfer.state() == State.OPEN) {
            throw CustodyRefused.of("C765_NOT_PACKED", transfer.id());
        }
        if (!receipt.handOverSha256().equals(transfer.handOverSha256())) {
            throw CustodyRefused.of("C763_OTHER_HAND_OVER", transfer.id());
        }
        checkParties(receipt, transfer);
        checkDossiers(receipt, transfer);
        boolean forged = transfer.place() == Place.HERE
                && transfer.receipt().stream()
                        .noneMatch(own -> own.entrySha256().equals(receipt.entrySha256()));
        if (forged) {
            throw CustodyRefused.of("C769_NOT_RECEIVED_HERE", transfer.id());
        }
    }

    private void checkParties(Receipt receipt, Transfer transfer) {
        LocalDate received = LocalDate.parse(receipt.receivedOn());
        boolean same = receipt.from().equals(transfer.order().from())
                && receipt.to().equals(transfer.order().to())
                && !received.isBefore(transfer.order().opened())
                && !received.isAfter(LocalDate.now(clock));
        if (!same) {
            throw CustodyRefused.of("C767_OTHER_PARTIES", transfer.id());
        }
    }

    private static void checkDossiers(Receipt receipt, Transfer transfer) {
        Map<String, String> said = new HashMap<>();
        receipt.lines().forEach(line -> said.put(line.dossier(), line.manifestSha256()));
        Map<String, String> listed = new HashMap<>();
        transfer.items().forEach(item -> listed.put(item.dossier(), item.manifestSha256()));
        if (!said.equals(listed) || receipt.lines().size() != listed.size()) {
            throw CustodyRefused.of("C764_OTHER_DOSSIERS", transfer.id());
        }
    }

    /** What changed after it was packed is not what the receiver has, so it stays until it is handed over again. */
    private Item item(Item item, Receipt.Line line) {
        if (!line.accepted()) {
            return item.refused(line.code(), line.reason());
        }
        return isAsPacked(item) ? item.accepted() : item.refused("C768_CHANGED_SINCE", "");
    }

    private boolean isAsPacked(Item item) {
        try {
            return store.head(item.dossier())
                    .map(TransferOffice::sha256)
                    .filter(item.manifestSha256()::equals)
                    .isPresent();
        } catch (DamagedDossierException e) {
            return false;
        }
    }
}
