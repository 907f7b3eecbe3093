package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/** Command lines as people type them, on a home of a test. */
final class Commands {

    private Commands() {}

    /**
     * Runs a command that has to end so.
     *
     * @return all that it said
     */
    static String expect(int exit, Path home, String... command) {
        return expect(exit, IntSupplier::getAsInt, home, command);
    }

    /** @param around what the command is run in, such as a home that is open */
    static String expect(int exit, ToIntFunction<IntSupplier> around, Path home, String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--home", home.toString()));
        int got = around.applyAsInt(
                () -> new CommandLineInterface(stream, stream, false).run(line.toArray(String[]::new)));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(got).as(String.join(" ", command) + "\n" + text).isEqualTo(exit);
        return text;
    }

    /** Writes a file, with the folders above it. */
    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
