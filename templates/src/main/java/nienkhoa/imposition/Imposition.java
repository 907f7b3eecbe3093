package nienkhoa.imposition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.util.Matrix;

/**
 * Lays the pages of documents on sheets. Each page becomes one form object of its own content, so text stays text, lines
 * stay lines and a document's faces are written once. What is attached to the documents stays behind.
 */
public final class Imposition {

    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final PDDocument sheets;
    private final LayerUtility layers;
    private final Way way;

    private Imposition(PDDocument sheets, Way way) {
        this.sheets = sheets;
        this.layers = new LayerUtility(sheets);
        this.way = way;
    }

    /**
     * What goes to the printer.
     *
     * @param pdf of the sides in the order of printing, two for each sheet
     * @param pages of the documents, without blank ones
     * @param sides of each document, in their order
     * @param archivable whether it is still PDF/A-3b, as it is if all documents are
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Imposed(byte[] pdf, int documents, int pages, int sheets, List<Integer> sides, boolean archivable) {}

    /**
     * Lays documents on sheets, each beginning on a new one. The same documents give the same bytes.
     *
     * @throws UnfitPrint if a file is no PDF or has pages of another size than the way is for
     */
    public static Imposed impose(List<PrintFile> files, Way way) {
        List<Source> sources = new ArrayList<>();
        try (PDDocument sheets = new PDDocument()) {
            for (PrintFile file : files) {
                sources.add(Source.open(file, sources.size()));
            }
            Imposition imposition = new Imposition(sheets, way);
            for (Source source : sources) {
                imposition.lay(source);
            }
            boolean archivable = Archivable.carryOver(sources, sheets);
            int pages = sources.stream().mapToInt(Source::pages).sum();
            int printed = sheets.getNumberOfPages() / 2;
            List<Integer> sides = sources.stream()
                    .map(source -> way.sides(source.pages()).size())
                    .toList();
            return new Imposed(imposition.bytes(sources), sources.size(), pages, printed, sides, archivable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sources.forEach(Source::close);
        }
    }

    private void lay(Source source) throws IOException {
        if (way.across() > 1) {
            source.checkA4();
        }
        for (List<Integer> side : way.sides(source.pages())) {
            lay(source, side);
        }
    }

    private void lay(Source source, List<Integer> side) throws IOException {
        PDRectangle sheet = sheet(source, side);
        PDPage page = new PDPage(sheet);
        sheets.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(sheets, page)) {
            for (int place = 0; place < side.size(); place++) {
                if (side.get(place) != PageOrder.BLANK) {
                    PDFormXObject form = layers.importPageAsForm(source.document(), source.page(side.get(place)));
                    content.saveGraphicsState();
                    content.transform(position(source.size(side.get(place)), sheet, place));
                    content.drawForm(form);
                    content.restoreGraphicsState();
                }
            }
        }
    }

    private Matrix position(PDRectangle page, PDRectangle sheet, int place) {
        float y = (sheet.getHeight() - page.getHeight()) / 2;
        if (way.across() == 1) {
            return Matrix.getTranslateInstance(0, y);
        }
        float fold = sheet.getWidth() / 2;
        float outwards = (float) way.gutterMm() * POINTS_PER_MM / 2;
        float x = place == 0 ? fold - outwards - page.getWidth() : fold + outwards;
        return Matrix.getTranslateInstance(x, y);
    }

    /** Two A4 pages make an A3 sheet; a blank back is as large as the front before it. */
    private PDRectangle sheet(Source source, List<Integer> side) {
        if (way.across() > 1) {
            return new PDRectangle(2 * PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
        return source.size(side.get(0) == PageOrder.BLANK ? source.pages() : side.get(0));
    }

    private byte[] bytes(List<Source> sources) throws IOException {
        PDViewerPreferences print =
                new PDViewerPreferences(sheets.getDocumentCatalog().getCOSObject());
        print.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        boolean landscape = sheets.getNumberOfPages() > 0
                && sheets.getPage(0).getMediaBox().getWidth()
                        > sheets.getPage(0).getMediaBox().getHeight();
        print.setDuplex(
                landscape
                        ? PDViewerPreferences.DUPLEX.DuplexFlipShortEdge
                        : PDViewerPreferences.DUPLEX.DuplexFlipLongEdge);
        sheets.setDocumentId(id(sources));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.save(out);
        return out.toByteArray();
    }

    private static long id(List<Source> sources) {
        StringBuilder all = new StringBuilder();
        sources.forEach(source -> all.append(source.digest()).append('\n'));
        return UUID.nameUUIDFromBytes(all.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }
}
