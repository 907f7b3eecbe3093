package nienkhoa.printrun;

import java.util.List;
import java.util.Optional;
import nienkhoa.audit.Act;
import nienkhoa.printrun.PrintSheets.Printing;

/** What people say of printed sheets. Each change and its act are one transaction. */
public interface Printings {

    /**
     * A person said what lies in the tray: what was handed over up to and with {@code lastGood} was seen, what came after
     * it is void and planned again.
     *
     * @param lastGood empty: nothing of the jobs in question came out well
     * @return the voided printings
     */
    List<Printing> resume(String run, Optional<Printing> lastGood, Act act);

    /** Voids printings; sheets whose newest printing is among them are planned again. */
    void voidThem(String run, List<Printing> printings, String reason, Act act);

    /** Voided printings are no more, or were never found. */
    void settle(String run, List<Printing> printings, String how, Act act);

    /** Printings were seen on paper. */
    void seen(String run, List<Printing> printings, String how, Act act);
}
