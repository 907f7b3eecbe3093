package nienkhoa.imposition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A document that pages are taken from; open until the sheets are written. */
record Source(String name, String digest, PDDocument document) implements AutoCloseable {

    private static final float ROUNDING_POINTS = 3;
    private static final double MM_PER_POINT = 25.4 / 72;
    private static final int QUARTER_TURN = 90;

    /** @param number of the document among all, from 0 */
    static Source open(PrintFile file, int number) {
        try {
            PDDocument document = Loader.loadPDF(file.pdf());
            FontTags.settle(document, number);
            return new Source(file.name(), UUID.nameUUIDFromBytes(file.pdf()).toString(), document);
        } catch (IOException e) {
            throw new UnfitPrint(UnfitPrint.UNREADABLE_PDF, file.name());
        }
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** @param number from 1 */
    PDPage page(int number) {
        return document.getPage(number - 1);
    }

    /** As it is looked at, so turned if the page says so. */
    PDRectangle size(int number) {
        PDPage page = page(number);
        PDRectangle box = page.getCropBox();
        return page.getRotation() % (2 * QUARTER_TURN) == 0
                ? new PDRectangle(box.getWidth(), box.getHeight())
                : new PDRectangle(box.getHeight(), box.getWidth());
    }

    void checkA4() {
        for (int number = 1; number <= pages(); number++) {
            PDRectangle size = size(number);
            if (Math.abs(size.getWidth() - PDRectangle.A4.getWidth()) > ROUNDING_POINTS
                    || Math.abs(size.getHeight() - PDRectangle.A4.getHeight()) > ROUNDING_POINTS) {
                throw new UnfitPrint(
                        UnfitPrint.NOT_A4, name, Integer.toString(number), mm(size.getWidth()), mm(size.getHeight()));
            }
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String mm(float points) {
        return String.format(Locale.ROOT, "%.0f", points * MM_PER_POINT);
    }
}
