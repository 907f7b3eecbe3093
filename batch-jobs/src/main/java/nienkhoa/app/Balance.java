package nienkhoa.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nienkhoa.app.postgres.YearEndLedger;
import nienkhoa.app.postgres.YearEndLedger.Line;
import nienkhoa.rendering.Scope;

/**
 * Proves that nothing vanished: every student of a class list has a line, every planned document has come to an end, and
 * what stands as rendered is on the disk and in the archive.
 */
final class Balance {

    private final YearEndLedger ledger;
    private final Path out;

    Balance(YearEndLedger ledger, Path out) {
        this.ledger = ledger;
        this.out = out;
    }

    /**
     * @param everyForm whether the run asks for every form, so that no student may be without a line
     * @throws Problem if something is missing; the same command mends it
     */
    void check(Scope scope, boolean everyForm) {
        long forgotten = everyForm ? ledger.forgotten(scope) : 0;
        List<Line> lines = ledger.lines(scope);
        long open = lines.stream()
                .mapToLong(line -> line.planned() - line.rendered() - line.rejected() - line.notRendered())
                .sum();
        long unarchived = lines.stream()
                .mapToLong(line -> line.rendered() - line.archived())
                .sum();
        long missing = ledger.paths(scope).stream()
                .filter(path -> !Files.isRegularFile(out.resolve(path + ".pdf")))
                .count();
        if (forgotten + open + unarchived + missing != 0) {
            throw Problem.failed(
                    "S060_NOT_BALANCED",
                    Long.toString(forgotten),
                    Long.toString(open),
                    Long.toString(unarchived),
                    Long.toString(missing));
        }
    }
}
