package nienkhoa.printrun.ipp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.printrun.JobReport;
import nienkhoa.printrun.JobReport.State;

/** What a printer says of a job (RFC 8011, section 5.3), and of itself meanwhile. */
final class JobWord {

    static final String[] ASKED = {
        "job-name", "job-state", "job-state-reasons", "job-media-sheets-completed", "job-impressions-completed", "sides"
    };

    private static final Set<String> OVER = Set.of("completed", "aborted", "canceled");

    private static final Set<String> SAY_NOTHING = Set.of(
            "",
            "none",
            "job-completed-successfully",
            "job-printing",
            "job-queued",
            "job-incoming",
            "job-transforming",
            "processing-to-stop-point");

    private final Words job;

    JobWord(Words job) {
        this.job = job;
    }

    /** @throws java.util.NoSuchElementException if the printer gives it no number */
    int id() {
        return job.number("job-id").orElseThrow();
    }

    /** False if it tells another name: printers that were switched off count their jobs from 1 again. */
    boolean isOf(String jobName) {
        String told = job.one("job-name");
        return told.isEmpty() || jobName.startsWith(told);
    }

    boolean over() {
        return OVER.contains(job.one("job-state"));
    }

    /** It was begun, and its document never came or not to its end. */
    boolean incomplete() {
        List<String> reasons = job.all("job-state-reasons");
        return !over() && (reasons.contains("job-incoming") || reasons.contains("job-data-insufficient"));
    }

    /** For a job that is over: the state of the printer is about another one. */
    JobReport report() {
        return new JobReport(state(), sheets(), reasons(job.all("job-state-reasons")));
    }

    /** With the state of the printer: many say of a job that it is being printed while they wait for paper. */
    JobReport report(Words printer) {
        List<String> reasons = new ArrayList<>(reasons(job.all("job-state-reasons")));
        reasons.addAll(reasons(printer.all("printer-state-reasons")));
        State state = printer.has("printer-state", "stopped") ? State.STOPPED : state();
        return new JobReport(state, sheets(), reasons.stream().distinct().toList());
    }

    private State state() {
        return switch (job.one("job-state")) {
            case "pending" -> State.WAITING;
            case "pending-held", "processing-stopped" -> State.STOPPED;
            case "completed" -> State.DONE;
            case "aborted", "canceled" -> State.ABORTED;
            default -> State.PRINTING;
        };
    }

    /** A job that is completed and none of whose sheets was counted comes from a printer that does not count. */
    private int sheets() {
        int counted = counted();
        return counted == 0 && job.has("job-state", "completed") ? -1 : counted;
    }

    /** Sheets where they are counted; else from sides, if it is said how many are on a sheet. A half one is not out. */
    private int counted() {
        Optional<Integer> sheets = job.number("job-media-sheets-completed");
        Optional<Integer> sides = job.number("job-impressions-completed");
        String duplex = job.one("sides");
        if (sheets.isPresent() || sides.isEmpty() || duplex.isEmpty()) {
            return sheets.orElse(-1);
        }
        return duplex.equals("one-sided") ? sides.get() : (sides.get() + (over() ? 1 : 0)) / 2;
    }

    /** Without the ends that tell how bad it is (RFC 8011, section 5.4.12), and without what is no trouble. */
    static List<String> reasons(List<String> told) {
        return told.stream()
                .filter(reason -> !reason.endsWith("-report"))
                .map(reason -> reason.replaceFirst("-(error|warning)$", ""))
                .filter(reason -> !SAY_NOTHING.contains(reason))
                .toList();
    }
}
