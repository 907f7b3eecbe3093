package nienkhoa.app;

import java.util.Set;
import java.util.function.Predicate;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.disposal.Destruction;
import nienkhoa.disposal.DisposalCases;

/** Clears again what was destroyed under a decision and lies somewhere once more, or lacks its tombstone. */
final class DestroyedAgain {

    private DestroyedAgain() {}

    /**
     * Rules are only read if they are needed: a wrong office table does not stop a rebuild.
     *
     * @param leftovers of which it is known that they lie somewhere
     */
    static int clear(Application application, Set<String> leftovers) {
        DossierStore store = application.part(OcflDossierStore.class);
        Predicate<String> wanted = dossier -> leftovers.contains(dossier) || lacksTombstone(store, dossier);
        boolean any = application.part(DisposalCases.class).all().stream()
                .flatMap(disposal -> disposal.items().stream())
                .anyMatch(item -> item.mayNotReturn() && wanted.test(item.dossierId()));
        return any ? application.part(Destruction.class).replay(wanted) : 0;
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
