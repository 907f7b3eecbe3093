package nienkhoa.app;

import java.io.PrintStream;
import java.util.function.Consumer;

/**
 * The streams of the process, in UTF-8.
 *
 * @param terminal whether {@code err} is a terminal
 * @param results is given the object that the command's result is, however it is printed
 */
record Terminals(PrintStream out, PrintStream err, boolean terminal, Consumer<Object> results) {

    Terminals(PrintStream out, PrintStream err, boolean terminal) {
        this(out, err, terminal, result -> {});
    }
}
