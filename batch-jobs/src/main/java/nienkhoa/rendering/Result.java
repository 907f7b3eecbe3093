package nienkhoa.rendering;

import java.util.List;
import nienkhoa.model.Finding;

/** What came of one planned document. */
public sealed interface Result {

    PlannedDocument document();

    /** The files of an earlier run are still what this run would make. */
    record Kept(PlannedDocument document, Made made) implements Result {}

    /** Made now; not archived before the gate has passed it. */
    record Rendered(PlannedDocument document, Made made) implements Result {}

    /** The form refused the data. */
    record Rejected(PlannedDocument document, List<Finding> reasons) implements Result {

        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }

    /** There is nothing to render it with, or nobody to render it for. */
    record NotRendered(PlannedDocument document, List<Finding> reasons) implements Result {

        public NotRendered {
            reasons = List.copyOf(reasons);
        }
    }
}
