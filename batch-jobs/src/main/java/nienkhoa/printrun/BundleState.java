package nienkhoa.printrun;

import java.util.List;

/**
 * A bundle as it stands.
 *
 * @param coded whether its sheets carry codes; otherwise they are only counted
 * @param toShred printings that were voided and of which nobody has said yet what became of them
 * @param steps of the ledger that were taken and not taken back, in their order
 */
public record BundleState(
        int number,
        String form,
        String unit,
        String group,
        boolean coded,
        Counts counts,
        int toShred,
        List<PaperStep> steps) {

    public BundleState {
        steps = List.copyOf(steps);
    }

    /** Sheets by what is known of them. */
    public record Counts(int planned, int sent, int printed, int seen) {

        public int all() {
            return planned + sent + printed + seen;
        }

        public boolean allSeen() {
            return seen == all();
        }
    }

    public boolean has(PaperStep step) {
        return steps.contains(step);
    }
}
