package nienkhoa.disposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What rules and holds say about the dossiers of the archive. */
public interface DueRecords {

    /** Dossiers whose confirmed period is over on a day and that nothing holds, in the order of their ids. */
    List<DisposalItem> dueOn(LocalDate day);

    /**
     * Why a dossier may not be destroyed on a day; empty if it may.
     *
     * @param listed as it was listed: a dossier that has changed since may not go either
     */
    Optional<Objection> objection(DisposalItem listed, LocalDate day);

    /** @param code of the sentence in {@code messages/disposal.properties}; its only argument is the detail */
    record Objection(String code, String detail) {}
}
