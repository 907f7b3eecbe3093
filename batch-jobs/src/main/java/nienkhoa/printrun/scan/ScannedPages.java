package nienkhoa.printrun.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.printrun.SeenSide;

/**
 * The pages of scanned files, read one after the other: PDF, TIFF, JPEG, PNG, known by their content. One page is in memory
 * at a time. What cannot be read is told, and the rest goes on.
 */
public final class ScannedPages {

    private static final int HEAD = 1024;

    private final List<SeenSide> sides = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final IntConsumer progress;

    private ScannedPages(IntConsumer progress) {
        this.progress = progress;
    }

    /** Where a page of a scan comes from: its file, and its number there, from 1. */
    public record Origin(Path file, int page) {}

    /**
     * A stack as the files show it.
     *
     * @param sides in the order of the files and their pages; a page that cannot be read has no code
     * @param origins of the sides, in the same order
     * @param findings about files and pages that cannot be read
     */
    public record Scan(List<SeenSide> sides, List<Origin> origins, List<Finding> findings) {

        public Scan {
            sides = List.copyOf(sides);
            origins = List.copyOf(origins);
            findings = List.copyOf(findings);
        }
    }

    /** Pages of one file. */
    interface Source {

        /** @throws IOException if the file as a whole cannot be read; what was taken before stays */
        void read(Path file, PageTaker taker) throws IOException;
    }

    /** Takes the pages of a file in their order. */
    interface PageTaker {

        /** A page that cannot be read throws, and the next one goes on. */
        void take(int page, Picture picture);
    }

    /** A page that is read when it is wanted, as it is looked at. */
    interface Picture {
        BufferedImage read() throws IOException;
    }

    /** @param progress is told the number of every page that was read */
    public static Scan read(List<Path> files, IntConsumer progress) {
        ScannedPages pages = new ScannedPages(progress);
        files.forEach(pages::file);
        return new Scan(pages.sides, pages.origins, pages.findings);
    }

    private void file(Path file) {
        int before = sides.size();
        try {
            Optional<Source> source = source(file);
            if (source.isEmpty()) {
                finding("P501_NO_SCAN", file, file.getFileName().toString());
                return;
            }
            source.get().read(file, (page, picture) -> page(file, page, picture));
        } catch (IOException | RuntimeException e) {
            int read = sides.size() - before;
            finding("P502_UNREADABLE_SCAN", file, file.getFileName().toString(), Integer.toString(read));
        }
    }

    private void page(Path file, int page, Picture picture) {
        int number = sides.size() + 1;
        origins.add(new Origin(file, page));
        try {
            sides.add(SheetReader.read(number, picture.read()));
        } catch (IOException | RuntimeException e) {
            sides.add(SeenSide.without(number, false));
            finding("P503_UNREADABLE_PAGE", file, file.getFileName().toString(), Integer.toString(page));
        }
        progress.accept(number);
    }

    private static Optional<Source> source(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.contains("%PDF-")) {
            return Optional.of(new PdfPages());
        }
        boolean picture = text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || text.startsWith("\u00ff\u00d8\u00ff")
                || text.startsWith("\u0089PNG");
        return picture ? Optional.of(new PicturePages()) : Optional.empty();
    }

    private void finding(String code, Path file, String... args) {
        Place place = Place.ofFile(file.toString());
        findings.add(new Finding(code, Severity.REJECT, place, "", List.of(args)));
    }
}
