package nienkhoa.app;

import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.disposal.Destruction;
import nienkhoa.disposal.DisposalCases;

/** Clears again what was destroyed under a decision and stands in the store once more, or lacks its tombstone. */
final class DestroyedAgain {

    private DestroyedAgain() {}

    /** Rules are only read if they are needed: a wrong office table does not stop a rebuild. */
    static int clear(Application application) {
        DossierStore store = application.part(OcflDossierStore.class);
        boolean any = application.part(DisposalCases.class).all().stream()
                .flatMap(disposal -> disposal.items().stream())
                .anyMatch(item -> item.mayNotReturn() && lacksTombstone(store, item.dossierId()));
        return any ? application.part(Destruction.class).replay(dossier -> lacksTombstone(store, dossier)) : 0;
    }

    private static boolean lacksTombstone(DossierStore store, String dossierId) {
        try {
            return store.head(dossierId)
                    .filter(head -> head.manifest().kind() == DossierKind.TOMBSTONE)
                    .isEmpty();
        } catch (DamagedDossierException e) {
            return true;
        }
    }
}
