package nienkhoa.forms;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Proves that a page of the PDF shows what was filled and nothing else: every text whole, in its face, within its own
 * rectangle, and every picture.
 */
final class PageProof {

    private final Expected expected;
    private final JasperReportsContext context;

    /** How many characters of each expected text were seen. */
    private final int[] seen;

    /** The same without spaces. */
    private final int[] lettersSeen;

    private final boolean[] drawn;
    private int last;

    private PageProof(Expected expected, JasperReportsContext context) {
        this.expected = expected;
        this.context = context;
        this.seen = new int[expected.texts().size()];
        this.lettersSeen = new int[expected.texts().size()];
        this.drawn = new boolean[expected.pictures().size()];
    }

    /** The key of the first text or picture that is not as it should be; empty if all are. */
    static Optional<String> firstFault(Expected expected, PageReader page, JasperReportsContext context)
            throws IOException {
        PageProof proof = new PageProof(expected, context);
        for (PageReader.Shown shown : page.texts()) {
            if (!proof.isExpected(shown)) {
                return Optional.of(proof.nearest(shown));
            }
        }
        for (PageReader.Image image : page.images()) {
            if (!proof.isExpected(image)) {
                return Optional.of("picture");
            }
        }
        return proof.firstUnseen();
    }

    private boolean isExpected(PageReader.Shown shown) {
        String text = Expected.spaced(shown.face().text(shown.codes()));
        if (text.isEmpty()) {
            return true;
        }
        char face = shown.face().face();
        float y = expected.height() - shown.y();
        List<Expected.Text> texts = expected.texts();
        for (int step = 0; step < texts.size(); step++) {
            int at = (last + step) % texts.size();
            if (texts.get(at).box().holds(shown.x(), y) && continues(at, text, face)) {
                last = at;
                return true;
            }
        }
        return false;
    }

    private boolean continues(int at, String text, char face) {
        Expected.Text whole = expected.texts().get(at);
        int from = seen[at] < whole.text().length() && whole.text().charAt(seen[at]) == ' ' ? seen[at] + 1 : seen[at];
        if (!whole.text().startsWith(text, from)) {
            return false;
        }
        int letters = letters(text);
        if (whole.face(lettersSeen[at]) != face || whole.face(lettersSeen[at] + letters - 1) != face) {
            return false;
        }
        seen[at] = from + text.length();
        lettersSeen[at] += letters;
        return true;
    }

    private static int letters(String text) {
        int spaces = 0;
        for (int i = 0; i < text.length(); i++) {
            spaces += text.charAt(i) == ' ' ? 1 : 0;
        }
        return text.length() - spaces;
    }

    private boolean isExpected(PageReader.Image image) throws IOException {
        for (int i = 0; i < drawn.length; i++) {
            Expected.Picture picture = expected.pictures().get(i);
            if (!drawn[i]
                    && picture.box().holds(image.x(), expected.height() - image.y())
                    && isPicture(picture, image.stream())) {
                drawn[i] = true;
                return true;
            }
        }
        return false;
    }

    /** A JPEG has to be there byte for byte; other pictures are stored in another way than they came. */
    private boolean isPicture(Expected.Picture picture, COSStream stream) throws IOException {
        if (!COSName.DCT_DECODE.equals(stream.getFilters()) || !(picture.picture() instanceof DataRenderable data)) {
            return true;
        }
        try (var raw = stream.createRawInputStream()) {
            return Arrays.equals(raw.readAllBytes(), data.getData(context));
        } catch (JRException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> firstUnseen() {
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] < expected.texts().get(i).text().length()) {
                return Optional.of(expected.texts().get(i).key());
            }
        }
        for (int i = 0; i < drawn.length; i++) {
            if (!drawn[i] && expected.pictures().get(i).picture() != null) {
                return Optional.of("picture");
            }
        }
        return Optional.empty();
    }

    /** The element that a text stands in, though it does not belong there. */
    private String nearest(PageReader.Shown shown) {
        return expected.texts().stream()
                .filter(text -> text.box().holds(shown.x(), expected.height() - shown.y()))
                .findFirst()
                .map(Expected.Text::key)
                .orElse("");
    }
}
