package nienkhoa.printrun.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Files as scanners of offices write them. */
final class Scanners {

    private Scanners() {}

    /** Writes a picture into a document. */
    interface Writer {
        PDImageXObject write(PDDocument document, BufferedImage page) throws IOException;
    }

    static void addPage(PDDocument document, PDImageXObject picture) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(picture, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
    }

    /** Many pages in one TIFF, each compressed as fax machines do (ITU-T T.6). */
    static Path faxTiff(Path file, List<BufferedImage> bits) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType("CCITT T.6");
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : bits) {
                writer.writeToSequence(new IIOImage(page, null, null), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }

    /** JBIG2 (ITU-T T.88): one page with one region, coded as T.6 is. */
    static PDImageXObject jbig2(PDDocument document, BufferedImage bits) throws IOException {
        byte[] fax;
        try (InputStream in =
                CCITTFactory.createFromImage(document, bits).getCOSObject().createRawInputStream()) {
            fax = in.readAllBytes();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        segment(out, 0, 48, 19);
        size(out, bits);
        out.write(new byte[8]);
        out.writeByte(0);
        out.writeShort(0);
        segment(out, 1, 38, 18 + fax.length);
        size(out, bits);
        out.write(new byte[8]);
        out.writeByte(0);
        out.writeByte(1);
        out.write(fax);
        return picture(document, bytes.toByteArray(), COSName.JBIG2_DECODE, bits, 1);
    }

    private static void segment(DataOutputStream out, int number, int kind, int length) throws IOException {
        out.writeInt(number);
        out.writeByte(kind);
        out.writeByte(0);
        out.writeByte(1);
        out.writeInt(length);
    }

    private static void size(DataOutputStream out, BufferedImage page) throws IOException {
        out.writeInt(page.getWidth());
        out.writeInt(page.getHeight());
    }

    /** Says that it is JPEG 2000; what is in it nobody here reads. */
    static PDImageXObject jpeg2000(PDDocument document, BufferedImage page) throws IOException {
        return picture(document, new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' '}, COSName.JPX_DECODE, page, 8);
    }

    private static PDImageXObject picture(
            PDDocument document, byte[] content, COSName filter, BufferedImage page, int bits) throws IOException {
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(content),
                filter,
                page.getWidth(),
                page.getHeight(),
                bits,
                PDDeviceGray.INSTANCE);
    }
}
