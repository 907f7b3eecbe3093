package nienkhoa.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.app.ComparedPages.Page;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code templates compare}: two states of a form page by page, as pictures. Ends with 0 if they look the same, 1 if not.
 */
@Command(name = "compare", sortOptions = false)
@SuppressWarnings("NullAway.Init")
final class TemplatesCompareCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "${bundle:label.old}", descriptionKey = "compare-old")
    private Path old;

    @Parameters(index = "1", paramLabel = "${bundle:label.new}", descriptionKey = "compare-new")
    private Path young;

    @Option(names = "--out", paramLabel = "${bundle:label.folder}", descriptionKey = "compare-out")
    private @Nullable Path out;

    TemplatesCompareCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param index the page to open
     * @param differing pages that differ or have no counterpart
     */
    record Result(String index, int pages, int differing, List<Difference> differences) {}

    /** A page that differs, counted from 1, and by how many pixels. */
    record Difference(String document, int page, long pixels) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Path folder = out == null
                ? root.home().out().resolve("compare")
                : out.toAbsolutePath().normalize();
        List<Page> pages = ComparedPages.of(ProofDocuments.of(old), ProofDocuments.of(young));
        Path index = ComparedPages.write(pages, folder, old, young, console);
        List<Difference> differences = pages.stream()
                .filter(Page::differs)
                .map(page -> new Difference(page.document(), page.number(), page.pixels()))
                .toList();
        Result result = new Result(index.toString(), pages.size(), differences.size(), differences);
        console.result(
                result,
                console.text(
                        differences.isEmpty() ? "COMPARE_SAME" : "COMPARE_DIFFERENT",
                        Integer.toString(result.pages()),
                        Integer.toString(result.differing()),
                        result.index()));
        return (differences.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
    }
}
