package nienkhoa.archive.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.RememberingCatalogue;
import nienkhoa.archive.ocfl.OcflArchiveFolder;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.PhotoSource;
import nienkhoa.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real documents, made by the renderer and checked by veraPDF and PDFBox. */
class PdfVerificationTest {

    private static final String SAMPLE = "/forms/transcript-primary/tt27-2020/samples/transfer.json";
    private static final FormCatalogue FORMS = FormCatalogue.bundled();
    private static final FormRenderer RENDERER = new FormRenderer(FORMS);

    @TempDir
    Path home;

    @Test
    void renderedTranscriptIsSound() throws IOException {
        String data = sample();

        archive(data, render(data));

        assertThat(codes()).isEmpty();
    }

    @Test
    void namesTheTranscriptOfAnotherStudent() throws IOException {
        String data = sample();
        String other =
                data.replaceAll("(\"student\"\\s*:\\s*\\{[^}]*\"name\"\\s*:\\s*)\"[^\"]*\"", "$1\"Vũ Thị Khác\"");
        assertThat(other).isNotEqualTo(data);

        archive(data, render(other));

        assertThat(codes()).containsExactly("V313_EMBEDDED_DATA_DIFFERS", "V315_TEXT_MISSING");
    }

    @Test
    void namesAPdfThatIsNoPdfA() throws IOException {
        String data = sample();
        byte[] pdf = new String(render(data), StandardCharsets.ISO_8859_1)
                .replace("pdfaid", "pdfbid")
                .getBytes(StandardCharsets.ISO_8859_1);

        archive(data, pdf);

        assertThat(codes()).containsExactly("V311_NOT_PDFA");
    }

    private static String sample() throws IOException {
        try (InputStream in = FormCatalogue.class.getResourceAsStream(SAMPLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] render(String data) {
        FormRenderer.Outcome outcome = RENDERER.render(
                FORMS.inForce("transcript-primary", 2023, 4).orElseThrow(), "whole-book", data, PhotoSource.NONE);
        assertThat(outcome).isInstanceOf(FormRenderer.Outcome.Rendered.class);
        return ((FormRenderer.Outcome.Rendered) outcome).pdf();
    }

    private void archive(String data, byte[] pdf) {
        String id = DocumentData.read(data).documentId();
        ArchiveDocument document =
                new ArchiveFixture(home.resolve("out")).document(id, pdf, data.getBytes(StandardCharsets.UTF_8));
        try (OcflDossierStore store =
                OcflDossierStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31)) {
            new Archivist(store, new RememberingCatalogue(), ArchiveFixture.KEEP, ArchiveFixture.FRI_2024_05_31)
                    .archive(ArchiveFixture.dossier("run", List.of(document)));
        }
    }

    private List<String> codes() {
        return new Verifier(new FormsPdfProof(), 2)
                .verify(new OcflArchiveFolder(home.resolve("archive")), (done, total) -> {}).findings().stream()
                        .map(Finding::code)
                        .toList();
    }
}
