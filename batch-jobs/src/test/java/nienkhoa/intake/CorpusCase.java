package nienkhoa.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of the corpus: what differs from the base export and what intake has to say about it. The README of the
 * corpus tells how one is made.
 */
record CorpusCase(Path folder) {

    static final Path CORPUS = Path.of("src/test/resources/intake");

    /** Whose folders are run; all if it is not said. */
    private static final String ONLY = System.getProperty("corpus.only", "");

    /** All folders but those of the bases, by name. */
    static List<CorpusCase> all() {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(CorpusCase::new)
                    .filter(each -> !CorpusBases.all().containsKey(each.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that are to be run. */
    static List<CorpusCase> selected() {
        return all().stream()
                .filter(each -> each.name().matches(".*(" + ONLY + ").*"))
                .toList();
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The number of the code that the folder is about: {@code I003}. */
    String number() {
        return name().substring(0, name().indexOf('_'));
    }

    /** A good twin: near a limit, on its good side. */
    boolean isGood() {
        return name().startsWith(number() + "_good_");
    }

    List<Map<String, String>> changes() throws IOException {
        return CorpusCsv.read(folder.resolve("change.csv"));
    }

    /** Files that are laid over the base export as they are. */
    Path files() {
        return folder.resolve("files");
    }

    /** The layouts that the installation has of its own; absent in most. */
    Path layouts() {
        return folder.resolve("layouts");
    }

    /** The folder of the base that the case differs from. */
    String base() throws IOException {
        return changes().stream()
                .filter(change -> change.get("change").equals("base"))
                .map(change -> change.get("value"))
                .findFirst()
                .orElse(CorpusBases.ORDINARY);
    }

    /** Findings, one a line, in the order of intake. */
    Path expected() {
        return folder.resolve("expected.csv");
    }

    /** How the register differs from the base's; absent if it does not. */
    Path register() {
        return folder.resolve("register.csv");
    }

    Path why() {
        return folder.resolve("why.txt");
    }

    @Override
    public String toString() {
        return name();
    }
}
