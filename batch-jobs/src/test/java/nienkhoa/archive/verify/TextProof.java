package nienkhoa.archive.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Takes files for PDFs whose first line is their text and whose second line is their embedded data. */
public final class TextProof implements PdfProof {

    @Override
    public List<String> brokenPdfaRules(byte[] pdf) {
        return lines(pdf)[0].contains("broken") ? List.of("6.1.2-1") : List.of();
    }

    @Override
    public Optional<byte[]> embeddedData(byte[] pdf) {
        String[] lines = lines(pdf);
        return lines.length < 2 ? Optional.empty() : Optional.of(lines[1].getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String text(byte[] pdf) {
        return lines(pdf)[0];
    }

    private static String[] lines(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.UTF_8);
        if (!text.startsWith("PDF ")) {
            throw new IllegalArgumentException("not one of ours");
        }
        return text.split("\n");
    }
}
