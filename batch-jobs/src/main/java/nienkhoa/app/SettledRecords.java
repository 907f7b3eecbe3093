package nienkhoa.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.custody.Custody;
import nienkhoa.disposal.DisposalItem;
import nienkhoa.disposal.DueRecords;

/** Records that come due, but for those that are on their way to another organisation. */
record SettledRecords(DueRecords all, Custody custody) implements DueRecords {

    @Override
    public List<DisposalItem> dueOn(LocalDate day) {
        Map<String, String> underWay = custody.underWay();
        return all.dueOn(day).stream()
                .filter(item -> !underWay.containsKey(item.dossierId()))
                .toList();
    }

    @Override
    public Optional<Objection> objection(DisposalItem listed, LocalDate day) {
        return Optional.ofNullable(custody.underWay().get(listed.dossierId()))
                .map(transfer -> new Objection("D526_UNDER_WAY", transfer))
                .or(() -> all.objection(listed, day));
    }
}
