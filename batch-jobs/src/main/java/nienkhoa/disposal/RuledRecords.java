package nienkhoa.disposal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nienkhoa.archive.keeping.Keeping;
import nienkhoa.archive.keeping.Keeping.Answer;
import nienkhoa.archive.keeping.KeptRecord;
import nienkhoa.archive.keeping.KeptRecords;
import nienkhoa.disposal.ArchiveRows.Row;
import nienkhoa.disposal.DisposalItem.Fate;
import nienkhoa.retention.Citation;
import nienkhoa.retention.Status;

/**
 * The dossiers of the catalogue under the rules of retention. One is due only if it is due in every medium, by rules that
 * are confirmed and seen in the text itself (mark V), and if nobody holds it; anything else keeps it.
 */
public final class RuledRecords implements DueRecords {

    private static final String SEEN = "V";

    private final KeptRecords records;
    private final Supplier<List<KeptRecord>> all;
    private final Keeping keeping;
    private final ArchiveRows rows;

    /** @param all every dossier of the catalogue, in the order of their ids */
    public RuledRecords(KeptRecords records, Supplier<List<KeptRecord>> all, Keeping keeping, ArchiveRows rows) {
        this.records = records;
        this.all = all;
        this.keeping = keeping;
        this.rows = rows;
    }

    @Override
    public List<DisposalItem> dueOn(LocalDate day) {
        return all.get().stream()
                .filter(record -> record.cases().isEmpty() && isDue(keeping.answers(record, day)))
                .flatMap(record -> item(record, day).stream())
                .toList();
    }

    @Override
    public Optional<Objection> objection(DisposalItem listed, LocalDate day) {
        Optional<KeptRecord> record = records.find(listed.dossierId());
        String sha256 = rows.find(listed.dossierId()).map(Row::manifestSha256).orElse("");
        if (record.isEmpty() || !sha256.equals(listed.manifestSha256())) {
            return Optional.of(new Objection("D525_CHANGED_SINCE", ""));
        }
        if (!record.get().cases().isEmpty()) {
            return Optional.of(
                    new Objection("D524_HELD", String.join(", ", record.get().cases())));
        }
        List<Answer> answers = keeping.answers(record.get(), day);
        return isDue(answers) ? Optional.empty() : Optional.of(new Objection("D520_NOT_DUE", said(answers)));
    }

    private static String said(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.decision().code())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static boolean isDue(List<Answer> answers) {
        return !answers.isEmpty()
                && answers.stream()
                        .allMatch(answer -> answer.isDue() && deciding(answer).isPresent());
    }

    /** The confirmed rule that ends the keeping; empty if a confirmed rule of it is known at second hand only. */
    private static Optional<Citation> deciding(Answer answer) {
        List<Citation> confirmed = answer.decision().citations().stream()
                .filter(citation -> citation.status() == Status.CONFIRMED)
                .toList();
        return confirmed.stream().allMatch(citation -> citation.mark().equals(SEEN))
                ? confirmed.stream()
                        .filter(citation -> citation.keptUntil().equals(answer.keptUntil()))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<DisposalItem> item(KeptRecord record, LocalDate day) {
        Answer longest = keeping.answers(record, day).stream()
                .max(Comparator.comparing(Answer::keptUntil))
                .orElseThrow();
        Citation rule = deciding(longest).orElseThrow();
        return rows.find(record.id())
                .map(row -> new DisposalItem(
                        record.id(),
                        record.recordClass(),
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
}
