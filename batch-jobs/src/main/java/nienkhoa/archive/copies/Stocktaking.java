package nienkhoa.archive.copies;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.archive.Suppression;
import nienkhoa.model.Finding;

/**
 * Learns what the store holds, object by object. What is known of an object is only replaced by a later version that
 * keeps every version before it; anything else is damage, which the next proof finds and repairs.
 */
public final class Stocktaking {

    private final CopyMedium store;
    private final CopyLedger ledger;
    private final Suppression suppression;
    private final Clock clock;

    public Stocktaking(CopyMedium store, CopyLedger ledger, Suppression suppression, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.suppression = suppression;
        this.clock = clock;
    }

    /** What was wrong with objects that could not be taken in. A second call reads one small file an object. */
    public List<Finding> take() throws IOException {
        List<Finding> findings = new ArrayList<>();
        store.objects(place -> take(place).ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> take(String place) throws IOException {
        Optional<ExpectedObject> known = ledger.expected(place);
        String said = FoundObject.sidecar(store, place);
        if (known.filter(object -> object.inventorySha512().equals(said)).isPresent()) {
            return Optional.empty();
        }
        Optional<ExpectedObject> found = FoundObject.read(store, place, said);
        if (found.isEmpty()) {
            return Optional.of(CopyFindings.of(
                    "A420_OBJECT_UNREADABLE",
                    CopyLedger.STORE,
                    known.map(ExpectedObject::dossierId).orElse(place),
                    ExpectedObject.INVENTORY));
        }
        ExpectedObject object = found.get();
        if (known.isPresent() && !object.follows(known.get()) && !suppression.isDestroyed(object.dossierId())) {
            return Optional.of(CopyFindings.of(
                    "A421_OBJECT_REPLACED", CopyLedger.STORE, known.get().dossierId(), ExpectedObject.INVENTORY));
        }
        Map<String, Long> files = store.files(place);
        long bytes = files.values().stream().mapToLong(Long::longValue).sum();
        ledger.know(object, files.size(), bytes, clock.instant());
        ledger.holds(CopyLedger.STORE, object, clock.instant());
        return Optional.empty();
    }
}
