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

    /** What a command said, and its exit code. */
    record Said(int exit, String out, String err) {}

    /** Runs a command that may end in any way. */
    static Said run(Path home, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new CommandLineInterface(stream(out), stream(err), false).run(line(home, command));
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** @param around what the command is run in, such as a home that is open */
    static String expect(int exit, ToIntFunction<IntSupplier> around, Path home, String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream stream = stream(said);
        int got = around.applyAsInt(() -> new CommandLineInterface(stream, stream, false).run(line(home, command)));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(got).as(String.join(" ", command) + "\n" + text).isEqualTo(exit);
        return text;
    }

    private static String[] line(Path home, String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--home", home.toString()));
        return line.toArray(String[]::new);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Writes a file, with the folders above it. */
    static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }
}
