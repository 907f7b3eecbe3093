package nienkhoa.intake;

import java.util.ArrayList;
import java.util.List;

/** What a cell turned out to say. */
sealed interface CellValue {

    /**
     * @param text as the register keeps it; empty for an empty cell
     * @param steps how the text became what it is; empty if the cell says just that
     * @param warning code of what a person should look at; empty if there is nothing
     */
    record Good(String text, List<Step> steps, String warning) implements CellValue {

        Good(String text) {
            this(text, List.of(), "");
        }

        /** A value that became what it is by one step. */
        static Good by(ChangeRule rule, String before, String after) {
            return before.equals(after) ? new Good(after) : new Good(after, List.of(new Step(rule, before, after)), "");
        }

        Good warning(String code) {
            return new Good(text, steps, code);
        }

        Good then(ChangeRule rule, String after) {
            return after(steps, by(rule, text, after).steps(), after);
        }

        /** This value, read from what earlier steps had made. */
        Good after(CellText written) {
            Good whole = after(written.steps(), steps, text);
            return whole.warning(written.isDoubtful() ? "I172_DOUBTFUL_LETTERS" : warning);
        }

        private static Good after(List<Step> first, List<Step> second, String text) {
            List<Step> all = new ArrayList<>(first);
            all.addAll(second);
            return new Good(text, List.copyOf(all), "");
        }
    }

    /** @param args what the finding's sentence is filled with */
    record Bad(String code, List<String> args) implements CellValue {}

    /** One change on the way from the cell to the register. */
    record Step(ChangeRule rule, String before, String after) {}
}
