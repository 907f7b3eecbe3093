package nienkhoa.printrun;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.audit.Act;
import nienkhoa.printrun.PrintableDocuments.Selection;

/** The runs, and what people decide about them. What a person decides enters the chain of acts in the same transaction. */
public interface PrintRuns {

    /** An id that no run has had. */
    String newId();

    Optional<PrintRun> find(String id);

    /** In the order in which they were opened. */
    List<PrintRun> all();

    List<BundleState> bundles(String run);

    /** What was asked for and left out. */
    List<RunPlan.LeftOut> leftOut(PrintRun run);

    /** The runs, not abandoned, that documents are part of, by document. */
    Map<String, String> runsOf(List<String> documents);

    /** Writes a run with all its sheets. */
    void open(String id, Selection selection, RunPlan plan, String again, Act act);

    /** Remembers where the run is printed. */
    void printer(String run, String name);

    /** Puts other documents into a bundle; its printings are void. */
    void replace(String run, RunPlan.Bundle bundle, String reason, Act act);

    /** Puts a new version of one document, with as many sheets, into its place; its printings are void. */
    void replace(String run, int bundle, RunPlan.Document document, String reason, Act act);

    /** Enters a step of the ledger of paper. */
    void enter(Act step);

    void end(String run, PrintRun.State state, Act act);
}
