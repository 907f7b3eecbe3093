package nienkhoa.archive.keeping;

import java.util.List;
import java.util.Optional;
import nienkhoa.archive.holds.Selection;

/** The dossiers of the catalogue, with holds and decisions. */
public interface KeptRecords {

    Optional<KeptRecord> find(String dossierId);

    /** In the order of their ids. */
    List<KeptRecord> of(Selection selection);
}
