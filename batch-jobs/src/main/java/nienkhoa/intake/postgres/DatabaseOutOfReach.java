package nienkhoa.intake.postgres;

import java.sql.SQLException;

/** The database does not answer as it should; run the same again when it does. */
public final class DatabaseOutOfReach extends RuntimeException {

    DatabaseOutOfReach(SQLException cause) {
        super("intake: " + cause.getMessage(), cause);
    }
}
