package nienkhoa.printrun;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nienkhoa.imposition.Imposition;
import nienkhoa.imposition.PrintFile;
import nienkhoa.printrun.PrintableDocuments.BundlePaper;
import nienkhoa.printrun.SheetJob.Content;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes the files of jobs in a folder of their own for each run, which is removed when the run ends. */
public final class SheetFiles implements JobFiles, RunPlanner.PaperShelf {

    private static final String PAPERS = "papers";

    private final Path home;
    private final Path folder;
    private final PrintableDocuments documents;
    private final PrintPolicy policy;

    /**
     * @param home what sources of papers are relative to
     * @param folder in it, for the files of runs
     */
    public SheetFiles(Path home, Path folder, PrintableDocuments documents, PrintPolicy policy) {
        this.home = home;
        this.folder = folder;
        this.documents = documents;
        this.policy = policy;
    }

    @Override
    public String put(String run, int bundle, BundlePaper paper, byte[] pdf) {
        Path file = folder.resolve(run).resolve(PAPERS).resolve("%03d-%s.pdf".formatted(bundle, paper));
        write(file, pdf);
        return home.relativize(file).toString().replace('\\', '/');
    }

    /** Stamped if the bundle has codes. */
    @Override
    public byte[] pdf(String run, List<SheetJob.Sheet> sheets) {
        Map<String, Content> contents = new LinkedHashMap<>();
        sheets.forEach(sheet -> contents.put(sheet.content().documentId(), sheet.content()));
        SheetJob.Sheet first = sheets.get(0);
        Imposition.Imposed imposed = Imposition.impose(
                contents.values().stream().map(this::file).toList(),
                Sheeting.way(first.content().way()));
        List<SheetCode> codes =
                sheets.stream().flatMap(sheet -> sheet.codes(run).stream()).toList();
        try (PDDocument document = Loader.loadPDF(imposed.pdf())) {
            keepOnly(document, wanted(List.copyOf(contents.keySet()), imposed.sides(), sheets));
            if (first.coded()) {
                SheetStamp.draw(
                        document, codes, policy.of(first.content().form()).corners());
            }
            document.setDocumentId((long) codes.hashCode());
            ByteArrayOutputStream out = new ByteArrayOutputStream(imposed.pdf().length);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PrintFile file(Content content) {
        byte[] pdf = documents
                .read(content.source(), content.sha256())
                .orElseThrow(() -> new PrintRefused("P405_DOCUMENT_CHANGED", content.documentId()));
        return new PrintFile(content.documentId(), pdf);
    }

    /** Which sides of all documents laid on sheets, counted from 0, are those of the job. */
    private static Set<Integer> wanted(List<String> documents, List<Integer> sides, List<SheetJob.Sheet> sheets) {
        Map<String, Integer> begin = new HashMap<>();
        int before = 0;
        for (int i = 0; i < documents.size(); i++) {
            begin.put(documents.get(i), before);
            before += sides.get(i);
        }
        Set<Integer> wanted = new HashSet<>();
        for (SheetJob.Sheet sheet : sheets) {
            int perSheet = sheet.print().sides();
            int first = Objects.requireNonNull(begin.get(sheet.content().documentId()));
            int at = first + (sheet.ofDocument() - 1) * perSheet;
            for (int side = 0; side < perSheet; side++) {
                wanted.add(at + side);
            }
        }
        return wanted;
    }

    private static void keepOnly(PDDocument document, Set<Integer> wanted) {
        for (int page = document.getNumberOfPages() - 1; page >= 0; page--) {
            if (!wanted.contains(page)) {
                document.removePage(page);
            }
        }
    }

    @Override
    public Path write(SheetJob job, byte[] pdf) {
        return write(folder.resolve(job.run()).resolve(job.name() + ".pdf"), pdf);
    }

    private static Path write(Path file, byte[] content) {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.createDirectories(file.getParent());
            Files.write(draft, content);
            return Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @Override
    public void drop(SheetJob job) {
        try {
            Files.deleteIfExists(folder.resolve(job.run()).resolve(job.name() + ".pdf"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the papers of a bundle, and files of jobs that were not handed over; those are made again when they are sent. */
    public void forget(String run, int bundle) {
        Path files = folder.resolve(run);
        String paper = "%03d-".formatted(bundle);
        try {
            removeFiles(files, name -> name.endsWith(".pdf"));
            removeFiles(files.resolve(PAPERS), name -> name.startsWith(paper));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeFiles(Path folder, Predicate<String> which) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    if (which.test(file.getFileName().toString())) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** Removes everything of runs that are not among these: ended ones, and what a killed opening left. */
    public void keepOnly(Set<String> runs) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            for (Path run : found.toList()) {
                if (!runs.contains(run.getFileName().toString())) {
                    remove(run);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path tree) throws IOException {
        try (Stream<Path> found = Files.walk(tree)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
