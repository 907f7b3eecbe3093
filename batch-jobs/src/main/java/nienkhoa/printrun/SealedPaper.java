package nienkhoa.printrun;

import java.util.List;
import nienkhoa.model.SchoolYear;

/** The ledger of paper, as others ask it. */
public interface SealedPaper {

    /** What was done with a bundle, in order, with what was taken back. */
    List<PaperRecord> records(String run, int bundle);

    /** Whether the paper of a form of a class or cohort is signed and sealed and has not been opened again. */
    boolean isSealed(String school, SchoolYear year, String form, String group);
}
