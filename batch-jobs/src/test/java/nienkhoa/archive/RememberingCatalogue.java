package nienkhoa.archive;

import java.util.HashMap;
import java.util.Map;
import nienkhoa.archive.DossierStore.StoredDossier;

/** A catalogue in memory that can be told to fail. */
public final class RememberingCatalogue implements Catalogue {

    public final Map<String, StoredDossier> entered = new HashMap<>();
    public boolean outOfReach;

    @Override
    public boolean knows(StoredDossier stored) {
        return stored.equals(entered.get(stored.manifest().id()));
    }

    @Override
    public void enter(StoredDossier stored) {
        if (outOfReach) {
            throw new IllegalStateException("database out of reach");
        }
        entered.put(stored.manifest().id(), stored);
    }
}
