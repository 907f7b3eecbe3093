package nienkhoa.printrun;

import java.util.List;

/**
 * How a form is printed and what has to be done with its paper.
 *
 * @param way {@code duplex}, {@code one-sided}, {@code two-up} or {@code booklet}
 * @param coded whether its sheets carry codes
 * @param corners where the codes stand
 * @param steps in their order; {@link PaperStep#CHECKED} is always among them
 */
public record FormPolicy(String form, String way, boolean coded, SheetStamp.Corners corners, List<PaperStep> steps) {

    public FormPolicy {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.get(0) != PaperStep.CHECKED) {
            throw new IllegalArgumentException(form + ": the steps begin with CHECKED");
        }
        if (steps.stream().sorted().distinct().toList().size() != steps.size()
                || !steps.equals(steps.stream().sorted().toList())) {
            throw new IllegalArgumentException(form + ": each step once, in their order");
        }
    }

    /** For a form that nobody has said anything of. */
    static FormPolicy of(String form) {
        return new FormPolicy(
                form,
                "duplex",
                true,
                SheetStamp.Corners.DIAGONAL,
                List.of(PaperStep.CHECKED, PaperStep.SIGNED, PaperStep.SEALED, PaperStep.BOUND, PaperStep.SHELVED));
    }
}
