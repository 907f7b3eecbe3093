package nienkhoa.app;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import nienkhoa.archive.copies.BadCopies;
import nienkhoa.audit.AuditFlush.ForkedChainException;
import nienkhoa.audit.AuditStore.DamagedChainException;
import nienkhoa.custody.BadOrganisations;
import nienkhoa.forms.BadForm;
import nienkhoa.intake.BadLayout;
import nienkhoa.schedule.BadSchedule;

/** Finds in an exception what a person can mend. */
final class Failures {

    private static final String POSTGRES_DISK_FULL = "53100";

    private Failures() {}

    /** The problem that an exception is or was caused by; a full disk is one too. */
    static Optional<Problem> problemIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Optional.of(problem);
            }
            if (cause instanceof BadLayout bad) {
                return Optional.of(Problem.refused("intake", bad.finding()));
            }
            if (cause instanceof BadCopies bad) {
                return Optional.of(Problem.refused("copies", bad.finding()));
            }
            if (cause instanceof BadOrganisations bad) {
                return Optional.of(CustodyTexts.problem(bad.findings()));
            }
            if (cause instanceof BadSchedule bad) {
                return Optional.of(Problem.refused("schedule", bad.finding()));
            }
            if (cause instanceof BadForm bad) {
                return bad.faults().stream()
                        .map(fault ->
                                Problem.wrongUse(fault.code(), fault.args().toArray(String[]::new)))
                        .reduce(Problem::and);
            }
            if (cause instanceof ForkedChainException forked) {
                return Optional.of(Problem.failedBy(forked, "S210_AUDIT_FORKED", Long.toString(forked.number())));
            }
            if (cause instanceof DamagedChainException damaged) {
                return Optional.of(Problem.failedBy(damaged, "S220_AUDIT_DAMAGED", damaged.where()));
            }
            if (isDiskFull(cause)) {
                return Optional.of(Problem.failedBy(thrown, "S004_DISK_FULL_NOW"));
            }
        }
        return Optional.empty();
    }

    private static boolean isDiskFull(Throwable cause) {
        if (cause instanceof SQLException e) {
            return POSTGRES_DISK_FULL.equals(e.getSQLState());
        }
        String said = String.valueOf(cause.getMessage());
        return cause instanceof IOException
                && (said.contains("No space left on device") || said.contains("not enough space on the disk"));
    }
}
