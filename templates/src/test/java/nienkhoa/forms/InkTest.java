package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class InkTest {

    private static final int SIZE = 12;

    @Test
    void findsTextPrintedOverText() throws IOException {
        assertThat(Ink.overlaps(twoTexts(3))).isNotEmpty();
    }

    @Test
    void leavesLinesThatFollowEachOtherAlone() throws IOException {
        assertThat(Ink.overlaps(twoTexts(SIZE))).isEmpty();
    }

    /** @param down points from the first text to the second */
    private static byte[] twoTexts(int down) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.TIMES_ROMAN), SIZE);
                content.beginText();
                content.newLineAtOffset(100, 700);
                content.showText("Transcript");
                content.newLineAtOffset(0, -down);
                content.showText("Registry");
                content.endText();
            }
            document.save(pdf);
        }
        return pdf.toByteArray();
    }
}
