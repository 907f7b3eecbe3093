package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import nienkhoa.intake.PhotoFile.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoMetadataTest {

    private final byte[] jpeg = jpeg();
    private final byte[] png = png();

    @Test
    void leavesBarePictureAsItIs() {
        assertThat(bare(jpeg)).isEqualTo(jpeg);
        assertThat(bare(png)).isEqualTo(png);
    }

    @ParameterizedTest(name = "segment {0} {1}")
    @CsvSource({
        "E1, 'http://ns.adobe.com/xap/1.0/'",
        "E0, JFXX",
        "E2, MPF",
        "ED, Photoshop 3.0",
        "FE, Chụp tại nhà em",
    })
    void takesSegmentOut(String marker, String content) {
        byte[] written = withSegment(jpeg, Integer.parseInt(marker, 16), content.getBytes(StandardCharsets.UTF_8));

        assertThat(bare(written)).isEqualTo(jpeg);
    }

    @Test
    void keepsColourProfile() {
        byte[] written = withSegment(jpeg, 0xE2, "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(bare(written)).isEqualTo(written);
    }

    @Test
    void takesOutWhatFollowsTheEnd() {
        byte[] written = Arrays.copyOf(jpeg, jpeg.length + 100);

        assertThat(bare(written)).isEqualTo(jpeg);
    }

    @Test
    void takesTextOutOfPng() {
        byte[] written = withChunk(png, "tEXt", "Author\0Nguyễn Văn An".getBytes(StandardCharsets.UTF_8));

        assertThat(bare(withChunk(written, "eXIf", exif(1)))).isEqualTo(png);
    }

    @Test
    void readsOrientation() {
        assertThat(picture(withSegment(jpeg, 0xE1, exif(6))).orientation()).isEqualTo(6);
        assertThat(picture(withSegment(jpeg, 0xE1, exif(1))).isUpright()).isTrue();
        assertThat(picture(withChunk(png, "eXIf", Arrays.copyOfRange(exif(3), 6, exif(3).length)))
                        .orientation())
                .isEqualTo(3);
    }

    @Test
    void pictureWithoutMetadataShowsTheSame() throws IOException {
        byte[] written = withSegment(jpeg, 0xE1, exif(1));

        BufferedImage before = ImageIO.read(new ByteArrayInputStream(written));
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(bare(written)));

        assertThat(after.getRGB(0, 0, 30, 40, null, 0, 30)).isEqualTo(before.getRGB(0, 0, 30, 40, null, 0, 30));
    }

    @Test
    void refusesEveryFileThatBreaksOff() {
        for (int length = 0; length < jpeg.length; length += 7) {
            assertThat(PhotoMetadata.picture(Arrays.copyOf(jpeg, length))).isEmpty();
        }
        for (int length = 0; length < png.length; length += 7) {
            assertThat(PhotoMetadata.picture(Arrays.copyOf(png, length))).isEmpty();
        }
    }

    @Test
    void neverFailsOnDamagedFiles() {
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = (i % 2 == 0 ? withSegment(jpeg, 0xE1, exif(1)) : png).clone();
            for (int hit = 0; hit < 5; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(PhotoFile.read(damaged)).isNotNull();
        }
    }

    @Test
    void refusesPictureBombBeforeDecodingIt() {
        byte[] bomb = png.clone();
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(16, 30_000).putInt(20, 40_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        header.putInt(29, (int) crc.getValue());

        assertThat(PhotoFile.read(bomb)).isEqualTo(new Outcome.Refused("I190_PHOTO_TOO_LARGE"));
    }

    @Test
    void readsJpegAndPngAndNothingElse() throws IOException {
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 40, BufferedImage.TYPE_INT_RGB), "gif", gif);

        assertThat(PhotoFile.read(jpeg)).isInstanceOf(Outcome.Usable.class);
        assertThat(PhotoFile.read(png)).isInstanceOf(Outcome.Usable.class);
        assertThat(PhotoFile.read(gif.toByteArray())).isEqualTo(new Outcome.Refused("I032_PHOTO_UNREADABLE"));
        assertThat(PhotoFile.read(new byte[0])).isEqualTo(new Outcome.Refused("I032_PHOTO_UNREADABLE"));
    }

    private static PhotoMetadata.Picture picture(byte[] file) {
        return PhotoMetadata.picture(file).orElseThrow();
    }

    private static byte[] bare(byte[] file) {
        return picture(file).bytes();
    }

    private static byte[] jpeg() {
        try {
            return IntakeChecksTest.jpeg(IntakeChecksTest.face(Color.ORANGE, 90, 120), 0.8f);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] png() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(IntakeChecksTest.face(Color.ORANGE, 90, 120), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A JPEG file with one more segment right after its first marker. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + 4 + content.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A PNG file with one more chunk right after its header. */
    private static byte[] withChunk(byte[] png, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(png.length + 12 + content.length)
                .put(png, 0, 33)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    /** The content of an Exif segment that gives the orientation and where the picture was taken. */
    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4)
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(0)
                .putInt(0)
                .array();
    }
}
