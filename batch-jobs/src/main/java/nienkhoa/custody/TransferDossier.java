package nienkhoa.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.GatePass;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.SourceFile;
import nienkhoa.custody.TransferPapers.Paper;
import nienkhoa.data.CanonicalJson;
import nienkhoa.forms.PdfaGate;

/** Keeps what a hand-over leaves at one side as a dossier of the archive: papers, the list by digests, the receipt. */
public final class TransferDossier {

    private final TransferPapers papers;
    private final Archivist archivist;
    private final PdfaGate gate;
    private final Path work;

    /** @param work a folder for what is on its way into the archive */
    public TransferDossier(TransferPapers papers, Archivist archivist, PdfaGate gate, Path work) {
        this.papers = papers;
        this.archivist = archivist;
        this.gate = gate;
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
        List<ArchiveDocument> documents = new ArrayList<>();
        made.forEach(paper -> documents.add(document(transfer, folder, paper)));
        List<SourceFile> files = new ArrayList<>();
        more.forEach((name, bytes) -> files.add(SourceFile.of(
                PackagePath.documentation(name), write(folder.resolve(name), bytes), CanonicalJson.sha256(bytes))));
        Dossier.Origin origin = new Dossier.Origin(organisation, DossierKey.Custody.RECORD_CLASS, "", transfer);
        ArchiveOutcome outcome =
                archivist.archive(new Dossier(new DossierKey.Custody(transfer), origin, documents, files));
        if (!outcome.findings().isEmpty()) {
            throw new IllegalStateException("the papers of " + transfer + " were not archived: " + outcome);
        }
    }

    private ArchiveDocument document(String transfer, Path folder, Paper paper) {
        String id = TransferPapers.paperId(transfer, paper.variant(), paper.copy());
        List<String> failed = gate.check(paper.pdf()).failedRules().stream()
                .map(String::valueOf)
                .toList();
        GatePass pass = Optional.of(failed)
                .filter(List::isEmpty)
                .flatMap(none -> GatePass.of(GatePass.PASS))
                .orElseThrow(() -> new IllegalStateException(id + " is no PDF/A: " + failed));
        byte[] data = paper.json().getBytes(StandardCharsets.UTF_8);
        return new ArchiveDocument(
                id,
                papers.edition(),
                paper.pages(),
                pass,
                ArchiveDocument.pdf(
                        id, write(folder.resolve(id + ".pdf"), paper.pdf()), CanonicalJson.sha256(paper.pdf())),
                ArchiveDocument.data(id, write(folder.resolve(id + ".json"), data), CanonicalJson.sha256(data)),
                Optional.empty());
    }

    private static Path write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
