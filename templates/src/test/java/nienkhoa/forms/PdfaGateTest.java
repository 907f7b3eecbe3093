package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nienkhoa.forms.PdfaGate.Verdict;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.junit.jupiter.api.Test;

class PdfaGateTest {

    private static final FilledSample TAGGED =
            FilledSample.of(FormCatalogue.bundled(), Sample.of("transcript-primary", "tt27-2020", "shortest"));

    private final PdfaGate gate = new PdfaGate();

    @Test
    void refusesPlainPdfAndNamesTheRules() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }

        Verdict verdict = gate.check(plain.toByteArray());

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.failedRules()).isNotEmpty().allMatch(rule -> rule.matches("6(\\.\\d+)+-\\d+"));
    }

    @Test
    void passesADocumentFromBeforeTheTags() {
        byte[] untagged = PdfMutations.damaged(TAGGED.pdf(), document -> {
            without(document, COSName.STRUCT_TREE_ROOT, COSName.MARK_INFO);
            document.getPages().forEach(page -> page.getCOSObject().removeItem(COSName.STRUCT_PARENTS));
            PDMetadata metadata = new PDMetadata(document);
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            metadata.importXMPMetadata(
                    xmp.replace("<pdfuaid:part>1</pdfuaid:part>", "").getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
        });

        assertThat(gate.check(untagged)).isEqualTo(new Verdict(true, List.of()));
    }

    @Test
    void refusesADocumentThatSaysItIsTaggedAndIsNot() {
        byte[] untagged = PdfMutations.damaged(TAGGED.pdf(), document -> without(document, COSName.STRUCT_TREE_ROOT));

        assertThat(gate.check(TAGGED.pdf())).isEqualTo(new Verdict(true, List.of()));
        assertThat(gate.check(untagged).failedRules()).isNotEmpty().allMatch(rule -> rule.startsWith("7."));
    }

    private static void without(PDDocument document, COSName... keys) {
        for (COSName key : keys) {
            document.getDocumentCatalog().getCOSObject().removeItem(key);
        }
    }

    @Test
    void refusesWhatIsNoPdf() {
        assertThat(gate.check("không phải PDF".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Verdict(false, List.of("unreadable")));
    }
}
