package nienkhoa.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import nienkhoa.audit.Act;
import nienkhoa.custody.ReceivingOffice.Arrived;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.State;
import nienkhoa.custody.TransferOffice.Plan;
import nienkhoa.custody.TransferPapers.Paper;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Person;

/**
 * The three walks of a hand-over, each to the end: give, receive, take the receipt.
 *
 * <p>Restart: each step is kept before the next begins, so a walk that was killed is walked again from its start and passes
 * over what is there.
 */
public final class TransferDesk {

    private static final String RECEIPT_KEPT = "bien-nhan.json";

    private final Custody custody;
    private final TransferOffice office;
    private final TransferPackages packages;
    private final ReceivingOffice receiving;
    private final ReceiptOffice receipts;
    private final TransferPapers papers;
    private final TransferDossier dossier;

    public TransferDesk(
            Custody custody,
            TransferOffice office,
            TransferPackages packages,
            ReceivingOffice receiving,
            ReceiptOffice receipts,
            TransferPapers papers,
            TransferDossier dossier) {
        this.custody = custody;
        this.office = office;
        this.packages = packages;
        this.receiving = receiving;
        this.receipts = receipts;
        this.papers = papers;
        this.dossier = dossier;
    }

    /**
     * A hand-over whose packages lie ready.
     *
     * @param folder that goes to the other side
     */
    public record Given(Transfer transfer, HandOver handOver, Path folder) {}

    /**
     * Fixes the list, writes packages and papers, keeps the papers.
     *
     * @param out the folder of the hand-over is made below it
     * @param done called after each dossier
     * @throws IOException if a dossier cannot be read or {@code out} cannot be written
     */
    public Given give(Plan plan, Person by, Path out, Runnable done) throws IOException {
        Transfer transfer = office.open(by, plan);
        Path folder = out.resolve(transfer.id());
        TransferPackages.Written written = packages.write(transfer, folder, done);
        String sha256 = written.handOver().sha256();
        if (transfer.state() != State.RECEIVED && !transfer.handOverSha256().equals(sha256)) {
            custody.enter(Act.of(by.id(), CustodyActs.PACKED, transfer.id(), "", Map.of("handOver", sha256)), () -> {});
        }
        dossier.keep(
                transfer.id(),
                written.handOver().from().name(),
                copy("1", written.papers()),
                Map.of(HandOver.FILE, CanonicalJson.bytes(written.handOver())));
        return new Given(custody.find(transfer.id()).orElseThrow(), written.handOver(), folder);
    }

    /**
     * What came of receiving.
     *
     * @param file the receipt, to bring back to the giver
     */
    public record Taken(Receipt receipt, Path file) {}

    /**
     * Takes in what is sound, writes the receipt and its papers, keeps them.
     *
     * @param out where the receipt goes
     * @param done told after each dossier
     */
    public Taken receive(Arrived arrived, Person by, Path out, Consumer<Item> done) throws IOException {
        HandOver handOver = arrived.handOver();
        Receipt receipt = receiving.receive(arrived, by, done);
        byte[] bytes = CanonicalJson.bytes(receipt);
        List<Paper> made = papers.ofReceiver(handOver, receipt);
        TransferFolder to = new TransferFolder(out);
        made.forEach(paper -> to.write(TransferFolder.paper(paper.variant(), paper.copy()), paper.pdf()));
        Path file = to.receipt(handOver.transfer());
        to.write(String.valueOf(file.getFileName()), bytes);
        Map<String, byte[]> more =
                new TreeMap<>(Map.of(HandOver.FILE, CanonicalJson.bytes(handOver), RECEIPT_KEPT, bytes));
        if (!handOver.here()) {
            more.putAll(giversPapers(arrived));
        }
        dossier.keep(
                handOver.transfer(),
                handOver.here() ? handOver.from().name() : handOver.to().name(),
                copy(handOver.here() ? "1" : "2", made),
                more);
        return new Taken(receipt, file);
    }

    /** The receiver's copies of what the giver made. */
    private static Map<String, byte[]> giversPapers(Arrived arrived) throws IOException {
        Map<String, byte[]> papers = new TreeMap<>();
        for (String variant : List.of(TransferPapers.LIST, TransferPapers.MINUTES)) {
            Path paper = arrived.folder().resolve(TransferFolder.paper(variant, "2"));
            papers.put(String.valueOf(paper.getFileName()), Files.readAllBytes(paper));
        }
        return papers;
    }

    /** Who gives, by a receipt that is not taken yet; empty if this home knows no such hand-over. */
    public Optional<String> giver(Path receipt) {
        return custody.find(receipts.read(receipt).transfer())
                .map(transfer -> transfer.order().from());
    }

    /** Takes the receipt of the other side; a second time nothing changes. */
    public Transfer close(Path receipt, Person by, Organisations organisations) {
        Transfer transfer = receipts.close(receipt, by);
        dossier.keep(
                transfer.id(),
                organisations.name(transfer.order().from(), transfer.order().decided()),
                new ArrayList<>(),
                Map.of(RECEIPT_KEPT, CanonicalJson.bytes(receipts.read(receipt))));
        return transfer;
    }

    private static List<Paper> copy(String copy, List<Paper> papers) {
        return papers.stream().filter(paper -> paper.copy().equals(copy)).toList();
    }
}
