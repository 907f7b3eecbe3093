package nienkhoa.disposal;

import nienkhoa.archive.copies.CopyTarget;
import nienkhoa.archive.copies.CopyTarget.Presence;

/** A copy of the archive on another disk, a removable one or in a bucket. */
public final class CopyPlace implements DisposalPlace {

    private final CopyTarget copy;

    public CopyPlace(CopyTarget copy) {
        this.copy = copy;
    }

    @Override
    public String id() {
        return "copy:" + copy.id();
    }

    @Override
    public boolean clear(Tombstone tombstone) {
        return copy.destroy(tombstone.dossierId()) == Presence.ABSENT;
    }
}
