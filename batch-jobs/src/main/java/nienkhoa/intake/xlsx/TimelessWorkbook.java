package nienkhoa.intake.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Quirk: fastexcel writes the time of writing into the file and into every entry of it, and comments in the order of
 * their objects' addresses and in boxes that show two lines of them.
 */
final class TimelessWorkbook {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private TimelessWorkbook() {}

    private static final Pattern NOTE =
            Pattern.compile("<comment ref=\"([A-Z]+)([0-9]+)\".*?</comment>", Pattern.DOTALL);
    private static final Pattern SHAPE = Pattern.compile(
            "<v:shape id=\"([^\"]*)\".*?<x:Row>([0-9]+)</x:Row><x:Column>([0-9]+)</x:Column>.*?</v:shape>",
            Pattern.DOTALL);

    /** Room for a sentence and what to do about it. */
    private static final int BOX_COLUMNS = 3;

    private static final int BOX_ROWS = 10;

    /** Copies a workbook, the same whenever it was written. */
    static void copy(Path timed, Path timeless) throws IOException {
        try (ZipFile in = ZipFile.builder().setPath(timed).get();
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(timeless)))) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                out.putNextEntry(copy);
                try (InputStream content = in.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        out.write(withoutTime(content.readAllBytes()));
                    } else if (entry.getName().startsWith("xl/comments")) {
                        out.write(sorted(content.readAllBytes(), NOTE, TimelessWorkbook::note));
                    } else if (entry.getName().endsWith(".vml")) {
                        out.write(sorted(content.readAllBytes(), SHAPE, TimelessWorkbook::shape));
                    } else {
                        content.transferTo(out);
                    }
                }
            }
        }
    }

    /** Puts the elements of a part in the order of their cells. */
    private static byte[] sorted(byte[] part, Pattern element, Function<MatchResult, Placed> place) {
        String text = new String(part, StandardCharsets.UTF_8);
        List<Placed> elements =
                element.matcher(text).results().map(place).sorted().toList();
        if (elements.isEmpty()) {
            return part;
        }
        String close = elements.get(0).close();
        StringBuilder sorted = new StringBuilder(text.length());
        sorted.append(text, 0, text.indexOf(elements.get(0).open()));
        elements.forEach(placed -> sorted.append(placed.xml()));
        return sorted.append(text, text.lastIndexOf(close) + close.length(), text.length())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Placed note(MatchResult note) {
        String column = "%3s".formatted(note.group(1));
        return new Placed(Integer.parseInt(note.group(2)), column, note.group(), "<comment ref=", "</comment>");
    }

    private static Placed shape(MatchResult shape) {
        String column = "%3s".formatted(Integer.toString(Integer.parseInt(shape.group(3)), 36));
        String id = "id=\"s" + shape.group(2) + "_" + shape.group(3) + "\"";
        int row = Integer.parseInt(shape.group(2));
        int left = Integer.parseInt(shape.group(3)) + 1;
        String anchor =
                "<x:Anchor>%d,10,%d,0,%d,0,%d,0</x:Anchor>".formatted(left, row, left + BOX_COLUMNS, row + BOX_ROWS);
        String xml = shape.group()
                .replace("id=\"" + shape.group(1) + "\"", id)
                .replaceFirst("<x:Anchor>.*?</x:Anchor>", anchor);
        return new Placed(row, column, xml, "<v:shape id=", "</v:shape>");
    }

    /** @param column such that columns further right compare as greater */
    private record Placed(int row, String column, String xml, String open, String close) implements Comparable<Placed> {

        @Override
        public int compareTo(Placed other) {
            return row != other.row ? Integer.compare(row, other.row) : column.compareTo(other.column);
        }
    }

    private static byte[] withoutTime(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created.*?</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
