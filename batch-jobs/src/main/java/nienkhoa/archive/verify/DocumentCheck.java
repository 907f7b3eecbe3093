package nienkhoa.archive.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nienkhoa.archive.DossierManifest.DocumentLine;
import nienkhoa.archive.GatePass;
import nienkhoa.model.Finding;
import tools.jackson.core.JacksonException;

/** Checks one document: PDF/A, the data inside against the data beside, and the printed text against the data. */
final class DocumentCheck {

    private final PdfProof proof;

    DocumentCheck(PdfProof proof) {
        this.proof = proof;
    }

    List<Finding> of(String dossierId, DocumentLine line, Path pdf, Path data) {
        Findings findings = new Findings(dossierId, new ArrayList<>());
        if (GatePass.of(line.verdict()).isEmpty()) {
            findings.add("V310_NOT_PASSED", line.pdf().path(), line.verdict());
        }
        try {
            checkData(line, Files.readAllBytes(pdf), Files.readAllBytes(data), findings);
        } catch (IOException e) {
            findings.add("V309_FILE_UNREADABLE", line.pdf().path());
        }
        return findings.list();
    }

    private void checkData(DocumentLine line, byte[] pdf, byte[] data, Findings findings) {
        try {
            DocumentData content = DocumentData.read(new String(data, StandardCharsets.UTF_8));
            if (!content.documentId().equals(line.id())) {
                findings.add("V314_OTHER_DOCUMENT", line.data().path(), content.documentId());
            }
            checkPdf(line, pdf, data, content, findings);
        } catch (JacksonException e) {
            findings.add("V316_BAD_DATA_FILE", line.data().path());
        }
    }

    private void checkPdf(DocumentLine line, byte[] pdf, byte[] data, DocumentData content, Findings findings) {
        String path = line.pdf().path();
        try {
            List<String> broken = proof.brokenPdfaRules(pdf);
            if (!broken.isEmpty()) {
                findings.add("V311_NOT_PDFA", path, String.join(", ", broken));
            }
            Optional<byte[]> embedded = proof.embeddedData(pdf);
            if (embedded.isEmpty()) {
                findings.add("V312_NO_EMBEDDED_DATA", path);
            } else if (!Arrays.equals(embedded.get(), data)) {
                findings.add("V313_EMBEDDED_DATA_DIFFERS", path);
            }
            content.missingFrom(proof.text(pdf)).forEach(place -> findings.add("V315_TEXT_MISSING", path, place));
        } catch (RuntimeException e) {
            // Whatever a parser makes of a damaged file, what matters is that it could not be read.
            findings.add("V317_UNREADABLE_PDF", path);
        }
    }

    /** Findings of one dossier. */
    private record Findings(String dossierId, List<Finding> list) {
        void add(String code, String file, String... more) {
            list.add(Faults.fault(code, dossierId, file, more));
        }
    }
}
