package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nienkhoa.archive.keeping.Decided;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.retention.BadRules;
import nienkhoa.retention.Circular;
import nienkhoa.retention.RetentionRules;
import nienkhoa.retention.ShorterThanLaw;

/** The rules as they hold in a home: the bundled ones, those that people confirmed, and the office's own table. */
final class HomeRules {

    static final String OFFICE = "retention-office.yaml";

    private HomeRules() {}

    /** @throws Problem if the office's table cannot be used or shortens what the law asks for */
    static RetentionRules of(Home home, Decided decided) {
        List<Circular> confirmed = decided.confirmedRules().stream()
                .map(yaml -> RetentionRules.read("retention_confirmed_rule", yaml))
                .toList();
        RetentionRules rules = RetentionRules.bundled().with(confirmed);
        Path office = home.config().resolve(OFFICE);
        return Files.exists(office) ? withOffice(rules, office) : rules;
    }

    private static RetentionRules withOffice(RetentionRules rules, Path office) {
        try {
            return rules.with(List.of(rules.officeTable(office.toString(), Files.readString(office))));
        } catch (ShorterThanLaw e) {
            throw problem(
                    "K501_OFFICE_SHORTER",
                    office.toString(),
                    e.rule().name(),
                    Periods.vietnamese(e.own()),
                    Periods.vietnamese(e.rule().period().written()),
                    rules.instrument(e.rule().instrument())
                                    .map(instrument -> instrument.citation())
                                    .orElse(e.rule().instrument())
                            + (e.rule().item().isEmpty() ? "" : ", " + e.rule().item()));
        } catch (BadRules e) {
            throw problem("K502_BAD_RULES", office.toString(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw problem("K502_BAD_RULES", office.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** A problem whose sentence is in {@code messages/keeping.properties}. */
    static Problem problem(String code, String... args) {
        return Problem.refused(
                "keeping", new Finding(code, Severity.REJECT, Place.ofSubject(""), "", List.of(args)));
    }
}
