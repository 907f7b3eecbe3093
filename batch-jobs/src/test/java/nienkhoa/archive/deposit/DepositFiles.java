package nienkhoa.archive.deposit;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people hand them in, good and bad, made by the libraries that would read them. */
final class DepositFiles {

    private DepositFiles() {}

    private interface Writer {
        void write(ByteArrayOutputStream out) throws Exception;
    }

    static byte[] pdf(String words) {
        return bytes(out -> {
            try (PDDocument document = onePage(words)) {
                document.save(out);
            }
        });
    }

    /** Signed by nobody that can be trusted; it bears a signature all the same. */
    static byte[] signedPdf() {
        byte[] plain = pdf("signed");
        return bytes(out -> {
            try (PDDocument document = Loader.loadPDF(plain)) {
                PDSignature signature = new PDSignature();
                signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
                signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
                document.addSignature(signature, content -> new byte[] {1, 2, 3});
                document.saveIncremental(out);
            }
        });
    }

    static byte[] lockedPdf() {
        return bytes(out -> {
            try (PDDocument document = onePage("x")) {
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
                document.save(out);
            }
        });
    }

    static byte[] pdfWithScript() {
        return bytes(out -> {
            try (PDDocument document = onePage("x")) {
                document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                document.save(out);
            }
        });
    }

    static byte[] pdfThatStartsAProgram() {
        return bytes(out -> {
            try (PDDocument document = onePage("x")) {
                PDAnnotationLink link = new PDAnnotationLink();
                link.setAction(new PDActionLaunch());
                document.getPage(0).getAnnotations().add(link);
                document.save(out);
            }
        });
    }

    private static PDDocument onePage(String words) throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.newLineAtOffset(50, 700);
            content.showText(words);
            content.endText();
        }
        return document;
    }

    static byte[] docx(String words) {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.createParagraph().createRun().setText(words);
                document.write(out);
            }
        });
    }

    static byte[] docxWithMacro() {
        return bytes(out -> {
            try (XWPFDocument document = new XWPFDocument()) {
                document.getPackage()
                        .createPart(
                                PackagingURIHelper.createPartName("/word/vbaProject.bin"),
                                "application/vnd.ms-office.vbaProject")
                        .getOutputStream()
                        .close();
                document.write(out);
            }
        });
    }

    static byte[] xlsx() {
        return bytes(out -> {
            try (XSSFWorkbook book = new XSSFWorkbook()) {
                book.createSheet("1");
                book.write(out);
            }
        });
    }

    static byte[] xls() {
        return bytes(out -> {
            try (HSSFWorkbook book = new HSSFWorkbook()) {
                book.createSheet("1");
                book.write(out);
            }
        });
    }

    static byte[] lockedXlsx() {
        return bytes(out -> {
            try (POIFSFileSystem system = new POIFSFileSystem()) {
                var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
                encryptor.confirmPassword("secret");
                try (var inside = encryptor.getDataStream(system)) {
                    inside.write(xlsx());
                }
                system.writeFilesystem(out);
            }
        });
    }

    static byte[] picture(String format) {
        return bytes(out -> ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), format, out));
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
