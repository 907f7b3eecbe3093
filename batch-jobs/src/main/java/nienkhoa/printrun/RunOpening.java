package nienkhoa.printrun;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nienkhoa.model.Finding;
import nienkhoa.model.Person;
import nienkhoa.printrun.PrintDesk.Opening;
import nienkhoa.printrun.PrintableDocuments.Selection;

/** What is asked before a run is opened. */
record RunOpening(WorkOrders orders, SecondPerson others) {

    /**
     * Whether a run may be opened.
     *
     * @param before runs that its documents are part of, by document
     */
    void check(Selection selection, RunPlan plan, Opening opening, Map<String, String> before, Person by) {
        for (String form : selection.forms()) {
            WorkOrder order = orders.of(form, selection.year());
            if (order.order() == WorkOrder.Order.DIGITAL_ONLY) {
                throw new PrintRefused("P411_DIGITAL_ONLY", form, order.instrument());
            }
        }
        if (plan.bundles().isEmpty()) {
            throw new PrintRefused("P412_NOTHING_TO_PRINT");
        }
        List<Finding> blockers = RunPlanner.blockers(plan);
        if (!blockers.isEmpty() && !opening.leaveOut()) {
            throw new PrintRefused("P413_BLOCKED", Integer.toString(blockers.size()));
        }
        if (!before.isEmpty()) {
            String earlier = before.values().stream().distinct().sorted().collect(Collectors.joining(", "));
            if (opening.again().isBlank()) {
                throw new PrintRefused("P414_ALREADY_IN_A_RUN", Integer.toString(before.size()), earlier);
            }
            others.check(opening.second(), by);
        }
    }

    /** What the act says. */
    static Map<String, String> details(Selection selection, RunPlan plan) {
        return Map.of(
                "school", selection.school(),
                "year", selection.year().toString(),
                "forms", String.join(",", selection.forms()),
                "class", selection.className().orElse(""),
                "bundles", Integer.toString(plan.bundles().size()),
                "sheets", Integer.toString(plan.sheets()),
                "leftOut", Integer.toString(plan.leftOut().size()));
    }
}
