package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nienkhoa.imposition.Imposition;
import nienkhoa.imposition.Imposition.Imposed;
import nienkhoa.imposition.PrintFile;
import nienkhoa.imposition.UnfitPrint;
import nienkhoa.imposition.Way;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code impose}: lays finished documents on sheets for a printer, without a home and without a database. */
@Command(name = "impose", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class ImposeCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(arity = "1..*", paramLabel = "${bundle:label.file}", descriptionKey = "impose-file")
    private List<Path> files;

    @Option(names = "--as", required = true, paramLabel = "two-up|booklet|duplex")
    private Kind kind;

    @Option(names = "--out", required = true, paramLabel = "${bundle:label.file}", descriptionKey = "impose-out")
    private Path out;

    @Option(names = "--gutter", paramLabel = "10")
    private double gutterMm = 10;

    @Option(names = "--sheets", paramLabel = "0")
    private int sheets = 0;

    ImposeCommand(RootCommand root) {
        this.root = root;
    }

    /** The ways, as written on the command line. */
    enum Kind {
        TWO_UP("two-up"),
        BOOKLET("booklet"),
        DUPLEX("duplex");

        private final String written;

        Kind(String written) {
            this.written = written;
        }

        @Override
        public String toString() {
            return written;
        }

        /** @throws IllegalArgumentException if it is none of them */
        static Kind of(String written) {
            return Stream.of(values())
                    .filter(kind -> kind.written.equals(written))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(written));
        }
    }

    /** What {@code --json} prints. */
    record Result(String out, String as, int documents, int pages, int sheets, boolean archivable) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Way way = way();
        Imposed imposed = impose(documents(), way);
        try {
            Path target = out.toAbsolutePath().normalize();
            Files.createDirectories(target.getParent());
            Files.write(target, imposed.pdf());
            Result result = new Result(
                    target.toString(),
                    kind.toString(),
                    imposed.documents(),
                    imposed.pages(),
                    imposed.sheets(),
                    imposed.archivable());
            console.result(result, text(result, console));
            return ExitCode.DONE.number();
        } catch (IOException e) {
            throw Problem.failedBy(e, "S074_NOT_WRITTEN", out.toString());
        }
    }

    private Way way() {
        if (!(gutterMm >= 0 && gutterMm <= Way.MOST_GUTTER_MM)) {
            throw Problem.wrongUse("S034_BAD_ARGUMENT", "--gutter", Double.toString(gutterMm), "0-20");
        }
        if (sheets < 0) {
            throw Problem.wrongUse("S034_BAD_ARGUMENT", "--sheets", Integer.toString(sheets), "0");
        }
        return switch (kind) {
            case TWO_UP -> new Way.TwoUp(gutterMm);
            case BOOKLET -> new Way.Booklet(gutterMm, sheets);
            case DUPLEX -> new Way.Duplex();
        };
    }

    private static Imposed impose(List<PrintFile> documents, Way way) {
        try {
            return Imposition.impose(documents, way);
        } catch (UnfitPrint e) {
            throw Problem.wrongUse(e.code(), e.args().toArray(String[]::new));
        }
    }

    /** The files as named; of a folder all PDF files that lie right in it, by name. */
    private List<PrintFile> documents() {
        List<PrintFile> documents = new ArrayList<>();
        for (Path file : files) {
            for (Path document : Files.isDirectory(file) ? pdfs(file) : List.of(file)) {
                checkIsNotOut(document);
                documents.add(document(document));
            }
        }
        return documents;
    }

    /** The sheets must not take the place of a document they are made of, by whatever name it goes. */
    private void checkIsNotOut(Path document) {
        try {
            if (Files.exists(out) && Files.exists(document) && Files.isSameFile(out, document)) {
                throw Problem.wrongUse("S075_OUT_IS_INPUT", out.toString(), document.toString());
            }
        } catch (IOException e) {
            throw Problem.wrongUse("S073_FILE_UNREADABLE", document.toString());
        }
    }

    private static List<Path> pdfs(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> pdfs = found.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
            if (pdfs.isEmpty()) {
                throw Problem.wrongUse("S072_NO_PDF", folder.toString());
            }
            return pdfs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintFile document(Path file) {
        try {
            return new PrintFile(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw Problem.wrongUse("S073_FILE_UNREADABLE", file.toString());
        }
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(console.text(
                "IMPOSE_DONE",
                Integer.toString(result.documents()),
                Integer.toString(result.pages()),
                Integer.toString(result.sheets()),
                result.out()));
        lines.add(console.text("IMPOSE_" + result.as()));
        if (!result.archivable()) {
            lines.add(console.text("IMPOSE_NO_ARCHIVE_FILE"));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
