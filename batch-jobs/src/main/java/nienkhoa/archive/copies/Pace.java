package nienkhoa.archive.copies;

/** Is told what was read and may hold the reader back. */
@FunctionalInterface
public interface Pace {

    /** Nothing holds back. */
    Pace FREE = bytes -> {};

    void read(long bytes);
}
