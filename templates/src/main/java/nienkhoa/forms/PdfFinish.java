package nienkhoa.forms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * One pass over an exported PDF: attaches the data as an associated file (PDF/A-3, ISO 19005-3 section 6.8) and replaces
 * all that chance or the clock put in (dates, document id, prefixes of font subsets), so that the same data give the
 * same bytes.
 */
final class PdfFinish {

    /** Name of the attached data. */
    static final String DATA_FILE = "data.json";

    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);
    private static final DateTimeFormatter XMP_DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private PdfFinish() {}

    /** @param issued the day of issue; its midnight in Viet Nam becomes the creation date */
    static byte[] finish(byte[] pdf, byte[] json, LocalDate issued) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Calendar midnight = midnight(issued);
            PDDocumentCatalog catalog = document.getDocumentCatalog();
            catalog.setLanguage("vi-VN");
            setDates(document, midnight, XMP_DATE.format(issued.atStartOfDay().atOffset(HANOI)));
            attach(document, json, midnight);
            SubsetNames.settle(document);
            document.getDocument().getTrailer().removeItem(COSName.ID);
            document.setDocumentId(ByteBuffer.wrap(Sha256.digest(json)).getLong());
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + json.length);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Calendar midnight(LocalDate day) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("GMT+07:00"), Locale.ROOT);
        calendar.clear();
        calendar.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        return calendar;
    }

    private static void setDates(PDDocument document, Calendar when, String xmpWhen) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(when);
        information.setModificationDate(when);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        String xmp = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8)
                .replaceAll("(<xmp:(?:Create|Modify|Metadata)Date>)[^<]+", "$1" + xmpWhen);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    private static void attach(PDDocument document, byte[] json, Calendar when) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(json), COSName.FLATE_DECODE);
        file.setSubtype("application/json");
        file.setSize(json.length);
        file.setCreationDate(when);
        file.setModDate(when);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(DATA_FILE);
        specification.setFileUnicode(DATA_FILE);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.setFileDescription("Dữ liệu nguồn của văn bản");
        specification.getCOSObject().setName("AFRelationship", "Source");
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(DATA_FILE, specification));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
        names.setEmbeddedFiles(tree);
        catalog.setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification.getCOSObject());
        catalog.getCOSObject().setItem(COSName.AF, associated);
    }
}
