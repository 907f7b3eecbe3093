package nienkhoa.retention;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules have to know about one kind of record inside a dossier.
 *
 * @param recordClass a code of {@code record-classes.yaml}, for example {@code HOC_BA}
 * @param triggers the events known so far with their days; a missing one has not happened
 * @param holds the cases that stop disposal, by their own names; empty if none
 */
public record RecordFacts(String recordClass, Medium medium, Map<Trigger, LocalDate> triggers, List<String> holds) {

    public RecordFacts {
        triggers = Map.copyOf(triggers);
        holds = List.copyOf(holds);
    }

    public static RecordFacts of(String recordClass, Medium medium) {
        return new RecordFacts(recordClass, medium, Map.of(), List.of());
    }

    /** The same record, with one more event known. */
    public RecordFacts after(Trigger trigger, LocalDate day) {
        Map<Trigger, LocalDate> more = new EnumMap<>(Trigger.class);
        more.putAll(triggers);
        more.put(trigger, day);
        return new RecordFacts(recordClass, medium, more, holds);
    }

    /** The same record, with an event of which only the calendar year is known: its last day stands for it. */
    public RecordFacts after(Trigger trigger, int year) {
        return after(trigger, LocalDate.of(year, 12, 31));
    }

    /** The same record under these cases and no others. */
    public RecordFacts heldBy(List<String> cases) {
        return new RecordFacts(recordClass, medium, triggers, cases);
    }

    Optional<LocalDate> when(Trigger trigger) {
        return Optional.ofNullable(triggers.get(trigger));
    }
}
