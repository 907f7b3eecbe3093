package nienkhoa.printrun;

import java.util.List;
import java.util.Optional;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;

/** Which comes first for the documents of a form of a class or cohort, paper or digital signature, and what that forbids now. */
public final class SigningGate {

    private final WorkOrders orders;
    private final SealedPaper ledger;
    private final PrintRuns runs;
    private final PaperDesk paper;

    public SigningGate(WorkOrders orders, SealedPaper ledger, PrintRuns runs, PaperDesk paper) {
        this.orders = orders;
        this.ledger = ledger;
        this.runs = runs;
        this.paper = paper;
    }

    /**
     * The documents of one form of a class or cohort.
     *
     * @param name the class, or the cohort such as {@code 2019-2024}
     */
    public record Subject(String school, SchoolYear year, String form, String name) {}

    public WorkOrder order(Subject subject) {
        return orders.of(subject.form(), subject.year());
    }

    /** Why nothing of it may be signed digitally now; empty = it may. */
    public Optional<Finding> againstSigning(Subject subject) {
        WorkOrder order = order(subject);
        boolean sealed = ledger.isSealed(subject.school(), subject.year(), subject.form(), subject.name());
        if (!order.locksSigning(sealed)) {
            return Optional.empty();
        }
        if (order.order() == WorkOrder.Order.UNKNOWN) {
            return Optional.of(refusal("P461_NO_WORK_ORDER", subject));
        }
        return Optional.of(newest(subject)
                .map(found -> refusal(
                        "P463_PAPER_NOT_SEALED",
                        subject,
                        order.instrument(),
                        order.item(),
                        found.run().id(),
                        found.bundle().number() + "",
                        "@STEP_" + found.step()))
                .orElseGet(() -> refusal("P462_PAPER_NOT_PRINTED", subject, order.instrument(), order.item())));
    }

    /** Why no paper of it may be printed or taken in; empty = it may. */
    public Optional<Finding> againstPaper(Subject subject) {
        WorkOrder order = order(subject);
        return order.order() == WorkOrder.Order.DIGITAL_ONLY
                ? Optional.of(refusal("P464_NO_PAPER", subject, order.instrument(), order.item()))
                : Optional.empty();
    }

    private record Open(PrintRun run, BundleState bundle, PaperStep step) {}

    /** The bundle that was made last, and the step that it waits for. */
    private Optional<Open> newest(Subject subject) {
        return runs.all().stream()
                .filter(run -> run.state() != PrintRun.State.ABANDONED)
                .filter(run ->
                        run.school().equals(subject.school()) && run.year().equals(subject.year()))
                .flatMap(run -> runs.bundles(run.id()).stream()
                        .filter(bundle -> bundle.form().equals(subject.form())
                                && bundle.group().equals(subject.name()))
                        .map(bundle -> new Open(run, bundle, paper.next(bundle).orElse(PaperStep.SEALED))))
                .reduce((first, last) -> last);
    }

    private static Finding refusal(String code, Subject subject, String... args) {
        return new Finding(code, Severity.REJECT, Place.ofSubject(subject.form()), subject.name(), List.of(args));
    }
}
