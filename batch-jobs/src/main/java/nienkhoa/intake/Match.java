package nienkhoa.intake;

import java.util.List;

/**
 * What matching says about a row.
 *
 * @param studentId whose row it is; empty if nobody can tell
 * @param code of the finding about the row; empty if there is none
 * @param rejects whether the finding takes the row out
 * @param field whose cell the finding names
 * @param args what the finding's sentence is filled with
 */
public record Match(String studentId, String code, boolean rejects, String field, List<String> args) {

    /** Not matched. */
    public static final Match NONE = of("");

    public Match {
        args = List.copyOf(args);
    }

    /** The row of a student about whom there is nothing to say; of nobody if the id is empty. */
    public static Match of(String studentId) {
        return new Match(studentId, "", false, "", List.of());
    }
}
