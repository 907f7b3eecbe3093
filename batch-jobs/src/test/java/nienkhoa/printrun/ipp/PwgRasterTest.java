package nienkhoa.printrun.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nienkhoa.printrun.PrintJob;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of pages are read back as a printer reads them (PWG 5102.4). */
class PwgRasterTest {

    @TempDir
    Path folder;

    /** A picture as a printer has it. */
    private record Picture(ByteBuffer header, byte[] dots) {

        int number(int at) {
            return header.getInt(at);
        }

        /** Where the black square of a side lies. */
        String corner() {
            int width = number(372);
            int height = number(376);
            int near = number(276) / 2;
            String vertical = dark(near, near) || dark(width - near, near) ? "top" : "bottom";
            boolean left = dark(near, near) || dark(near, height - near);
            return vertical + " " + (left ? "left" : "right");
        }

        private boolean dark(int x, int y) {
            return (dots[y * number(372) + x] & 0xff) < 50;
        }
    }

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(textBlock = """
            # sheet-back,  edge,      front,    back
            normal,        LONG,      top left, top left
            normal,        SHORT,     top left, top left
            flipped,       LONG,      top left, bottom left
            flipped,       SHORT,     top left, top right
            rotated,       LONG,      top left, bottom right
            rotated,       SHORT,     top left, top left
            manual-tumble, LONG,      top left, top left
            manual-tumble, SHORT,     top left, bottom right
            rotated,       ONE_SIDED, top left, top left
            """)
    void theBackOfASheetIsTurnedAsThePrinterNeedsIt(String sheetBack, Edge edge, String front, String back)
            throws IOException {
        List<Picture> pictures = pictures(TestJobs.job(folder, "j", Paper.A4, edge, 2), 100, sheetBack);

        assertThat(pictures).extracting(Picture::corner).containsExactly(front, back);
        assertThat(pictures).allMatch(picture -> picture.number(272) == (edge == Edge.ONE_SIDED ? 0 : 1));
        assertThat(pictures).allMatch(picture -> picture.number(368) == (edge == Edge.SHORT ? 1 : 0));
        assertThat(pictures.get(1).number(456)).isEqualTo(back.endsWith("right") ? -1 : 1);
        assertThat(pictures.get(1).number(460)).isEqualTo(back.startsWith("bottom") ? -1 : 1);
    }

    @Test
    void anA3PageLiesOnItsPaperAsItIsFed() throws IOException {
        Picture picture = pictures(TestJobs.job(folder, "j", Paper.A3, Edge.SHORT, 1), 300, "normal")
                .get(0);

        assertThat(picture.number(372)).as("dots across").isEqualTo(3507);
        assertThat(picture.number(376)).as("dots along").isEqualTo(4960);
        assertThat(picture.number(352)).as("points across").isEqualTo(842);
        assertThat(picture.number(400)).as("sgray").isEqualTo(18);
        byte[] name = new byte[16];
        picture.header().get(1732, name);
        assertThat(new String(name, StandardCharsets.US_ASCII)).isEqualTo("iso_a3_297x420mm");
        assertThat(picture.corner()).isEqualTo("top right");
    }

    @Test
    void linesOfAllKindsAreReadBack() throws IOException {
        Random dice = new Random(5);
        int width = 700;
        byte[] dots = new byte[width * 600];
        for (int y = 0; y < 600; y++) {
            int kind = y < 280 ? 0 : dice.nextInt(4);
            for (int x = 0; x < width; x++) {
                dots[y * width + x] = (byte)
                        switch (kind) {
                            case 0 -> 255;
                            case 1 -> dice.nextInt(256);
                            case 2 -> x / 200;
                            default -> x % 3 == 0 ? dice.nextInt(2) : 7;
                        };
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PwgLines.write(dots, width, out);

        assertThat(unpack(ByteBuffer.wrap(out.toByteArray()), width, 600)).isEqualTo(dots);
    }

    private static List<Picture> pictures(PrintJob job, int dpi, String sheetBack) throws IOException {
        try (PwgRaster raster = PwgRaster.of(job, dpi, sheetBack)) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(raster.file()));
            bytes.position(4);
            List<Picture> pictures = new ArrayList<>();
            while (bytes.hasRemaining()) {
                byte[] header = new byte[1796];
                bytes.get(header);
                ByteBuffer numbers = ByteBuffer.wrap(header);
                pictures.add(new Picture(numbers, unpack(bytes, numbers.getInt(372), numbers.getInt(376))));
            }
            return pictures;
        }
    }

    private static byte[] unpack(ByteBuffer in, int width, int height) {
        ByteBuffer dots = ByteBuffer.allocate(width * height);
        while (dots.hasRemaining()) {
            int lines = (in.get() & 0xff) + 1;
            byte[] line = line(in, width);
            for (int i = 0; i < lines; i++) {
                dots.put(line);
            }
        }
        return dots.array();
    }

    private static byte[] line(ByteBuffer in, int width) {
        ByteBuffer line = ByteBuffer.allocate(width);
        while (line.hasRemaining()) {
            int count = in.get() & 0xff;
            if (count < 128) {
                byte dot = in.get();
                for (int i = 0; i <= count; i++) {
                    line.put(dot);
                }
            } else {
                for (int i = count; i < 257; i++) {
                    line.put(in.get());
                }
            }
        }
        return line.array();
    }
}
