package nienkhoa.app;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a year-end ended; {@code --json} prints exactly this.
 *
 * <p>Every planned document is rendered, rejected or not rendered, so the three add up to {@code planned}. Work that an
 * earlier run of the same command had already done counts as done.
 *
 * @param exportSha256 the export that was taken in
 * @param students who are in the classes asked for
 * @param planned documents that the classes asked for call for
 * @param rendered planned documents that stand as proved PDFs
 * @param rejected planned documents refused with a reason
 * @param notRendered planned documents for which no edition of the form exists yet
 * @param archived planned documents that are in the archive
 * @param documents PDFs under {@code out/} after the run
 * @param bytes of those PDFs
 * @param seconds wall time of this run
 * @param findings how many findings of intake, rendering and archive, rejects included
 * @param findingsByCode the same, by code
 * @param schools one line a school, by school code
 * @param open what a person should open first
 * @param load what taking the export in did to the register
 */
public record YearEndSummary(
        String exportSha256,
        String schoolYear,
        long students,
        long planned,
        long rendered,
        long rejected,
        long notRendered,
        long archived,
        long documents,
        long pages,
        long bytes,
        double seconds,
        long findings,
        SortedMap<String, Long> findingsByCode,
        List<SchoolLine> schools,
        List<Opening> open,
        LoadSummary load) {

    public YearEndSummary {
        findingsByCode = new TreeMap<>(findingsByCode);
        schools = List.copyOf(schools);
        open = List.copyOf(open);
    }

    /** The counts of one school, in the words of {@link YearEndSummary}. */
    public record SchoolLine(
            String schoolCode,
            String name,
            long students,
            long planned,
            long rendered,
            long rejected,
            long notRendered,
            long archived,
            long pages) {}

    /**
     * A file or folder to open.
     *
     * @param what key of {@code messages/app.properties} that names it, for example {@code OPEN_RUN_REPORT}
     * @param path absolute
     */
    public record Opening(String what, String path) {

        public Opening(String what, Path path) {
            this(what, path.toAbsolutePath().toString());
        }
    }

    public ExitCode exit() {
        return rejected + notRendered + findings == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }
}
