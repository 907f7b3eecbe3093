package nienkhoa.intake;

/**
 * One step from a cell as it was written to the value that the register keeps.
 *
 * @param sheet name of the sheet
 * @param cell address such as {@code C12}
 * @param field what the cell fills
 * @param step from 1, in the order in which the steps were made
 * @param before what the step began with; as written if it is the first
 */
public record Change(String sheet, String cell, String field, int step, ChangeRule rule, String before, String after) {}
