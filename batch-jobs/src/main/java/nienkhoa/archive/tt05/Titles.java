package nienkhoa.archive.tt05;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.archive.DossierKind;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.Subject;
import nienkhoa.archive.deposit.DepositKind;
import nienkhoa.language.Messages;

/** What a dossier and its documents are called, in Vietnamese: that is the language of packages. */
final class Titles {

    private final DossierManifest manifest;
    private final Messages words = Messages.vietnamese();
    private final String what;

    Titles(DossierManifest manifest) {
        this.manifest = manifest;
        this.what = what(manifest);
    }

    String dossier() {
        Subject subject = manifest.subject();
        return Stream.of(
                        what,
                        part("PACKAGE_CLASS", subject.className()),
                        part(
                                manifest.kind() == DossierKind.COHORT_FORM ? "PACKAGE_COHORT" : "PACKAGE_YEAR",
                                subject.period()),
                        subject.organisation().isEmpty()
                                ? part("PACKAGE_SCHOOL", subject.schoolCode())
                                : subject.organisation())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    String document(PackagedDocument document) {
        return document.name().isEmpty() ? dossier() : what + " " + document.name();
    }

    private String part(String key, String value) {
        return value.isEmpty() ? "" : words.text("archive", key, value);
    }

    private String what(DossierManifest of) {
        String form = of.subject().form();
        return switch (of.kind()) {
            case CLASS_SECTION_FORM, COHORT_FORM -> form(form);
            case DEPOSIT ->
                DepositKind.bundled().stream()
                        .filter(kind -> kind.code().equals(form))
                        .map(DepositKind::vi)
                        .findFirst()
                        .orElse(form);
            case EXPORT -> words.text("archive", "PACKAGE_EXPORT");
            case SETTINGS -> words.text("archive", "PACKAGE_SETTINGS");
            case DISPOSAL -> words.text("archive", "PACKAGE_DISPOSAL");
            case CUSTODY -> words.text("archive", "PACKAGE_CUSTODY");
            case TOMBSTONE -> words.text("archive", "PACKAGE_TOMBSTONE");
        };
    }

    private String form(String form) {
        try {
            return words.text("rendering", "FORM_" + form);
        } catch (IllegalArgumentException e) {
            return form; // a form of a home's own has no name here
        }
    }
}
