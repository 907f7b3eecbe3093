package nienkhoa.printrun;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.printrun.SendLoop.Listener;
import nienkhoa.printrun.SendLoop.Patience;
import nienkhoa.printrun.SendLoop.Result;
import nienkhoa.printrun.SheetJob.State;

/** One call of {@link SendLoop#send}. */
final class Sending {

    /** The one that prints and the one ahead. */
    private static final int OPEN_JOBS = 2;

    private final PrintSheets sheets;
    private final JobFiles files;
    private final Asking asking;
    private final Patience patience;
    private final String run;
    private final Destination to;
    private final Listener listener;
    private int jobs;
    private int sent;
    private Duration wait;
    private Duration standing = Duration.ZERO;
    private Optional<JobReport> last = Optional.empty();

    Sending(PrintSheets sheets, JobFiles files, Asking printer, Patience patience, String run, Listener listener) {
        this.sheets = sheets;
        this.files = files;
        this.asking = printer;
        this.patience = patience;
        this.to = printer.destination();
        this.run = run;
        this.listener = listener;
        this.wait = patience.shortest();
    }

    Result result(Optional<Trouble> trouble) {
        return new Result(jobs, sent, trouble);
    }

    /**
     * What a person has settled must not come out later; what ended before a kill, and nobody has settled, still waits
     * for one.
     */
    void settleOld() throws Stopped {
        for (SheetJob job : sheets.jobs(run, State.ENDED)) {
            throw new Stopped(Trouble.Kind.STOPPED, job.printer(), job.name(), "");
        }
        for (SheetJob job : sheets.jobs(run, State.ABANDONED)) {
            if (job.printer().equals(to.name())) {
                settle(job);
            }
        }
    }

    private void settle(SheetJob job) throws Stopped {
        Optional<String> known = job.printerJob().isEmpty()
                ? asking.ask(() -> to.printer().find(job.name()))
                : Optional.of(job.printerJob());
        if (known.isPresent()) {
            JobReport report = asking.ask(() -> {
                to.printer().cancel(known.get());
                return to.printer().look(known.get());
            });
            if (active(report)) {
                throw new Stopped(Trouble.Kind.HOLDS_OLD_JOB, to.name(), job.name());
            }
        }
        sheets.end(job, State.OVER);
        files.drop(job);
    }

    private static boolean active(JobReport report) {
        return switch (report.state()) {
            case WAITING, PRINTING, STOPPED -> true;
            case DONE, ABORTED, FORGOTTEN -> false;
        };
    }

    /** Jobs that were written down before a kill. */
    void recover() throws Stopped {
        for (SheetJob job : sheets.jobs(run, State.PREPARED)) {
            Optional<String> found = asking.ask(() -> to.printer().find(job.name()));
            if (found.isPresent()) {
                handedOver(job, found.get());
            } else if (to.speaks()) {
                throw new Stopped(Trouble.Kind.FORGOTTEN, to.name(), job.name());
            } else {
                List<SheetJob.Sheet> content = sheets.of(job);
                handOver(job, content, pdf(content));
            }
        }
    }

    boolean goOn() throws Stopped {
        List<SheetJob> open = sheets.jobs(run, State.SENT);
        if (open.size() < OPEN_JOBS) {
            List<SheetJob.Sheet> next = sheets.next(run, patience.sheetsPerJob());
            if (!next.isEmpty()) {
                byte[] pdf = pdf(next);
                handOver(sheets.prepare(run, to.name(), next), next, pdf);
                return true;
            }
        }
        if (open.isEmpty()) {
            return false;
        }
        watch(open.get(0));
        return true;
    }

    private byte[] pdf(List<SheetJob.Sheet> content) throws Stopped {
        try {
            return files.pdf(run, content);
        } catch (PrintRefused e) {
            List<String> args = new ArrayList<>(e.finding().args());
            args.add(Integer.toString(content.get(0).bundle()));
            throw new Stopped(Trouble.Kind.DOCUMENT_CHANGED, args.toArray(String[]::new));
        }
    }

    private void handOver(SheetJob job, List<SheetJob.Sheet> content, byte[] pdf) throws Stopped {
        PrintJob ticket = SheetJob.ticket(job, files.write(job, pdf), content);
        handedOver(job, send(ticket));
    }

    /** A printer that takes one job at a time is asked again as long as an earlier one goes on. */
    private String send(PrintJob ticket) throws Stopped {
        for (int asked = 1; ; asked++) {
            try {
                return to.printer().send(ticket);
            } catch (PrinterGone e) {
                return asking.ask(() -> to.printer().find(ticket.name()))
                        .orElseThrow(() -> new Stopped(Trouble.Kind.FORGOTTEN, to.name(), ticket.name()));
            } catch (JobRefused e) {
                List<SheetJob> open = sheets.jobs(run, State.SENT);
                if (!e.forNow() || (open.isEmpty() && asked >= patience.tries())) {
                    throw new Stopped(
                            Trouble.Kind.REFUSED,
                            to.name(),
                            ticket.name(),
                            e.finding().code());
                }
                if (!open.isEmpty()) {
                    watch(open.get(0));
                }
            }
        }
    }

    private void handedOver(SheetJob job, String known) {
        sheets.handedOver(job, known, to.speaks() ? State.SENT : State.DELIVERED);
        files.drop(job);
        jobs++;
        sent += job.sheets();
        listener.handedOver(job);
    }

    private void watch(SheetJob job) throws Stopped {
        asking.rest(wait);
        JobReport report = asking.ask(() -> to.printer().look(job.printerJob()));
        if (last.filter(report::equals).isPresent()) {
            standing = standing.plus(wait);
            wait = Asking.shorter(wait.multipliedBy(2), patience.longest());
        } else {
            last = Optional.of(report);
            standing = Duration.ZERO;
            wait = patience.shortest();
        }
        judge(job, report);
        if (standing.compareTo(patience.standing()) >= 0) {
            throw new Stopped(Trouble.Kind.STANDS_STILL, to.name(), job.name());
        }
    }

    private void judge(SheetJob job, JobReport report) throws Stopped {
        int came = Math.min(Math.max(report.sheets(), 0), job.sheets());
        if (report.sheets() > job.sheets()) {
            end(job, came, State.ENDED);
            String counted = Integer.toString(report.sheets());
            throw new Stopped(Trouble.Kind.TOO_MANY, to.name(), job.name(), counted, job.sheets() + "");
        }
        switch (report.state()) {
            case WAITING, PRINTING -> said(job, came);
            case DONE -> done(job, report, came);
            case STOPPED -> {
                said(job, came);
                throw new Stopped(Trouble.Kind.of(report.reasons()), told(job, report));
            }
            case ABORTED -> {
                end(job, came, State.ENDED);
                throw new Stopped(Trouble.Kind.GIVEN_UP, told(job, report));
            }
            case FORGOTTEN -> {
                sheets.end(job, State.ENDED);
                throw new Stopped(Trouble.Kind.FORGOTTEN, to.name(), job.name());
            }
        }
    }

    private void done(SheetJob job, JobReport report, int came) throws Stopped {
        if (report.sheets() >= 0 && came < job.sheets()) {
            end(job, came, State.ENDED);
            throw new Stopped(Trouble.Kind.TOO_FEW, to.name(), job.name(), came + "", job.sheets() + "");
        }
        end(job, job.sheets(), State.DONE);
        last = Optional.empty();
        listener.printed(job);
    }

    private String[] told(SheetJob job, JobReport report) {
        return new String[] {to.name(), job.name(), String.join(", ", report.reasons())};
    }

    private void said(SheetJob job, int came) {
        if (came > job.said()) {
            sheets.said(job, came);
        }
    }

    private void end(SheetJob job, int came, State state) {
        said(job, came);
        sheets.end(job, state);
    }

    /** So that nothing comes out after a person has looked into the tray. */
    void cancelOpen() {
        for (SheetJob job : sheets.jobs(run, State.SENT)) {
            try {
                to.printer().cancel(job.printerJob());
            } catch (PrinterGone e) {
                // it is asked again before anything else is sent
            }
            sheets.end(job, State.ENDED);
        }
    }
}
