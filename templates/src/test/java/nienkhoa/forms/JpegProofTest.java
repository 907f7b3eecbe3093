package nienkhoa.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

class JpegProofTest {

    private final Random random = new Random(5);

    @Test
    void passesWholeFilesOfAnySizeInColourOrGrey() throws IOException {
        for (int i = 0; i < 60; i++) {
            byte[] file = jpeg(i % 3 == 0 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB, false);

            assertThat(JpegProof.isWhole(file)).isTrue();
            assertThat(isDecodedWithoutWarning(file)).isTrue();
        }
    }

    @Test
    void leavesProgressiveFilesToTheDecoder() throws IOException {
        assertThat(JpegProof.isWhole(jpeg(BufferedImage.TYPE_INT_RGB, true))).isFalse();
    }

    @Test
    void passesNoFileThatIsCutOff() throws IOException {
        byte[] file = jpeg(BufferedImage.TYPE_INT_RGB, false);
        for (int length = 0; length < file.length; length++) {
            assertThat(JpegProof.isWhole(Arrays.copyOf(file, length))).isFalse();
        }
    }

    @Test
    void passesNoDamagedFileThatTheDecoderWarnsOf() throws IOException {
        int damaged = 0;
        for (int i = 0; i < 800; i++) {
            byte[] file = jpeg(BufferedImage.TYPE_INT_RGB, false);
            int from = file.length / 3;
            int at = from + random.nextInt(file.length - from);
            file[at] = (byte) random.nextInt();
            if (JpegProof.isWhole(file)) {
                assertThat(isDecodedWithoutWarning(file)).as("byte " + at).isTrue();
            } else {
                damaged++;
            }
        }
        assertThat(damaged).isGreaterThan(100);
    }

    private byte[] jpeg(int type, boolean progressive) throws IOException {
        BufferedImage picture = new BufferedImage(17 + random.nextInt(60), 17 + random.nextInt(60), type);
        Graphics2D brush = picture.createGraphics();
        for (int i = 0; i < 20; i++) {
            brush.setColor(new Color(random.nextInt(0x1000000)));
            brush.fillOval(random.nextInt(60), random.nextInt(60), random.nextInt(40), random.nextInt(40));
        }
        brush.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.3f + random.nextFloat() * 0.7f);
        how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        writer.dispose();
        return file.toByteArray();
    }

    private static boolean isDecodedWithoutWarning(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        AtomicBoolean good = new AtomicBoolean(true);
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> good.set(false));
            reader.read(0);
        } catch (IOException | RuntimeException e) {
            return false;
        } finally {
            reader.dispose();
        }
        return good.get();
    }
}
