package nienkhoa.disposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import nienkhoa.audit.Act;
import nienkhoa.model.Person;
import nienkhoa.model.Role;

/**
 * Destroys the dossiers of a decided case in every place, and goes on until the last place is proved.
 *
 * <p>Flow: for each dossier, its id is entered as destroyed, so that nothing brings it back; then place by place is
 * cleared and each proof entered; then the proof of all.
 *
 * <p>Restart: what was entered is never asked again, what was not is cleared again. A place out of reach leaves the case
 * pending; the same command goes on. A dossier whose destruction has begun is finished even after the days of the
 * decision: half of a record helps nobody. No other is begun then.
 */
public final class Destruction {

    private final DisposalCases cases;
    private final List<DisposalPlace> places;
    private final StepCheck check;
    private final Clock clock;

    /** @param places every place in which a dossier may lie, the store among them */
    public Destruction(DisposalCases cases, DueRecords due, List<DisposalPlace> places, Clock clock) {
        this.cases = cases;
        this.places = List.copyOf(places);
        this.check = new StepCheck(due);
        this.clock = clock;
    }

    /**
     * What a run would do, and what would stop it.
     *
     * @throws DisposalRefused as {@link #run} would
     */
    public DisposalCase check(String id, Person by) {
        DisposalCase disposal = cases.find(id).orElseThrow(() -> new DisposalRefused("D500_NO_SUCH_CASE", id));
        StepCheck.stage(disposal, Stage.HANDED_OVER, Stage.PENDING);
        StepCheck.role(by, Role.OPERATOR);
        if (!disposal.handOver().to().equals(by.id())) {
            throw new DisposalRefused("D523_NOT_HANDED_OVER_TO", by.id(), id);
        }
        if (disposal.unproved().isEmpty()) {
            mayBegin(disposal);
        }
        return disposal;
    }

    /** Destroys what may be destroyed now, and returns the case: destroyed, or pending. */
    public DisposalCase run(String id, Person by) {
        DisposalCase disposal = check(id, by);
        for (DisposalItem begun : disposal.unproved()) {
            disposal = finish(disposal, begun, by);
        }
        if (!disposal.untouched().isEmpty()) {
            mayBegin(disposal);
        }
        for (DisposalItem item : disposal.untouched()) {
            check.stillDue(disposal, List.of(item), today());
            disposal = cases.enter(act(by, DisposalActs.BEGUN, item, disposal, Map.of()));
            disposal = finish(disposal, item, by);
        }
        return disposal;
    }

    /**
     * Clears every place again of every dossier on the suppression list, for after a restore: an old backup brings nothing
     * back. What was pending stays pending.
     *
     * @param wanted which of them, by their ids
     * @return how many dossiers were asked for
     */
    public int replay(Predicate<String> wanted) {
        int asked = 0;
        for (DisposalCase disposal : cases.all()) {
            for (DisposalItem item : disposal.items()) {
                if (item.mayNotReturn() && wanted.test(item.dossierId())) {
                    places.forEach(place -> place.clear(Tombstone.of(item, disposal)));
                    asked++;
                }
            }
        }
        return asked;
    }

    /** The places that a dossier still has to be proved absent from. */
    public List<String> waitingFor(DisposalItem item) {
        return places.stream()
                .map(DisposalPlace::id)
                .filter(place -> !item.cleared().contains(place))
                .toList();
    }

    private void mayBegin(DisposalCase disposal) {
        StepCheck.notLapsed(disposal, today());
        check.stillDue(disposal, disposal.untouched(), today());
    }

    private DisposalCase finish(DisposalCase begun, DisposalItem item, Person by) {
        DisposalCase disposal = begun;
        Tombstone tombstone = Tombstone.of(item, disposal);
        boolean everywhere = true;
        for (DisposalPlace place : places) {
            if (item.cleared().contains(place.id())) {
                continue;
            }
            if (place.clear(tombstone)) {
                disposal = cases.enter(act(by, DisposalActs.CLEARED, item, disposal, Map.of("place", place.id())));
            } else {
                everywhere = false;
            }
        }
        return everywhere ? cases.enter(act(by, DisposalActs.DESTROYED, item, disposal, Map.of())) : disposal;
    }

    private Act act(Person by, String action, DisposalItem item, DisposalCase disposal, Map<String, String> more) {
        TreeMap<String, String> details = new TreeMap<>(more);
        details.put(DisposalActs.CASE, disposal.id());
        details.put("decision", disposal.ruling().number());
        details.put("manifestSha256", item.manifestSha256());
        details.put("recordClass", item.recordClass());
        details.put("documents", String.valueOf(item.documents()));
        details.put("day", today().toString());
        return new Act(by.id(), action, item.dossierId(), item.rule(), details);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
