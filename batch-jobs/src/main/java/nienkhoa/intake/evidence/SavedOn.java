package nienkhoa.intake.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The day on which an Office workbook says that it was last saved (ECMA-376 part 2, core properties). */
public final class SavedOn {

    /** The part is some hundred bytes long; whoever makes it longer is not read to the end. */
    private static final int MOST_BYTES = 1 << 14;

    private static final Pattern DAY =
            Pattern.compile("<dcterms:(modified|created)[^>]{0,200}>\\s*(\\d{4}-\\d{2}-\\d{2})");

    private SavedOn() {}

    /** Empty if the file is none, is damaged or does not say. */
    public static Optional<LocalDate> of(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry properties = zip.getEntry("docProps/core.xml");
            if (properties == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(properties)) {
                return day(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            // a weak hint that is not there
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String properties) {
        Optional<LocalDate> day = Optional.empty();
        Matcher found = DAY.matcher(properties);
        while (found.find()) {
            if (day.isEmpty() || found.group(1).equals("modified")) {
                day = Optional.of(LocalDate.parse(found.group(2)));
            }
        }
        return day;
    }
}
