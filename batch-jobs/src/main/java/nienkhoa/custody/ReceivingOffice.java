package nienkhoa.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.audit.Act;
import nienkhoa.custody.PackageReading.Unfit;
import nienkhoa.custody.Transfer.Item;
import nienkhoa.custody.Transfer.Order;
import nienkhoa.custody.Transfer.Outcome;
import nienkhoa.custody.Transfer.Place;
import nienkhoa.custody.Transfer.State;
import nienkhoa.data.CanonicalJson;
import nienkhoa.language.Messages;
import nienkhoa.model.Person;

/** The other side of a hand-over: looks at every package, takes in what is sound, and says so in a receipt. */
public final class ReceivingOffice {

    private final Custody custody;
    private final Organisations organisations;
    private final PackageReading reading;
    private final Intaking intaking;
    private final TravellingHolds holds;
    private final Path work;
    private final Clock clock;
    private final Messages words = Messages.vietnamese();

    /** @param work a folder in which packages are unpacked, one dossier at a time */
    public ReceivingOffice(
            Custody custody,
            Organisations organisations,
            PackageReading reading,
            Intaking intaking,
            TravellingHolds holds,
            Path work,
            Clock clock) {
        this.custody = custody;
        this.organisations = organisations;
        this.reading = reading;
        this.intaking = intaking;
        this.holds = holds;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A hand-over that may be received.
     *
     * @param before this home's knowledge of it; empty if it comes from another home and was not received before
     */
    public record Arrived(Path folder, HandOver handOver, Optional<Transfer> before) {

        /** Whether all was looked at before; the same receipt is written again then. */
        public boolean received() {
            return before.filter(transfer -> transfer.receipt().isPresent()).isPresent();
        }
    }

    /** @throws CustodyRefused if the folder is no hand-over for this home and this person, with the reason */
    public Arrived open(Path folder, Person by) {
        TransferFolder from = new TransferFolder(folder);
        if (Files.notExists(folder.resolve(HandOver.FILE))) {
            throw CustodyRefused.of("C740_NO_HAND_OVER", folder.toString(), HandOver.FILE);
        }
        HandOver handOver = from.handOver()
                .filter(HandOverCheck::isSound)
                .orElseThrow(() -> CustodyRefused.of("C741_BAD_HAND_OVER", folder.toString()));
        LocalDate today = LocalDate.now(clock);
        String to = handOver.to().code();
        if (organisations.find(to).filter(one -> one.inForceOn(today)).isEmpty()) {
            throw CustodyRefused.of("C742_NOT_FOR_US", to, handOver.to().name());
        }
        Optional<Transfer> before = custody.find(handOver.transfer());
        checkHome(handOver, before, by);
        checkPapers(from, handOver);
        return new Arrived(folder, handOver, before);
    }

    private static void checkHome(HandOver handOver, Optional<Transfer> before, Person by) {
        String id = handOver.transfer();
        if (before.isEmpty()) {
            if (handOver.here()) {
                throw CustodyRefused.of("C747_OF_ANOTHER_HOME", id);
            }
            return;
        }
        Transfer transfer = before.get();
        if (transfer.place() == Place.ELSEWHERE) {
            throw CustodyRefused.of("C744_NOT_HERE", id, handOver.to().name());
        }
        if (transfer.withdrawn().isPresent()) {
            String on = transfer.withdrawn().get().on().toString();
            throw CustodyRefused.of("C748_WITHDRAWN", id, on);
        }
        if (transfer.state() == State.OPEN || !transfer.handOverSha256().equals(handOver.sha256())) {
            throw CustodyRefused.of("C745_OTHER_HAND_OVER", id);
        }
        if (transfer.place() == Place.HERE && transfer.openedBy().equals(by.id())) {
            throw CustodyRefused.of("C743_SAME_PERSON", by.id(), id);
        }
    }

    private static void checkPapers(TransferFolder folder, HandOver handOver) {
        for (FileLine paper : handOver.papers()) {
            try {
                if (!folder.holds(paper)) {
                    throw CustodyRefused.of("C746_PAPER_CHANGED", paper.path());
                }
            } catch (IOException e) {
                throw CustodyRefused.of("C746_PAPER_CHANGED", paper.path());
            }
        }
    }

    /**
     * What each dossier comes to, without taking anything.
     *
     * @param done told after each dossier
     */
    public List<Item> look(Arrived arrived, Consumer<Item> done) {
        return each(arrived, false, done);
    }

    /** Takes in what is sound and enters it; what was received before stays as it was. */
    public Receipt receive(Arrived arrived, Person by, Consumer<Item> done) {
        HandOver handOver = arrived.handOver();
        if (!arrived.received()) {
            List<Item> items = each(arrived, !handOver.here(), done);
            Act act = Act.of(by.id(), CustodyActs.RECEIVED, handOver.transfer(), "", details(handOver, items));
            Runnable held = handOver.here() ? () -> {} : () -> holds.place(handOver, items, by);
            custody.enter(act, held);
        }
        Transfer transfer = custody.find(handOver.transfer()).orElseThrow();
        return Receipt.of(transfer, transfer.items().stream().map(this::line).toList());
    }

    private Receipt.Line line(Item item) {
        String sentence =
                item.code().isEmpty() ? "" : words.text("custody", item.code(), item.dossier(), item.reason());
        return new Receipt.Line(
                item.dossier(),
                item.outcome() == Outcome.ACCEPTED,
                item.manifestSha256(),
                item.code(),
                item.reason(),
                sentence);
    }

    private List<Item> each(Arrived arrived, boolean take, Consumer<Item> done) {
        List<Item> items = new ArrayList<>();
        for (HandOver.Line line : arrived.handOver().dossiers()) {
            Item item = one(line, arrived, take);
            items.add(item);
            done.accept(item);
        }
        return items;
    }

    private Item one(HandOver.Line line, Arrived arrived, boolean take) {
        Item item = Item.pending(
                line.dossier(), line.newest().version(), line.newest().manifestSha256());
        Path own = work.resolve(CanonicalJson.sha256(line.dossier()));
        try {
            intaking.check(line);
            List<StoredVersion> versions = reading.read(line, arrived.folder(), own);
            if (take) {
                intaking.take(line, versions, "received " + arrived.handOver().transfer());
            }
            return item.accepted();
        } catch (Unfit e) {
            return item.refused(e.code(), e.about());
        } finally {
            remove(own);
        }
    }

    private Map<String, String> details(HandOver handOver, List<Item> items) {
        Place place = handOver.here() ? Place.HERE : Place.INCOMING;
        Order order = new Order(
                handOver.from().code(),
                handOver.to().code(),
                handOver.instrument().number(),
                LocalDate.parse(handOver.instrument().decided()),
                LocalDate.parse(handOver.opened()));
        Map<String, String> details = new TreeMap<>(TransferOffice.details(order, place, items));
        details.put("openedBy", handOver.openedBy());
        details.put("handOver", handOver.sha256());
        details.put("day", LocalDate.now(clock).toString());
        details.put("moves", CanonicalJson.write(movesBefore(handOver)));
        return details;
    }

    /** Moves before this one; from here on all of them lie on this home's side. */
    private static List<Map<String, Object>> movesBefore(HandOver handOver) {
        return handOver.dossiers().stream()
                .filter(line -> !line.moves().isEmpty())
                .map(line -> Map.<String, Object>of(
                        "dossier", line.dossier(),
                        "moves", line.moves().stream().map(Move::here).toList()))
                .toList();
    }

    private static void remove(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
