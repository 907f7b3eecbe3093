package nienkhoa.archive.copies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the store and its copies hold, object by object, and when each was last looked at. It is about media, not about
 * the archive: lost, it is learned from them again.
 */
public interface CopyLedger {

    /** The id under which the store itself is kept among the copies. */
    String STORE = "store";

    /** What an object has to be; empty if no object was ever seen in that place. */
    Optional<ExpectedObject> expected(String place);

    /** Enters what an object of the store is from now on; what was known before of other versions is replaced. */
    void know(ExpectedObject object, int files, long bytes, Instant seen);

    /** Forgets an object with all that copies hold of it: it was destroyed. */
    void forget(String place);

    /**
     * Objects of which a copy does not hold what the store has, in the order of their places.
     *
     * @param after the last place of the page before; empty for the first
     */
    List<ExpectedObject> behind(String target, String after, int limit);

    /** A copy holds this now; its bytes have still to be read back. */
    void holds(String target, ExpectedObject object, Instant at);

    /**
     * Objects of a copy that have not been looked at since then, those longest ago first, never looked at before all.
     *
     */
    List<Due> due(String target, Instant since, int limit);

    /** An object was looked at. */
    void lookedAt(String target, String place, Instant at, boolean sound);

    /** How a copy stands. */
    Standing standing(String target);

    /** Something happened to a copy as a whole. */
    void note(String target, Event event, Instant at);

    /** Objects and bytes of one copy that were last looked at before then, or never. */
    Backlog backlog(String target, Instant before);

    /** An object that is to be looked at. */
    record Due(ExpectedObject object, long bytes) {}

    /** What has still to be looked at. */
    record Backlog(long objects, long bytes) {}

    /** What can happen to a copy as a whole. */
    enum Event {
        REACHED,
        UNREACHABLE,
        COPIED,
        /** A full copy that may end in another night. */
        FULL_BEGUN,
        COPIED_IN_FULL,
        RESTORED
    }

    /**
     * How a copy stands; times are empty if it never happened.
     *
     * @param objects that the store has
     * @param complete held as the store has them
     * @param missing not held at all
     * @param stale held in an older version
     * @param damaged found not sound when last looked at
     * @param pendingSince when the store got the oldest version that the copy lacks
     * @param leastRecentLook when the object longest not looked at was looked at; empty if one never was
     */
    record Standing(
            long objects,
            long complete,
            long missing,
            long stale,
            long damaged,
            Optional<Instant> pendingSince,
            Optional<Instant> leastRecentLook,
            Optional<Instant> unreachableSince,
            Optional<Instant> copiedAt,
            Optional<Instant> fullBegunAt,
            Optional<Instant> fullAt,
            Optional<Instant> restoredAt) {

        /** When the full copy began that has not ended yet; empty if there is none. */
        public Optional<Instant> openFull() {
            return fullBegunAt.filter(begun -> fullAt.isEmpty() || fullAt.get().isBefore(begun));
        }
    }
}
