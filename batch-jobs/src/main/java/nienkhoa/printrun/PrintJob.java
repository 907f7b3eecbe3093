package nienkhoa.printrun;

import java.nio.file.Path;

/**
 * A few sheets that are handed over together.
 *
 * @param name unique in all runs; names no person
 * @param pdf the sides in the order of printing, front and back in turn when {@code edge} asks for both sides
 * @param sides pages of the file
 * @param sheets pieces of paper
 */
public record PrintJob(String name, Path pdf, Paper paper, Edge edge, int sides, int sheets) {

    /** What lies in a tray. */
    public enum Paper {
        A4,
        A3
    }

    /** Which sides of a sheet are printed, and how it is turned. */
    public enum Edge {
        ONE_SIDED,
        LONG,
        SHORT
    }
}
