package nienkhoa.custody;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.PaperDocuments;
import nienkhoa.archive.SourceFile;
import nienkhoa.custody.TransferPapers.Paper;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.PdfaGate;

/** Keeps what a hand-over leaves at one side as a dossier of the archive: papers, the list by digests, the receipt. */
public final class TransferDossier {

    private final TransferPapers papers;
    private final Archivist archivist;
    private final PaperDocuments documents;
    private final Path work;

    /** @param work a folder for what is on its way into the archive */
    public TransferDossier(TransferPapers papers, Archivist archivist, PdfaGate gate, Path work) {
        this.papers = papers;
        this.archivist = archivist;
        this.documents = new PaperDocuments(gate);
        this.work = work;
    }

    /**
     * Archives them; again without a change, nothing happens. What an earlier call brought stays.
     *
     * @param organisation whose archive it is
     * @param made the copies of that side
     * @param more files by name that are no papers
     */
    void keep(String transfer, String organisation, List<Paper> made, Map<String, byte[]> more) {
        Path folder = work.resolve(transfer);
        List<ArchiveDocument> archived = made.stream()
                .map(paper -> documents.document(
                        TransferPapers.paperId(transfer, paper.variant(), paper.copy()),
                        papers.edition(),
                        paper.pages(),
                        paper.pdf(),
                        paper.json(),
                        folder))
                .toList();
        List<SourceFile> files = new ArrayList<>();
        more.forEach((name, bytes) -> files.add(SourceFile.of(
                PackagePath.documentation(name),
                PaperDocuments.write(folder.resolve(name), bytes),
                CanonicalJson.sha256(bytes))));
        Dossier.Origin origin = new Dossier.Origin(organisation, DossierKey.Custody.RECORD_CLASS, "", transfer);
        ArchiveOutcome outcome =
                archivist.archive(new Dossier(new DossierKey.Custody(transfer), origin, archived, files));
        if (!outcome.findings().isEmpty()) {
            throw new IllegalStateException("the papers of " + transfer + " were not archived: " + outcome);
        }
    }
}
