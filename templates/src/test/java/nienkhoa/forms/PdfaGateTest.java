package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nienkhoa.forms.PdfaGate.Verdict;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class PdfaGateTest {

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
    void refusesWhatIsNoPdf() {
        assertThat(gate.check("không phải PDF".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Verdict(false, java.util.List.of("unreadable")));
    }
}
