package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import nienkhoa.forms.FormRenderer.Outcome;
import nienkhoa.forms.PdfaGate.Verdict;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampledGateTest {

    private static final FormCatalogue CATALOGUE = FormCatalogue.bundled();

    /** Its clock stands still: a busy machine must not refuse a sample. */
    private static final FormRenderer RENDERER = new FormRenderer(CATALOGUE, () -> 0);

    private static final PdfaGate FULL = new PdfaGate();

    private final List<byte[]> asked = new ArrayList<>();
    private final SampledGate gate = new SampledGate(pdf -> {
        asked.add(pdf);
        return new Verdict(asked.size() == 1, List.of());
    });

    @FunctionalInterface
    interface Defect {
        void plant(PDDocument document) throws IOException;
    }

    static Map<String, Defect> defects() {
        Map<String, Defect> defects = new TreeMap<>();
        defects.put("script", document -> document.getDocumentCatalog()
                .setOpenAction(new PDActionJavaScript("app.alert(1)")));
        defects.put(
                "no colour profile",
                document -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.OUTPUT_INTENTS));
        defects.put("no relation of the data", document -> attachment(document)
                .removeItem(COSName.getPDFName("AFRelationship")));
        defects.put(
                "no associated files",
                document -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.AF));
        defects.put("face not embedded", document -> descriptor(document).removeItem(COSName.FONT_FILE2));
        defects.put("other widths", document -> descendant(document).removeItem(COSName.W));
        defects.put("other metadata", document -> metadata(document, "<pdfaid:part>3", "<pdfaid:part>1"));
        defects.put("broken metadata", document -> metadata(document, "</dc:title>", ""));
        defects.put("transparent", SampledGateTest::addTransparency);
        defects.put("glyph that the face lacks", document -> append(document, "BT /F1 9 Tf <0FFF> Tj ET\n"));
        defects.put("unknown operator", document -> append(document, "zz\n"));
        defects.put("row with a cell too few", document -> StructureMutations.on(
                        "TR", row -> row.getCOSArray(COSName.K).remove(0))
                .to(document));
        defects.put("head of nothing", document -> StructureMutations.on("TH", head -> head.removeItem(COSName.A))
                .to(document));
        defects.put("text outside of marks", document -> StructureMutations.onContent(StructureMutations::unmarkLast)
                .to(document));
        defects.put(
                "no structure",
                document -> document.getDocumentCatalog().getCOSObject().removeItem(COSName.STRUCT_TREE_ROOT));
        defects.put("other colour space", document -> append(document, "0 0 0 1 k\n"));
        return defects;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defectNames")
    void asksVeraPdfAboutEveryShapeThatItHasNotPassed(String name) throws IOException {
        gate.check(planted(document -> {}));

        Verdict verdict = gate.check(planted(Objects.requireNonNull(defects().get(name))));

        assertThat(verdict.passed()).isFalse();
        assertThat(asked).hasSize(2);
    }

    static List<String> defectNames() {
        return List.copyOf(defects().keySet());
    }

    @Test
    void asksVeraPdfAboutFilesThatAreCutOff() {
        byte[] pdf = rendered("shortest");
        gate.check(pdf);

        gate.check(Arrays.copyOf(pdf, pdf.length - 8));
        gate.check("không phải PDF".getBytes(StandardCharsets.UTF_8));

        assertThat(asked).hasSize(3);
    }

    @Test
    void passesOtherDocumentsOfShapeThatVeraPdfHasPassed() {
        byte[] first = rendered("shortest");
        byte[] second = changed("shortest", "Nguyễn Thượng Hiền", "Trần Quốc Toản");

        gate.check(first);
        Verdict verdict = gate.check(second);

        assertThat(second).isNotEqualTo(first);
        assertThat(verdict.passed()).isTrue();
        assertThat(asked).hasSize(1);
        assertThat(FULL.check(second).failedRules()).isEmpty();
    }

    private static byte[] rendered(String sample) {
        return changed(sample, "", "");
    }

    private static byte[] changed(String name, String from, String to) {
        Sample sample = Sample.of("transcript-primary", "tt27-2020", name);
        String json = sample.text().replace(from, to);
        Outcome outcome = RENDERER.render(sample.edition(CATALOGUE), sample.variant(), json, sample::photo);
        return ((Outcome.Rendered) outcome).pdf();
    }

    private static byte[] planted(Defect defect) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(rendered("shortest"))) {
            defect.plant(document);
            document.save(out, CompressParameters.NO_COMPRESSION);
        }
        return out.toByteArray();
    }

    private static COSDictionary attachment(PDDocument document) {
        return (COSDictionary) document.getDocumentCatalog()
                .getCOSObject()
                .getCOSArray(COSName.AF)
                .getObject(0);
    }

    private static COSDictionary descendant(PDDocument document) {
        COSDictionary fonts = document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        COSArray descendants = fonts.getCOSDictionary(COSName.getPDFName("F1")).getCOSArray(COSName.DESCENDANT_FONTS);
        return (COSDictionary) descendants.getObject(0);
    }

    private static COSDictionary descriptor(PDDocument document) {
        return descendant(document).getCOSDictionary(COSName.FONT_DESC);
    }

    private static void metadata(PDDocument document, String from, String to) throws IOException {
        String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
        PDMetadata changed = new PDMetadata(document);
        changed.importXMPMetadata(xmp.replace(from, to).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(changed);
    }

    private static void addTransparency(PDDocument document) throws IOException {
        PDExtendedGraphicsState half = new PDExtendedGraphicsState();
        half.setNonStrokingAlphaConstant(0.5f);
        document.getPage(0).getResources().add(half);
    }

    private static void append(PDDocument document, String operators) throws IOException {
        PDPage page = document.getPage(0);
        PDStream contents = new PDStream(document);
        try (InputStream before = page.getContents();
                OutputStream out = contents.createOutputStream(COSName.FLATE_DECODE)) {
            before.transferTo(out);
            out.write(operators.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(contents);
    }
}
