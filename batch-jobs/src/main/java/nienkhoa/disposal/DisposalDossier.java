package nienkhoa.disposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.GatePass;
import nienkhoa.data.CanonicalJson;
import nienkhoa.disposal.DisposalPapers.Paper;
import nienkhoa.forms.PdfaGate;

/** Keeps the papers of a case: in a folder to print and sign from, and as a dossier of the archive, a version a step. */
public final class DisposalDossier {

    private final DisposalPapers papers;
    private final Archivist archivist;
    private final PdfaGate gate;
    private final Path out;
    private final String office;

    /**
     * @param out people find the papers of each case in a folder below it
     * @param office the name of the office that keeps the archive
     */
    public DisposalDossier(DisposalPapers papers, Archivist archivist, PdfaGate gate, Path out, String office) {
        this.papers = papers;
        this.archivist = archivist;
        this.gate = gate;
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
        List<ArchiveDocument> documents = new ArrayList<>();
        for (Paper paper : papers.of(disposal)) {
            documents.add(document(disposal.id() + "-" + paper.variant(), folder, paper));
        }
        Dossier.Origin origin = new Dossier.Origin(office, DossierKey.Disposal.RECORD_CLASS, "", disposal.id());
        ArchiveOutcome outcome =
                archivist.archive(new Dossier(new DossierKey.Disposal(disposal.id()), origin, documents, List.of()));
        if (!outcome.findings().isEmpty()) {
            throw new IllegalStateException("the papers of " + disposal.id() + " were not archived: " + outcome);
        }
        return folder;
    }

    private ArchiveDocument document(String id, Path folder, Paper paper) {
        List<String> failed = gate.check(paper.pdf()).failedRules().stream()
                .map(String::valueOf)
                .toList();
        GatePass pass = Optional.of(failed)
                .filter(List::isEmpty)
                .flatMap(none -> GatePass.of(GatePass.PASS))
                .orElseThrow(() -> new IllegalStateException(id + " is no PDF/A: " + failed));
        byte[] data = paper.json().getBytes(StandardCharsets.UTF_8);
        Path pdf = write(folder.resolve(id + ".pdf"), paper.pdf());
        Path json = write(folder.resolve(id + ".json"), data);
        return new ArchiveDocument(
                id,
                DisposalPapers.FORM + "/" + papers.edition().edition(),
                paper.pages(),
                pass,
                ArchiveDocument.pdf(id, pdf, CanonicalJson.sha256(paper.pdf())),
                ArchiveDocument.data(id, json, CanonicalJson.sha256(data)),
                Optional.empty());
    }

    private static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, content);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
