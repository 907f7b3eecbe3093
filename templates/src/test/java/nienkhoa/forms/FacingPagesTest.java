package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nienkhoa.forms.FormRenderer.Outcome;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** A registry whose lines go on over two pages that lie open side by side. */
class FacingPagesTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();
    private static final Sample BOOK =
            Sample.of("student-registry", "book-a3", "facing-primary-with-photos-six-students");
    private static final Pattern NUMBER = Pattern.compile("\\d{4}");

    /** A number of the registry on a page, with how far from the left and from the top it stands. */
    private record Numbered(String number, int xPt, int yPt) {}

    @Test
    void rowsOfAPairAreTheSameStudentsAtTheSameHeight() throws IOException {
        try (PDDocument book = book()) {
            List<Numbered> left = numbers(book, 2);
            List<Numbered> right = numbers(book, 3);

            assertThat(left).extracting(Numbered::number).containsExactly("0001", "0002", "0003", "0004", "0005");
            assertThat(right).extracting(Numbered::number).containsExactly("0001", "0002", "0003", "0004", "0005");
            assertThat(left).extracting(Numbered::yPt).isEqualTo(yOf(right));
            assertThat(numbers(book, 4)).extracting(Numbered::number).containsExactly("0006");
            assertThat(numbers(book, 5)).extracting(Numbered::number).containsExactly("0006");
        }
    }

    @Test
    void pairsLieOpenBehindTheCoverAndAreBoundBetween() throws IOException {
        try (PDDocument book = book()) {
            assertThat(book.getNumberOfPages()).isEqualTo(6);
            assertThat(text(book, 1)).contains("Từ số 0001 đến số 0006");
            for (int page = 2; page <= 5; page++) {
                assertThat(text(book, page)).contains("Trang " + (page - 1)).contains("Tổng số học sinh trang này: ");
            }
            // The 20 mm to bind are on the right of a left page and on the left of a right page; else 10 mm.
            int further =
                    numbers(book, 3).get(0).xPt() - numbers(book, 2).get(0).xPt();
            assertThat(further).isEqualTo(29);
        }
    }

    private static PDDocument book() throws IOException {
        Outcome outcome =
                new FormRenderer(CATALOGUE).render(BOOK.edition(CATALOGUE), BOOK.variant(), BOOK.text(), BOOK::photo);
        return Loader.loadPDF(((Outcome.Rendered) outcome).pdf());
    }

    private static String text(PDDocument book, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(book);
    }

    private static List<Integer> yOf(List<Numbered> numbers) {
        return numbers.stream().map(Numbered::yPt).toList();
    }

    private static List<Numbered> numbers(PDDocument book, int page) throws IOException {
        List<Numbered> numbers = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> letters) {
                TextPosition first = letters.get(0);
                if (NUMBER.matcher(text).matches()) {
                    numbers.add(new Numbered(text, Math.round(first.getXDirAdj()), Math.round(first.getYDirAdj())));
                }
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(book);
        return numbers;
    }
}
