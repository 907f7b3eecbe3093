package nienkhoa.archive.keeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lays a draft beside the rules, over every record. Changes nothing. */
public final class WhatIf {

    private WhatIf() {}

    /** A record whose keeping would change. */
    public record Move(String dossier, String recordClass, String medium, String from, String to, boolean shorter) {}

    /** How many answers of one class of records would become longer, shorter, or stay. */
    public record Count(int longer, int shorter, int same) {
        Count plus(Count other) {
            return new Count(longer + other.longer, shorter + other.shorter, same + other.same);
        }
    }

    public record Result(List<Move> moves, SortedMap<String, Count> byClass) {}

    public static Result of(Keeping now, Keeping draft, List<KeptRecord> records, LocalDate asOf) {
        List<Move> moves = new ArrayList<>();
        SortedMap<String, Count> counts = new TreeMap<>();
        for (KeptRecord record : records) {
            record.stored().keySet().forEach(medium -> {
                String from = now.answer(record, medium, asOf).now();
                String to = draft.answer(record, medium, asOf).now();
                boolean shorter = KeepingLength.shortens(from, to);
                if (!from.equals(to)) {
                    moves.add(new Move(record.id(), record.recordClass(), medium.name(), from, to, shorter));
                }
                Count one = from.equals(to) ? new Count(0, 0, 1) : new Count(shorter ? 0 : 1, shorter ? 1 : 0, 0);
                counts.merge(record.recordClass(), one, Count::plus);
            });
        }
        return new Result(moves, counts);
    }
}
