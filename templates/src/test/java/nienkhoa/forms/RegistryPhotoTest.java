package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nienkhoa.forms.FormRenderer.Outcome;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;

class RegistryPhotoTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final Sample BOOK = Sample.of("student-registry", "book-a3", "primary-with-photos-six-students");

    /** A photo is evidence: it must be the very JPEG that the school handed in. */
    @Test
    void putsThePhotosIntoThePdfAsTheyAre() throws IOException {
        Outcome outcome =
                new FormRenderer(CATALOGUE).render(BOOK.edition(CATALOGUE), BOOK.variant(), BOOK.text(), BOOK::photo);

        Set<String> expected = Node.parse(BOOK.text()).list("entries").stream()
                .map(entry -> entry.text("photo"))
                .filter(sha256 -> !sha256.isEmpty())
                .collect(Collectors.toSet());
        assertThat(expected).isNotEmpty();
        assertThat(photos(((Outcome.Rendered) outcome).pdf())).isEqualTo(expected);
    }

    /** SHA-256 of every JPEG stream of the pages, undecoded. */
    private static Set<String> photos(byte[] pdf) throws IOException {
        Set<String> found = new HashSet<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
                        COSStream stream = image.getCOSObject();
                        assertThat(stream.getFilters()).isEqualTo(COSName.DCT_DECODE);
                        found.add(Sha256.hex(stream.createRawInputStream().readAllBytes()));
                    }
                }
            }
        }
        return found;
    }
}
