package nienkhoa.printrun;

import java.nio.file.Path;
import java.util.List;

/** The files that are handed to a printer. */
public interface JobFiles {

    /**
     * The sides of sheets in the order of printing.
     *
     * @param sheets of one job, in the order of their bundle
     * @throws PrintRefused if a document is no longer what it was
     */
    byte[] pdf(String run, List<SheetJob.Sheet> sheets);

    /** Writes a job's file; it is there whole or not at all. */
    Path write(SheetJob job, byte[] pdf);

    /** Removes a job's file, once it was handed over or never will be. */
    void drop(SheetJob job);
}
