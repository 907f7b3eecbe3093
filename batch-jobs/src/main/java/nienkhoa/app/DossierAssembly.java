package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nienkhoa.app.postgres.YearEndLedger;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.SourceFile;
import nienkhoa.archive.postgres.RenderedDossiers;
import nienkhoa.archive.postgres.RenderedDossiers.Group;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.Edition;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.model.Cohort;
import nienkhoa.model.Level;
import nienkhoa.model.School;
import nienkhoa.model.SchoolYear;
import nienkhoa.rendering.Register;
import nienkhoa.rendering.Scope;
import nienkhoa.rendering.Unit;
import nienkhoa.rendering.YearEndPapers;

/** Puts together what one dossier brings to the archive: its documents, and the report on how they were made. */
final class DossierAssembly {

    private final RenderedDossiers rendered;
    private final YearEndLedger ledger;
    private final Register register;
    private final FormCatalogue catalogue;
    private final YearEndPapers papers;
    private final Path runs;

    /** @param runs where reports are written before they are archived */
    DossierAssembly(
            RenderedDossiers rendered,
            YearEndLedger ledger,
            Register register,
            FormCatalogue catalogue,
            YearEndPapers papers,
            Path runs) {
        this.rendered = rendered;
        this.ledger = ledger;
        this.register = register;
        this.catalogue = catalogue;
        this.papers = papers;
        this.runs = runs;
    }

    Dossier dossier(Group group, Scope scope, String runId) {
        List<ArchiveDocument> documents = rendered.documents(group);
        DossierKey key = key(group, scope.year());
        Dossier.Origin origin = new Dossier.Origin(
                organisation(group, scope.year()), recordClass(group.form()), scope.exportSha256(), runId);
        return new Dossier(key, origin, documents, List.of(report(group, scope, runId, key)));
    }

    private static DossierKey key(Group group, SchoolYear year) {
        if (group.cohort().isEmpty()) {
            return new DossierKey.ClassForm(group.schoolCode(), year, group.className(), group.form());
        }
        String name = Unit.ofKey(group.unit()).name();
        Level level = Level.valueOf(name.substring(0, name.indexOf(' ')));
        SchoolYear entered = new SchoolYear(Integer.parseInt(group.cohort().substring(0, 4)));
        return new DossierKey.CohortForm(group.schoolCode(), new Cohort(level, entered), group.form());
    }

    private String organisation(Group group, SchoolYear year) {
        School school = register.school(group.schoolCode());
        return school.names().stream()
                .filter(name -> name.inForceOn(papers.signedOn(year)))
                .map(School.Name::name)
                .findFirst()
                .orElse("");
    }

    private String recordClass(String form) {
        return catalogue.editions().stream()
                .filter(edition -> edition.form().equals(form))
                .map(Edition::recordClass)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no edition of " + form));
    }

    /** Who got a document and who did not and why, by student id; holds no time, so that it is the same on every run. */
    private SourceFile report(Group group, Scope scope, String runId, DossierKey key) {
        byte[] content = CanonicalJson.bytes(ledger.dossierReport(group.unit(), group.form(), scope.exportSha256()));
        String sha256 = CanonicalJson.sha256(content);
        Path file = runs.resolve(runId).resolve(CanonicalJson.sha256(key.id()).substring(0, 24) + ".json");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFile(Dossier.RUN_REPORT, file, sha256, content.length);
    }
}
