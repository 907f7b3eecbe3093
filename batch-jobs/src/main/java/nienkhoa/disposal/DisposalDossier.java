package nienkhoa.disposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.PaperDocuments;
import nienkhoa.disposal.DisposalPapers.Paper;
import nienkhoa.forms.PdfaGate;

/** Keeps the papers of a case: in a folder to print and sign from, and as a dossier of the archive, a version a step. */
public final class DisposalDossier {

    private final DisposalPapers papers;
    private final Archivist archivist;
    private final PaperDocuments documents;
    private final Path out;
    private final String office;

    /**
     * @param out people find the papers of each case in a folder below it
     * @param office the name of the office that keeps the archive
     */
    public DisposalDossier(DisposalPapers papers, Archivist archivist, PdfaGate gate, Path out, String office) {
        this.papers = papers;
        this.archivist = archivist;
        this.documents = new PaperDocuments(gate);
        this.out = out;
        this.office = office;
    }

    /**
     * Renders and archives all papers of the case; again without a change, nothing happens.
     *
     * @return where the papers lie
     */
    public Path keep(DisposalCase disposal) {
        Path folder = out.resolve(disposal.id());
        String edition = DisposalPapers.FORM + "/" + papers.edition().edition();
        List<ArchiveDocument> made = new ArrayList<>();
        for (Paper paper : papers.of(disposal)) {
            String id = disposal.id() + "-" + paper.variant();
            made.add(documents.document(id, edition, paper.pages(), paper.pdf(), paper.json(), folder));
        }
        Dossier.Origin origin = new Dossier.Origin(office, DossierKey.Disposal.RECORD_CLASS, "", disposal.id());
        ArchiveOutcome outcome =
                archivist.archive(new Dossier(new DossierKey.Disposal(disposal.id()), origin, made, List.of()));
        if (!outcome.findings().isEmpty()) {
            throw new IllegalStateException("the papers of " + disposal.id() + " were not archived: " + outcome);
        }
        return folder;
    }
}
