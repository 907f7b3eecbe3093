package nienkhoa.forms;

/**
 * Something of an edition that a person can compare with a real sample.
 *
 * @param form empty for what holds for every form
 * @param name label, column table and number of the column, code list, or rule
 * @param text what it says
 * @param mark as its file has it: {@code verified} or {@code V}, {@code recalled} or {@code R-H R-M R-L}, {@code design}
 *     or {@code D}, {@code local}
 * @param source where it was seen; empty unless its file says so
 */
public record FormItem(String form, String edition, Kind kind, String name, String text, String mark, String source) {

    /** What it is. */
    public enum Kind {
        LABEL,
        COLUMN,
        CODES,
        RULE
    }

    /** How far it can be relied on. */
    public enum Standing {
        /** Seen in a public text. */
        VERIFIED,
        /** From knowledge. */
        RECALLED,
        /** Our choice. */
        DESIGN,
        /** What the home's owner says. */
        LOCAL
    }

    /** A mark that is none counts as recalled. */
    public Standing standing() {
        return switch (mark) {
            case "verified", "V" -> Standing.VERIFIED;
            case "design", "D" -> Standing.DESIGN;
            case LocalForm.LOCAL -> Standing.LOCAL;
            default -> Standing.RECALLED;
        };
    }

    /** Whether a person has to confirm it before it can be relied on. */
    public boolean isOpen() {
        return standing() == Standing.RECALLED || standing() == Standing.DESIGN;
    }
}
