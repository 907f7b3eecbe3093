package nienkhoa.disposal;

import nienkhoa.archive.PackagePath;

/**
 * What stays of a destroyed dossier: nothing personal.
 *
 * @param documents how many it held
 * @param manifestSha256 digest of its last {@code dossier.json}
 * @param decision number of the decision
 * @param decidedOn day of the decision
 */
public record Tombstone(
        String schema,
        String dossierId,
        String recordClass,
        int documents,
        String manifestSha256,
        String rule,
        String disposalCase,
        String decision,
        String decidedOn) {

    public static final String SCHEMA = "nienkhoa/tombstone/1";

    /** The file of a tombstone in the store. */
    public static final String FILE = PackagePath.data("tombstone.json");

    static Tombstone of(DisposalItem item, DisposalCase disposal) {
        return new Tombstone(
                SCHEMA,
                item.dossierId(),
                item.recordClass(),
                item.documents(),
                item.manifestSha256(),
                item.rule(),
                disposal.id(),
                disposal.ruling().number(),
                disposal.ruling().on());
    }
}
