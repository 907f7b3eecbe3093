package nienkhoa.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.archive.verify.PdfProof;
import nienkhoa.archive.verify.Verifier;
import nienkhoa.custody.TransferOffice;
import nienkhoa.disposal.DisposalCase;
import nienkhoa.disposal.DisposalCases;
import nienkhoa.disposal.Stage;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.printrun.PrintRuns;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands against giving a dossier away: an open disposal case, an open print run, a fault in the archive. */
final class HomeObstacles implements TransferOffice.Obstacles {

    private static final String DOCUMENTS = """
            select document_id, dossier_id from archive_document where dossier_id = any(?)
            """;

    /** Nothing is written into the papers of these any more. */
    private static final Set<Stage> OVER = Set.of(Stage.DESTROYED, Stage.ENDED);

    private final DisposalCases cases;
    private final PrintRuns runs;
    private final JdbcClient jdbc;
    private final Path archive;
    private final Verifier verifier;

    HomeObstacles(DisposalCases cases, PrintRuns runs, JdbcClient jdbc, Path archive, PdfProof proof, int threads) {
        this.cases = cases;
        this.runs = runs;
        this.jdbc = jdbc;
        this.archive = archive;
        this.verifier = new Verifier(proof, threads);
    }

    @Override
    public List<Finding> against(Set<String> dossiers) {
        List<Finding> findings = new ArrayList<>();
        inDisposal(dossiers, findings);
        inPrint(dossiers, findings);
        verifier.verify(OcflArchiveFolder.of(archive, dossiers), (done, total) -> {}).findings().stream()
                .filter(fault -> fault.severity() == Severity.REJECT)
                .map(fault -> finding(
                        "C736_NOT_WHOLE",
                        fault.place().subject(),
                        fault.code() + " " + fault.place().file()))
                .forEach(findings::add);
        return findings;
    }

    private void inDisposal(Set<String> dossiers, List<Finding> findings) {
        for (DisposalCase disposal : cases.all()) {
            disposal.going().stream()
                    .filter(item -> dossiers.contains(item.dossierId()))
                    .forEach(item -> findings.add(finding("C734_IN_DISPOSAL", item.dossierId(), disposal.id())));
            String papers = new DossierKey.Disposal(disposal.id()).id();
            if (dossiers.contains(papers) && !OVER.contains(disposal.stage())) {
                findings.add(finding("C734_IN_DISPOSAL", papers, disposal.id()));
            }
        }
    }

    private void inPrint(Set<String> dossiers, List<Finding> findings) {
        Map<String, String> documents = new TreeMap<>();
        jdbc.sql(DOCUMENTS).param(dossiers.toArray(String[]::new)).query(row -> {
            documents.put(row.getString(1), row.getString(2));
        });
        runs.runsOf(List.copyOf(documents.keySet())).forEach((document, run) -> {
            boolean open = runs.find(run).filter(found -> !found.ended()).isPresent();
            Optional.ofNullable(documents.get(document))
                    .filter(dossier -> open)
                    .ifPresent(dossier -> findings.add(finding("C735_IN_PRINT", dossier, run)));
        });
    }

    private static Finding finding(String code, String dossier, String about) {
        return new Finding(code, Severity.REJECT, Place.ofSubject(dossier), "", List.of(dossier, about));
    }
}
