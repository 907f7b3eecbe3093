package nienkhoa.printrun;

import java.util.List;
import java.util.Optional;

/**
 * What became of each sheet of a run. Every method is one transaction; a run can be killed between any two.
 *
 * <p>Planned → sent (with a new serial) → printed by the printer's word → seen by a person or a scan. A voided printing
 * brings its sheet back to planned.
 */
public interface PrintSheets {

    /** Planned sheets that come next and follow each other, printed alike, at most {@code limit}; empty if none is planned. */
    List<SheetJob.Sheet> next(String run, int limit);

    /** The ways in which planned sheets are printed, each once. */
    List<SheetJob.Print> needs(String run);

    /** Writes a job and the printings of its sheets down, before anything is handed over. */
    SheetJob prepare(String run, String printer, List<SheetJob.Sheet> sheets);

    /** The sheets of a job in their order. */
    List<SheetJob.Sheet> of(SheetJob job);

    /** Jobs in one of these states, in their order. */
    List<SheetJob> jobs(String run, SheetJob.State... states);

    void handedOver(SheetJob job, String printerJob, SheetJob.State state);

    /** The printer says that so many sheets of a job came out; they are printed by its word. */
    void said(SheetJob job, int sheets);

    void end(SheetJob job, SheetJob.State state);

    /** The run waits for a person. Called again with the same trouble, nothing changes. */
    void pause(String run, Trouble trouble);

    /** The printing of a sheet. */
    record Printing(int bundle, int sheet, int serial) {

        /** In few letters, as a person may write it: {@code 1:3#1}. */
        public String written() {
            return bundle + ":" + sheet + "#" + serial;
        }
    }

    /**
     * A printing and what is known of it.
     *
     * @param state SENT, PRINTED, SEEN or VOID
     * @param reason why it was voided; empty if it was not
     * @param settled SHREDDED, NOT_FOUND, or empty
     * @param job that it was part of
     */
    record Known(Printing printing, SheetCode front, String state, String reason, String settled, int job) {}

    /** The newest printing of a sheet; empty if it was never sent or the run has no such sheet. */
    Optional<Known> newest(String run, int bundle, int sheet);

    /** A printing; empty if there was none. */
    Optional<Known> find(String run, Printing printing);

    /** The sheets of a pupil's documents. */
    List<Integer> ofPupil(String run, int bundle, int pupil);

    /** How many sheets a document has; 0 if the bundle does not have it. */
    int sheetsOf(String run, int bundle, String documentId);

    /** Voided printings of which nobody has said what became of them, in the order of the sheets. */
    List<Known> toShred(String run);

    /** The printings that are valid now, in the order of the sheets; of one bundle, or of all. */
    List<Known> valid(String run, Optional<Integer> bundle);

    /** The printed sides of the printings that are valid now, in the order in which they should lie. */
    List<SheetCode> sides(String run, Optional<Integer> bundle);
}
