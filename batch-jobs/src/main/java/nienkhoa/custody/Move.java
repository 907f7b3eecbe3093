package nienkhoa.custody;

/**
 * A dossier that changed its keeper.
 *
 * @param number from 1
 * @param since first day with the new keeper, for example {@code 2026-01-12}
 * @param elsewhere whether the new keeper works in another home; what is here is a copy then
 */
public record Move(
        int number, String from, String to, String since, String transfer, String decision, boolean elsewhere) {

    Move here() {
        return new Move(number, from, to, since, transfer, decision, false);
    }
}
