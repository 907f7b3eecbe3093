package nienkhoa.disposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nienkhoa.archive.Retention;
import nienkhoa.archive.Retention.Basis;
import nienkhoa.archive.RetentionAdvice;
import nienkhoa.disposal.ArchiveRows.Row;
import nienkhoa.disposal.DisposalItem.Fate;

/**
 * The dossiers of the catalogue under the rules of retention. One is due only if in every medium it is due by rules that
 * are confirmed and seen in the text itself (mark V); anything else keeps it.
 */
public final class RuledRecords implements DueRecords {

    private static final String DUE = "DUE_FOR_REVIEW";
    private static final String CONFIRMED = "CONFIRMED";
    private static final String SEEN = "V";

    private final ArchiveRows rows;
    private final Function<LocalDate, RetentionAdvice> adviceOn;
    private final Function<String, List<String>> holds;

    /**
     * @param adviceOn what the rules say on a day
     * @param holds the names of the cases that hold a dossier
     */
    public RuledRecords(
            ArchiveRows rows, Function<LocalDate, RetentionAdvice> adviceOn, Function<String, List<String>> holds) {
        this.rows = rows;
        this.adviceOn = adviceOn;
        this.holds = holds;
    }

    @Override
    public List<DisposalItem> dueOn(LocalDate day) {
        RetentionAdvice advice = adviceOn.apply(day);
        return rows.all().stream()
                .flatMap(row -> item(row, advice.of(row.key(), row.recordClass())).stream())
                .filter(item -> holds.apply(item.dossierId()).isEmpty())
                .toList();
    }

    @Override
    public Optional<Objection> objection(DisposalItem listed, LocalDate day) {
        List<String> cases = holds.apply(listed.dossierId());
        if (!cases.isEmpty()) {
            return Optional.of(new Objection("D524_HELD", String.join(", ", cases)));
        }
        Optional<Row> row = rows.find(listed.dossierId());
        if (row.isEmpty() || !row.get().manifestSha256().equals(listed.manifestSha256())) {
            return Optional.of(new Objection("D525_CHANGED_SINCE", ""));
        }
        List<Retention> said = adviceOn.apply(day).of(row.get().key(), listed.recordClass());
        return item(row.get(), said).isPresent()
                ? Optional.empty()
                : Optional.of(new Objection(
                        "D520_NOT_DUE",
                        said.stream().map(Retention::decision).distinct().collect(Collectors.joining(", "))));
    }

    private static Optional<DisposalItem> item(Row row, List<Retention> media) {
        boolean due = !media.isEmpty()
                && media.stream().allMatch(answer -> answer.decision().equals(DUE) && rests(answer));
        if (!due) {
            return Optional.empty();
        }
        Retention longest = media.stream()
                .max(java.util.Comparator.comparing(Retention::keptUntil))
                .orElseThrow();
        Basis rule = longest.rules().stream()
                .filter(basis -> basis.status().equals(CONFIRMED) && basis.keptUntil().equals(longest.keptUntil()))
                .findFirst()
                .orElseThrow();
        return Optional.of(new DisposalItem(
                row.dossierId(),
                row.recordClass(),
                row.documents(),
                row.bytes(),
                rule.rule(),
                rule.item().isEmpty() ? rule.instrument() : rule.instrument() + ", " + rule.item(),
                LocalDate.parse(longest.keptUntil()).plusDays(1).toString(),
                row.manifestSha256(),
                Fate.PROPOSED,
                "",
                List.of()));
    }

    /** Whether the day rests on a confirmed rule, and no confirmed rule is known at second hand only. */
    private static boolean rests(Retention answer) {
        return answer.rules().stream()
                        .filter(basis -> basis.status().equals(CONFIRMED))
                        .allMatch(basis -> basis.mark().equals(SEEN))
                && answer.rules().stream()
                        .anyMatch(basis -> basis.status().equals(CONFIRMED)
                                && basis.keptUntil().equals(answer.keptUntil()));
    }
}
