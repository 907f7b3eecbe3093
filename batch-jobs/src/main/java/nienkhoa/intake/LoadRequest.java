package nienkhoa.intake;

import java.util.Optional;
import nienkhoa.intake.difference.ChangeLimit;
import nienkhoa.model.SchoolYear;

/**
 * How an export is to be loaded into the register.
 *
 * @param year the school year that is asked for
 * @param dryRun whether the register stays as it is
 * @param confirm why to go on past what would stop the load
 * @param by who asks, as the operating system names them
 */
public record LoadRequest(SchoolYear year, boolean dryRun, Optional<String> confirm, ChangeLimit limit, String by) {

    /** A load as it ordinarily is. */
    public static LoadRequest of(SchoolYear year) {
        return new LoadRequest(year, false, Optional.empty(), new ChangeLimit(ChangeLimit.DEFAULT_SHARE), systemUser());
    }

    public static String systemUser() {
        return System.getProperty("user.name", "");
    }
}
