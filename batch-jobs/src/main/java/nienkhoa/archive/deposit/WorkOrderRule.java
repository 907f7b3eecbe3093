package nienkhoa.archive.deposit;

import java.util.Optional;
import nienkhoa.archive.DossierKey;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;

/** Which comes first for the documents of a dossier, paper or digital signature. */
public interface WorkOrderRule {

    /**
     * Why a file may not join a dossier now; empty = it may.
     *
     * @param signed whether it bears a digital signature; else it is a picture of paper
     */
    Optional<Finding> against(DossierKey dossier, SchoolYear year, boolean signed);
}
