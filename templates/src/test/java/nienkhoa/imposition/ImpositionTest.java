package nienkhoa.imposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import nienkhoa.forms.FormCatalogue;
import nienkhoa.forms.FormRenderer;
import nienkhoa.forms.FormRenderer.Outcome.Rendered;
import nienkhoa.forms.PdfaGate;
import nienkhoa.forms.PhotoSource;
import nienkhoa.imposition.Imposition.Imposed;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImpositionTest {

    private static final double A3_WIDTH = 1190.55;
    private static final double HALF = A3_WIDTH / 2;
    private static final double POINTS_PER_MM = 72 / 25.4;

    private static byte[] yearPages;

    @BeforeAll
    static void renderADocument() throws IOException {
        Path sample = Path.of("forms/transcript-primary/tt27-2020/samples/year-pages-grade-1.json");
        FormCatalogue catalogue = FormCatalogue.bundled();
        yearPages = ((Rendered) new FormRenderer(catalogue)
                        .render(
                                catalogue.inForce("transcript-primary", 2023, 1).orElseThrow(),
                                "year-pages",
                                Files.readString(sample).strip(),
                                PhotoSource.NONE))
                .pdf();
    }

    @Test
    void laysPagesOfABookOnBothHalvesOfASheet() throws IOException {
        Imposed imposed = Imposition.impose(List.of(document("a", 6)), new Way.Booklet(0, 0));

        assertThat(imposed.sheets()).isEqualTo(2);
        assertThat(halves(imposed.pdf())).containsExactly(" | a1", "a2 | ", "a6 | a3", "a4 | a5");
    }

    @Test
    void beginsEachDocumentOnANewSheet() throws IOException {
        List<PrintFile> two = List.of(document("a", 1), document("b", 3));

        assertThat(halves(Imposition.impose(two, new Way.TwoUp(10)).pdf()))
                .containsExactly("a1 | ", " | ", "b1 | b2", "b3 | ");
        assertThat(texts(Imposition.impose(two, new Way.Duplex()).pdf()))
                .containsExactly("a1", "", "b1", "b2", "b3", "");
    }

    @Test
    void movesPagesAwayFromTheFoldWithoutScalingThem() throws IOException {
        byte[] pdf =
                Imposition.impose(List.of(document("a", 2)), new Way.TwoUp(14)).pdf();

        List<TextPosition> letters = letters(pdf);
        double moved = 7 * POINTS_PER_MM;
        assertThat((double) letters.get(0).getX()).isCloseTo(100 - moved, within(0.1));
        assertThat((double) letters.get(2).getX()).isCloseTo(HALF + 100 + moved, within(0.2));
        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.getFontSizeInPt()).isEqualTo(12));
    }

    @Test
    void givesABlankBackTheSizeOfItsFront() throws IOException {
        PrintFile landscape = document("a", 1, new PDRectangle(1191, 842));

        try (PDDocument sheets =
                Loader.loadPDF(Imposition.impose(List.of(landscape, document("b", 1)), new Way.Duplex())
                        .pdf())) {
            assertThat(sheets.getPages())
                    .extracting(page -> page.getMediaBox().getWidth())
                    .containsExactly(1191f, 1191f, PDRectangle.A4.getWidth(), PDRectangle.A4.getWidth());
        }
    }

    @Test
    void keepsDocumentsVectorsAndArchivable() throws IOException {
        List<PrintFile> same = List.of(new PrintFile("một", yearPages), new PrintFile("hai", yearPages));

        Imposed imposed = Imposition.impose(same, new Way.TwoUp(10));

        assertThat(imposed.archivable()).isTrue();
        assertThat(new PdfaGate().check(imposed.pdf()).failedRules()).isEmpty();
        assertThat(text(imposed.pdf())).contains("Những năng lực đặc thù", "Hoàn thành tốt");
        try (PDDocument sheets = Loader.loadPDF(imposed.pdf());
                PDDocument one = Loader.loadPDF(yearPages)) {
            assertThat(faceFiles(sheets)).isEqualTo(2 * faceFiles(one));
            assertThat(images(sheets)).isEqualTo(2 * images(one));
        }
    }

    @Test
    void namesTheFacesOfEachDocumentDifferently() throws IOException {
        List<PrintFile> same = List.of(new PrintFile("một", yearPages), new PrintFile("hai", yearPages));

        try (PDDocument sheets =
                Loader.loadPDF(Imposition.impose(same, new Way.Duplex()).pdf())) {
            TreeSet<String> tags = new TreeSet<>();
            for (COSStream form : streams(sheets, COSName.FORM)) {
                form.getCOSDictionary(COSName.RESOURCES)
                        .getCOSDictionary(COSName.FONT)
                        .getValues()
                        .forEach(font -> tags.add(((org.apache.pdfbox.cos.COSDictionary)
                                        ((org.apache.pdfbox.cos.COSObject) font).getObject())
                                .getNameAsString(COSName.BASE_FONT)
                                .substring(0, 4)));
            }
            assertThat(tags).containsExactly("AAAA", "AAAB");
        }
    }

    @Test
    void makesTheSameBytesAgain() throws IOException {
        List<PrintFile> files = List.of(new PrintFile("một", yearPages));

        assertThat(Imposition.impose(files, new Way.Booklet(10, 0)).pdf())
                .isEqualTo(Imposition.impose(files, new Way.Booklet(10, 0)).pdf());
    }

    @Test
    void claimsNoArchiveFileOfOneThatIsNone() throws IOException {
        List<PrintFile> mixed = List.of(new PrintFile("một", yearPages), document("a", 1));

        Imposed imposed = Imposition.impose(mixed, new Way.Duplex());

        assertThat(imposed.archivable()).isFalse();
        try (PDDocument sheets = Loader.loadPDF(imposed.pdf())) {
            assertThat(sheets.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    @Test
    void refusesPagesThatAreNotHalfASheetAndFilesThatAreNoPdf() {
        assertThatThrownBy(() -> Imposition.impose(List.of(document("a", 1, PDRectangle.A5)), new Way.Booklet(0, 0)))
                .isInstanceOfSatisfying(
                        UnfitPrint.class, unfit -> assertThat(unfit.args()).containsExactly("a", "1", "148", "210"));
        assertThatThrownBy(() -> Imposition.impose(List.of(new PrintFile("x", new byte[3])), new Way.Duplex()))
                .isInstanceOfSatisfying(
                        UnfitPrint.class, unfit -> assertThat(unfit.code()).isEqualTo(UnfitPrint.UNREADABLE_PDF));
    }

    private static PrintFile document(String name, int pages) throws IOException {
        return document(name, pages, PDRectangle.A4);
    }

    /** Each page says its name and number, 100 points from the left. */
    private static PrintFile document(String name, int pages, PDRectangle size) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(size);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(100, 100);
                    content.showText(name + number);
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new PrintFile(name, out.toByteArray());
        }
    }

    private static List<String> halves(byte[] pdf) throws IOException {
        List<String> halves = new ArrayList<>();
        try (PDDocument sheets = Loader.loadPDF(pdf)) {
            for (PDPage side : sheets.getPages()) {
                assertThat((double) side.getMediaBox().getWidth()).isCloseTo(A3_WIDTH, within(0.01));
                PDFTextStripperByArea stripper = new PDFTextStripperByArea();
                stripper.addRegion("left", new Rectangle2D.Double(0, 0, HALF, A3_WIDTH));
                stripper.addRegion("right", new Rectangle2D.Double(HALF, 0, HALF, A3_WIDTH));
                stripper.extractRegions(side);
                halves.add(stripper.getTextForRegion("left").strip() + " | "
                        + stripper.getTextForRegion("right").strip());
            }
        }
        return halves;
    }

    private static List<String> texts(byte[] pdf) throws IOException {
        List<String> texts = new ArrayList<>();
        try (PDDocument sheets = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= sheets.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                texts.add(stripper.getText(sheets).strip());
            }
        }
        return texts;
    }

    private static String text(byte[] pdf) throws IOException {
        return String.join("\n", texts(pdf));
    }

    private static List<TextPosition> letters(byte[] pdf) throws IOException {
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument sheets = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    letters.addAll(positions);
                }
            }.getText(sheets);
        }
        return letters;
    }

    private static int faceFiles(PDDocument document) {
        return (int) document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                .filter(object -> object instanceof org.apache.pdfbox.cos.COSDictionary dictionary
                        && dictionary.containsKey(COSName.FONT_FILE2))
                .count();
    }

    private static int images(PDDocument document) {
        return streams(document, COSName.IMAGE).size();
    }

    private static List<COSStream> streams(PDDocument document, COSName subtype) {
        return document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key).getObject())
                .filter(COSStream.class::isInstance)
                .map(COSStream.class::cast)
                .filter(stream -> subtype.equals(stream.getCOSName(COSName.SUBTYPE)))
                .toList();
    }
}
