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
    static final Path BASE = CORPUS.resolve("base");

    /** All folders but the base's, by name. */
    static List<CorpusCase> all() {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(BASE))
                    .sorted()
                    .map(CorpusCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
