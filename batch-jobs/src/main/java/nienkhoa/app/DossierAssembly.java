package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final BundlePapers bundle;
    private final Path runs;

    /** @param runs where reports and bundle papers are written before they are archived */
    DossierAssembly(
            RenderedDossiers rendered,
            YearEndLedger ledger,
            Register register,
            FormCatalogue catalogue,
            YearEndPapers papers,
            BundlePapers bundle,
            Path runs) {
        this.rendered = rendered;
        this.ledger = ledger;
        this.register = register;
        this.catalogue = catalogue;
        this.papers = papers;
        this.bundle = bundle;
        this.runs = runs;
    }

    Dossier dossier(Group group, Scope scope, String runId) {
        List<ArchiveDocument> documents = rendered.documents(group);
        DossierKey key = key(group, scope.year());
        Optional<School.Name> school = school(group, scope.year());
        String recordClass = recordClass(group.form());
        Dossier.Origin origin =
                new Dossier.Origin(school.map(School.Name::name).orElse(""), recordClass, scope.exportSha256(), runId);
        List<SourceFile> files = new ArrayList<>(List.of(report(group, scope, runId, key)));
        subject(group, scope.year())
                .flatMap(subject -> bundle.pdf(subject, documents))
                .ifPresent(pdf -> files.add(file(Dossier.BUNDLE_PAPERS, pdf, runId, key)));
        return new Dossier(key, origin, documents, files);
    }

    /** One of the papers that a printed dossier begins with; empty if it cannot be made. */
    Optional<byte[]> bundlePaper(Group group, SchoolYear year, String variant) {
        return subject(group, year).flatMap(subject -> bundle.pdf(subject, rendered.documents(group), variant));
    }

    private Optional<BundlePapers.Subject> subject(Group group, SchoolYear year) {
        return school(group, year)
                .map(name -> new BundlePapers.Subject(
                        key(group, year),
                        recordClass(group.form()),
                        Unit.ofKey(group.unit()),
                        name,
                        papers.signedOn(year)));
    }

    static DossierKey key(Group group, SchoolYear year) {
        if (group.cohort().isEmpty()) {
            return new DossierKey.ClassForm(group.schoolCode(), year, group.className(), group.form());
        }
        String name = Unit.ofKey(group.unit()).name();
        Level level = Level.valueOf(name.substring(0, name.indexOf(' ')));
        SchoolYear entered = new SchoolYear(Integer.parseInt(group.cohort().substring(0, 4)));
        return new DossierKey.CohortForm(group.schoolCode(), new Cohort(level, entered), group.form());
    }

    private Optional<School.Name> school(Group group, SchoolYear year) {
        return register.school(group.schoolCode()).names().stream()
                .filter(name -> name.inForceOn(papers.signedOn(year)))
                .findFirst();
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
        return file(Dossier.RUN_REPORT, content, runId, key);
    }

    private SourceFile file(String path, byte[] content, String runId, DossierKey key) {
        String ending = path.substring(path.lastIndexOf('.'));
        Path file = runs.resolve(runId).resolve(CanonicalJson.sha256(key.id()).substring(0, 24) + ending);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceFile(path, file, CanonicalJson.sha256(content), content.length);
    }
}
