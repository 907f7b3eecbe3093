package nienkhoa.archive.keeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.WorkEnd;
import nienkhoa.retention.Medium;
import nienkhoa.retention.RecordFacts;

/**
 * A dossier as questions of retention see it.
 *
 * @param period the school year or cohort; empty if it has none
 * @param stored what the archive was told when the dossier was written, by medium: a day or a word
 * @param cases the holds on it
 * @param choices what people decided about shorter periods, by medium
 */
public record KeptRecord(
        String id,
        String kind,
        String period,
        String recordClass,
        SortedMap<Medium, String> stored,
        List<String> cases,
        Map<Medium, Choice> choices) {

    public KeptRecord {
        stored = new TreeMap<>(stored);
        cases = List.copyOf(cases);
        choices = Map.copyOf(choices);
    }

    /** What a person decided where rules say less ({@code now}) than they said before ({@code was}). */
    public record Choice(String was, String now, boolean accepted) {}

    /** What the rules have to know, on that day. */
    RecordFacts facts(Medium medium, LocalDate asOf) {
        RecordFacts facts = RecordFacts.of(recordClass, medium).heldBy(cases);
        return WorkEnd.tell(facts, DossierKind.valueOf(kind), endsIn(), asOf);
    }

    /** The calendar year in which the work ended: the last of {@code 2019-2024}. */
    private OptionalInt endsIn() {
        return period.matches("\\d{4}-\\d{4}")
                ? OptionalInt.of(Integer.parseInt(period.substring(5)))
                : OptionalInt.empty();
    }
}
