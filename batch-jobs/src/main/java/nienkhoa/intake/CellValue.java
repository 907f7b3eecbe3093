package nienkhoa.intake;

import java.util.List;

/** What a cell turned out to say. */
sealed interface CellValue {

    /** @param text as the register keeps it; empty for an empty cell */
    record Good(String text) implements CellValue {}

    /** Good after leading zeros were put back. */
    record Restored(String text) implements CellValue {}

    /** @param args what the finding's sentence is filled with */
    record Bad(String code, List<String> args) implements CellValue {}
}
