package nienkhoa.app;

import java.io.PrintStream;

/**
 * The streams of the process, in UTF-8.
 *
 * @param terminal whether {@code err} is a terminal
 */
record Terminals(PrintStream out, PrintStream err, boolean terminal) {}
