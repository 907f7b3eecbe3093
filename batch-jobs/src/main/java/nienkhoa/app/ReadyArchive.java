package nienkhoa.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.app.postgres.YearEndLedger;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.ReceivedExport;
import nienkhoa.archive.postgres.ReadyDossiers;
import nienkhoa.archive.postgres.ReadyDossiers.Ready;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;
import nienkhoa.rendering.Documents.Unjudged;
import nienkhoa.rendering.Scope;

/**
 * Archives what is ready: what a year-end that was cut off, or one without its archive, left behind.
 *
 * <p>Flow: judge what the gate has not seen → the exports → the dossiers all of whose documents have come to an end.
 *
 * <p>Restart: what is archived is not ready any more.
 */
record ReadyArchive(YearEndParts parts, ReadyDossiers ready, YearEndLedger ledger, Home home) {

    private static final int JUDGED_TOGETHER = 100;

    /** What nobody wants back is no finding. */
    private static final String DESTROYED = "A403_DOSSIER_DESTROYED";

    /**
     * What was done.
     *
     * @param judged documents that the gate had not seen
     * @param waiting dossiers that are not ready because documents of theirs are still to be made
     */
    record Done(long judged, long dossiers, long documents, long bytes, long waiting, List<Finding> findings) {}

    Done run() {
        long judged = 0;
        for (int year : ready.unjudgedYears()) {
            judged += judge(new SchoolYear(year));
        }
        List<Ready> dossiers = ready.ready();
        List<ArchiveOutcome> outcomes = new ArrayList<>();
        if (!dossiers.isEmpty()) {
            String runId = ledger.nextRunId();
            dossiers.stream()
                    .map(Ready::exportSha256)
                    .distinct()
                    .flatMap(sha256 -> export(sha256, runId).stream())
                    .forEach(export -> outcomes.add(parts.archivist().archive(export)));
            dossiers.forEach(one -> outcomes.add(archive(one, runId)));
        }
        return done(judged, outcomes);
    }

    private long judge(SchoolYear year) {
        Scope scope = scope(year, "");
        long judged = 0;
        String seen = "";
        List<Unjudged> some = parts.documents().unjudged(scope, seen, JUDGED_TOGETHER);
        while (!some.isEmpty()) {
            some.forEach(parts.gate()::judge);
            judged += some.size();
            seen = some.get(some.size() - 1).documentId();
            some = parts.documents().unjudged(scope, seen, JUDGED_TOGETHER);
        }
        return judged;
    }

    private Optional<Dossier> export(String sha256, String runId) {
        Path folder = home.work().resolve("exports").resolve(sha256);
        return Files.isDirectory(folder) ? Optional.of(ReceivedExport.dossier(folder, runId)) : Optional.empty();
    }

    private ArchiveOutcome archive(Ready one, String runId) {
        Scope scope = scope(new SchoolYear(one.year()), one.exportSha256());
        return parts.archivist().archive(parts.assembly().dossier(one.group(), scope, runId));
    }

    private Scope scope(SchoolYear year, String exportSha256) {
        List<Scope.FormChoice> forms = parts.papers().forms().stream()
                .map(form -> new Scope.FormChoice(form, Optional.empty()))
                .toList();
        return new Scope(year, Optional.empty(), Optional.empty(), forms, exportSha256);
    }

    private Done done(long judged, List<ArchiveOutcome> outcomes) {
        List<ArchiveOutcome> written = outcomes.stream()
                .filter(ArchiveOutcome.Archived.class::isInstance)
                .toList();
        Map<String, Finding> findings = new LinkedHashMap<>();
        outcomes.stream()
                .flatMap(outcome -> outcome.findings().stream())
                .filter(finding -> !finding.code().equals(DESTROYED))
                .forEach(finding -> findings.put(finding.code() + finding.args(), finding));
        return new Done(
                judged,
                written.size(),
                written.stream().mapToLong(ArchiveOutcome::documents).sum(),
                written.stream().mapToLong(ArchiveOutcome::bytes).sum(),
                ready.waiting(),
                List.copyOf(findings.values()));
    }
}
