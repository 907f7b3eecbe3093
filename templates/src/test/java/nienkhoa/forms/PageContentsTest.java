package nienkhoa.forms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contents of a page are read whole or refused, and lines that are known to be nothing but lines are read once. */
class PageContentsTest {

    private static final String WORDS = "/P <</MCID 0>>BDC\nBT\n1 2 Td(AB)Tj\nET\nEMC\n";
    private static final String LINES = "/Artifact BMC\n0.5 w 0 J[]0 d\n0 0 0 RG\n1 2 m 3 4 l S\nEMC\n";

    private final PDDocument document = new PDDocument();
    private final QuietContents quiet = new QuietContents();

    @AfterEach
    void close() throws IOException {
        document.close();
    }

    @Test
    void streamsOfAPageAreOneContent() throws IOException {
        assertThat(new String(PageContents.of(page(deflated("q"), deflated("Q"))), US_ASCII))
                .isEqualTo("q\nQ\n");
        assertThat(PageContents.of(new PDPage())).isEmpty();
    }

    @Test
    void linesAtTheEndAreNotReadTwice() throws IOException {
        List<String> words = operators(PageReader.Syntax.FULL, page(deflated(WORDS)));

        assertThat(operators(quiet, page(deflated(WORDS), deflated(LINES)))).isEqualTo(words);
        assertThat(operators(quiet, page(deflated(WORDS), deflated(LINES)))).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WORDS,
                "/Artifact BMC\nBT\n1 2 Td(AB)Tj\nET\nEMC\n",
                "/Artifact BMC\n/X1 Do\nEMC\n",
                "/Artifact BMC\n2 0 0 2 0 0 cm\n1 2 m 3 4 l S\nEMC\n",
                "/P <</MCID 1>>BDC\n1 2 m 3 4 l S\nEMC\n",
                "1 2 m 3 4 l S\n",
                "/Artifact BMC\n1 2 m 3 4 l S\n",
                "EMC\n",
                "/Artifact BMC\n1 2 m 3 4 l S\nEMC\n1 2",
                "",
            })
    void whatIsMoreThanLinesIsRead(String second) throws IOException {
        PDPage page = page(deflated(WORDS), deflated(second));

        assertThat(operators(quiet, page)).isEqualTo(operators(PageReader.Syntax.FULL, page));
    }

    @Test
    void linesInFrontOrAmongMoreStreamsAreRead() throws IOException {
        for (PDPage page : List.of(
                page(deflated(LINES), deflated(WORDS)), page(deflated(WORDS), deflated(LINES), deflated(LINES)))) {
            assertThat(operators(quiet, page)).isEqualTo(operators(PageReader.Syntax.FULL, page));
        }
    }

    /** PDFBox alone would show the beginning, or nothing, and say nothing. */
    @Test
    void aDamagedStreamIsRefused() throws IOException {
        operators(quiet, page(deflated(WORDS), deflated(LINES)));
        byte[] whole = PageContents.stored(deflated(LINES.repeat(20)));
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x55;

        for (byte[] stored : List.of(Arrays.copyOf(whole, whole.length - 5), damaged, new byte[9], new byte[0])) {
            PDPage page = page(deflated(WORDS), stored(stored));
            assertThatThrownBy(() -> operators(quiet, page)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> operators(PageReader.Syntax.FULL, page)).isInstanceOf(IOException.class);
        }
    }

    private static List<String> operators(PageReader.Syntax syntax, PDPage page) throws IOException {
        List<String> read = new ArrayList<>();
        Operators operators = syntax.of(page);
        while (operators.next()) {
            read.add(Operators.letters(operators.operator()) + operators.count());
        }
        return read;
    }

    private PDPage page(COSStream... contents) {
        PDPage page = new PDPage();
        page.setContents(Arrays.stream(contents).map(PDStream::new).toList());
        return page;
    }

    private COSStream deflated(String content) throws IOException {
        return new PDStream(document, new ByteArrayInputStream(content.getBytes(US_ASCII)), COSName.FLATE_DECODE)
                .getCOSObject();
    }

    private COSStream stored(byte[] bytes) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(bytes);
        }
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return stream;
    }
}
