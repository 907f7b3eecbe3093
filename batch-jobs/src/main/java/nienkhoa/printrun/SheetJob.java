package nienkhoa.printrun;

import java.util.List;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;

/**
 * Sheets that are handed over together.
 *
 * @param number from 1 in the run
 * @param name unique in all runs
 * @param said sheets that the printer has said came out
 * @param printerJob what the printer calls it; empty before it was handed over
 */
public record SheetJob(
        String run,
        int number,
        String name,
        int bundle,
        int sheets,
        State state,
        String printer,
        String printerJob,
        int said) {

    /** Where a job stands. */
    public enum State {
        /** Its sheets are written down; it may or may not have been handed over. */
        PREPARED,
        SENT,
        /** By the printer's word all of it came out. */
        DONE,
        /** It lies where nothing more is heard of it. */
        DELIVERED,
        /** The printer does not go on with it; what came out nobody has said yet. */
        ENDED,
        /** A person has said what came out; the printer may still hold the rest. */
        ABANDONED,
        /** Nothing more can come of it. */
        OVER
    }

    /**
     * A sheet on its way into a job.
     *
     * @param of sheets of the bundle
     * @param ofDocument which sheet of the document, from 1
     * @param serial of the printing that is about to begin
     */
    public record Sheet(
            int bundle, int sheet, int of, Content content, int ofDocument, Print print, int serial, boolean coded) {

        /** Whether the other sheet can follow this one in a job. */
        public boolean isFollowedBy(Sheet other) {
            return bundle == other.bundle
                    && sheet + 1 == other.sheet
                    && print.equals(other.print)
                    && content.way().equals(other.content.way());
        }

        /** The codes of its printed sides. */
        public List<SheetCode> codes(String run) {
            List<SheetCode.Side> sides =
                    print.sides() == 2 ? List.of(SheetCode.Side.A, SheetCode.Side.B) : List.of(SheetCode.Side.A);
            return sides.stream().map(side -> code(run, side)).toList();
        }

        private SheetCode code(String run, SheetCode.Side side) {
            return new SheetCode(
                    run,
                    bundle,
                    sheet,
                    of,
                    side,
                    SheetCode.shortened(content.documentId()),
                    SheetCode.digest(content.sha256()),
                    serial);
        }
    }

    /** What is on a sheet. */
    public record Content(String documentId, String source, String sha256, String way, String form) {}

    /** How a sheet is printed. */
    public record Print(Paper paper, Edge edge, int sides) {}

    /** What {@link Printer#send} gets. */
    static PrintJob ticket(SheetJob job, java.nio.file.Path pdf, List<Sheet> sheets) {
        Print print = sheets.get(0).print();
        return new PrintJob(job.name(), pdf, print.paper(), print.edge(), print.sides() * sheets.size(), sheets.size());
    }
}
