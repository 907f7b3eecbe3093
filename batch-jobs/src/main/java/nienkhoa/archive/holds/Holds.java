package nienkhoa.archive.holds;

import java.util.List;
import java.util.Optional;
import nienkhoa.audit.Projection;

/** The cases that stop disposal, as acts have left them. */
public interface Holds extends Projection {

    /** Act: a case is opened, or takes in more. Details: {@code reason}, {@code select}, one selection a line. */
    String PLACED = "HOLD_PLACED";

    /** Act: a person ends a case. */
    String RELEASED = "HOLD_RELEASED";

    /** The cases that hold a dossier now, by their ids; a case on a dossier holds the export that it came from too. */
    List<Hold> on(String dossierId);

    /** Every case that has not been released. */
    List<Hold> all();

    /** A case, released or not. */
    Optional<State> state(String caseId);

    /** Whether a case still holds. */
    enum State {
        ACTIVE,
        RELEASED
    }
}
