package nienkhoa.forms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** The pictures of one document, each written once. JPEG goes in as it is, anything else as pixels of 24 bits. */
final class Pictures {

    private static final int BYTE = 8;
    private static final int GREY = 1;
    private static final int RGB = 3;

    private final JasperReportsContext context;
    private final PdfObjects objects;

    /** Object numbers by the renderer's id, in the order of the pages. */
    private final Map<String, Integer> written = new LinkedHashMap<>();

    Pictures(JasperReportsContext context, PdfObjects objects) {
        this.context = context;
        this.objects = objects;
    }

    /** Width and height in pixels, in words; all that its place on the page depends on. */
    String size(@Nullable Renderable renderer) {
        if (renderer == null) {
            return "";
        }
        byte[] file = file(renderer);
        return Jpeg.of(file)
                .map(jpeg -> jpeg.width() + " " + jpeg.height())
                .orElseGet(() -> pixels(file).getWidth() + " " + pixels(file).getHeight());
    }

    /** Name in the pages' resources. */
    String name(Renderable renderer) {
        return "X" + written.computeIfAbsent(renderer.getId(), id -> write(file(renderer)));
    }

    /** The entry of the pages' resources; empty if there are no pictures. */
    String resources() {
        StringBuilder entry = new StringBuilder(written.isEmpty() ? "" : "/XObject<<");
        written.values().forEach(number -> entry.append("/X" + number + " " + number + " 0 R"));
        return entry.append(written.isEmpty() ? "" : ">>").toString();
    }

    private int write(byte[] file) {
        Optional<Jpeg> jpeg = Jpeg.of(file);
        if (jpeg.isEmpty()) {
            return writePixels(pixels(file));
        }
        int number = objects.number();
        String entries = entries(jpeg.get().width(), jpeg.get().height(), space(jpeg.get()));
        objects.stream(number, entries + "/Filter/DCTDecode", file, file.length);
        return number;
    }

    private String space(Jpeg jpeg) {
        String device = jpeg.components() == GREY ? "/DeviceGray" : "/DeviceRGB";
        if (jpeg.components() != GREY && jpeg.components() != RGB) {
            throw new IllegalArgumentException(jpeg.components() + " colours in a picture");
        }
        if (jpeg.profile().length == 0) {
            return device;
        }
        PdfBytes profile = new PdfBytes(jpeg.profile().length).add(jpeg.profile());
        int number = objects.deflated("/N " + jpeg.components() + "/Alternate" + device, profile);
        return "[/ICCBased " + number + " 0 R]";
    }

    private int writePixels(BufferedImage picture) {
        int[] line = new int[picture.getWidth()];
        PdfBytes pixels = new PdfBytes(picture.getWidth() * picture.getHeight() * RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, line.length, 1, line, 0, line.length);
            for (int pixel : line) {
                pixels.add(pixel >> (2 * BYTE)).add(pixel >> BYTE).add(pixel);
            }
        }
        return objects.deflated(entries(picture.getWidth(), picture.getHeight(), "/DeviceRGB"), pixels);
    }

    private static String entries(int width, int height, String space) {
        return "/Type/XObject/Subtype/Image/Width " + width + "/Height " + height + "/ColorSpace" + space
                + "/BitsPerComponent 8";
    }

    private byte[] file(Renderable renderer) {
        if (!(renderer instanceof DataRenderable data)) {
            throw new IllegalArgumentException("not the bytes of a picture: " + renderer.getClass());
        }
        try {
            return data.getData(context);
        } catch (JRException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage pixels(byte[] file) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
            if (picture == null) {
                throw new IllegalArgumentException("no picture");
            }
            return picture;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
