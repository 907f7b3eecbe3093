package nienkhoa.app;

import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nienkhoa.forms.PagePictures;
import nienkhoa.forms.PagePictures.Compared;

/** Compares documents of the same name page by page and shows where they differ. */
final class ComparedPages {

    private static final Pattern WRITTEN = Pattern.compile("\\d{3,}-(old|new|marked)\\.png");
    private static final byte[] NONE = {};

    private ComparedPages() {}

    /**
     * A page of two documents.
     *
     * @param number from 1
     * @param pixels that differ; all of a page without a counterpart
     * @param pictures old, new, marked as PNG if it differs, else none
     */
    record Page(String document, int number, long pixels, List<byte[]> pictures) {

        boolean differs() {
            return pixels > 0;
        }
    }

    static List<Page> of(SortedMap<String, byte[]> old, SortedMap<String, byte[]> young) {
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(young.keySet());
        List<Page> pages = new ArrayList<>();
        for (String name : names) {
            List<BufferedImage> before = pictures(name, old.getOrDefault(name, NONE));
            List<BufferedImage> after = pictures(name, young.getOrDefault(name, NONE));
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                pages.add(page(name, i + 1, at(before, i), at(after, i)));
            }
        }
        return pages;
    }

    private static Page page(String name, int number, BufferedImage before, BufferedImage after) {
        Compared compared = PagePictures.compare(before, after);
        List<byte[]> pictures = compared.differing() == 0
                ? List.of()
                : List.of(PagePictures.png(before), PagePictures.png(after), PagePictures.png(compared.marked()));
        return new Page(name, number, compared.differing(), pictures);
    }

    private static List<BufferedImage> pictures(String name, byte[] pdf) {
        try {
            return pdf.length == 0 ? List.of() : PagePictures.of(pdf);
        } catch (UncheckedIOException e) {
            throw Problem.wrongUse("P101_UNREADABLE_PDF", name);
        }
    }

    /** Where there is no such page, one pixel of nothing. */
    private static BufferedImage at(List<BufferedImage> pages, int index) {
        return index < pages.size() ? pages.get(index) : new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
    }

    /** @return the page to open */
    static Path write(List<Page> pages, Path folder, Path old, Path young, Console console) {
        OutFolder.empty(folder, WRITTEN);
        Html index = new Html(console.text("LANGUAGE"), console.text("COMPARE_TITLE"));
        index.text(console.text("COMPARE_OF", old.toString(), young.toString()));
        index.table(table(pages, console));
        int number = 0;
        for (Page page : pages) {
            if (page.differs()) {
                number++;
                index.heading(console.text("COMPARE_PAGE", page.document(), Integer.toString(page.number())));
                index.text(console.text("COMPARE_PIXELS", Long.toString(page.pixels())));
                index.pictures("side", pictures(page, number, folder));
            }
        }
        Path file = folder.resolve("index.html");
        OutFolder.write(file, index.end().getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static List<String> pictures(Page page, int number, Path folder) {
        List<String> files = new ArrayList<>();
        for (String which : List.of("old", "new", "marked")) {
            String file = "%03d-%s.png".formatted(number, which);
            OutFolder.write(folder.resolve(file), page.pictures().get(files.size()));
            files.add(file);
        }
        return files;
    }

    private static List<List<String>> table(List<Page> pages, Console console) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                console.text("COMPARE_DOCUMENT"), console.text("COMPARE_NUMBER"), console.text("COMPARE_DIFFERING")));
        pages.forEach(page ->
                rows.add(List.of(page.document(), Integer.toString(page.number()), Long.toString(page.pixels()))));
        return rows;
    }
}
