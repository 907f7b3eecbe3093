package nienkhoa.printrun;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nienkhoa.printrun.PrintSheets.Printing;

/** The acts of print runs, as the chain of acts writes them. The record of each is the run. */
public final class PrintActs {

    public static final String OPENED = "PRINT_RUN_OPENED";
    /** A person said what lies in the tray. */
    public static final String RESUMED = "PRINT_RUN_RESUMED";
    /** Printings must not be used; their sheets are printed again. */
    public static final String VOIDED = "PRINT_VOIDED";
    /** What became of voided printings. */
    public static final String SHREDDED = "PRINT_SHREDDED";
    /** Every sheet of a bundle was counted, or a scan saw sheets. */
    public static final String SEEN = "PRINT_SEEN";
    /** A step of the ledger of paper. */
    public static final String PAPER = "PAPER_STEP";

    public static final String CLOSED = "PRINT_RUN_CLOSED";

    /** What the ledger of paper is made of. */
    public static final Set<String> LEDGER = Set.of(PAPER);

    private PrintActs() {}

    /** Printings in few letters: {@code 1:3#1,1:4#1}. */
    static String written(List<Printing> printings) {
        return printings.stream().map(Printing::written).collect(Collectors.joining(","));
    }
}
