package nienkhoa.app;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import nienkhoa.archive.holds.Selection;
import nienkhoa.archive.keeping.KeepingLength;
import nienkhoa.archive.keeping.KeptRecord;
import nienkhoa.archive.keeping.KeptRecords;

/** What the commands about keeping share: their sentences and their selections. */
final class KeepingTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private KeepingTexts() {}

    /** A sentence of {@code messages/keeping.properties}. */
    static String text(Console console, String key, String... args) {
        return console.messages().text("keeping", key, (Object[]) args);
    }

    /** {@code 2029-12-31} as {@code 31/12/2029}, a word as words. */
    static String kept(Console console, String keptUntil) {
        return KeepingLength.isDay(keptUntil)
                ? DAY.format(LocalDate.parse(keptUntil))
                : text(console, "KEPT_" + (keptUntil.isEmpty() ? "nothing" : keptUntil));
    }

    static Selection selection(String written) {
        try {
            return Selection.parse(written);
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse(
                    "S034_BAD_ARGUMENT", "--select", written, "school=31313401,year=2023-2024,class=5A");
        }
    }

    /** The dossiers of any of the selections, each once. */
    static List<KeptRecord> records(Application application, List<Selection> selections) {
        KeptRecords records = application.part(KeptRecords.class);
        return selections.stream()
                .flatMap(selection -> records.of(selection).stream())
                .distinct()
                .toList();
    }

    static KeptRecord record(Application application, String dossier) {
        return application
                .part(KeptRecords.class)
                .find(dossier)
                .orElseThrow(() -> HomeRules.problem("K520_NO_SUCH_DOSSIER", dossier));
    }
}
