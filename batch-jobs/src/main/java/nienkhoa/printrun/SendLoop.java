package nienkhoa.printrun;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.printrun.SheetJob.State;

/**
 * Hands the planned sheets of a run to a printer in small jobs, one ahead of the one that prints, and writes down what the
 * printer says of them.
 *
 * <p>Flow: settle what an earlier call left → hand over → look, again and again → until nothing is planned and nothing is
 * on its way, or a person is needed.
 *
 * <p>Restart: killed at any moment, the next call asks the printer for the job that may or may not have been handed over.
 * A printer that does not know it makes the run wait for a person, so that nothing is printed twice unseen.
 */
public final class SendLoop {

    private final PrintSheets sheets;
    private final JobFiles files;
    private final Patience patience;
    private final Rest rest;

    public SendLoop(PrintSheets sheets, JobFiles files, Patience patience, Rest rest) {
        this.sheets = sheets;
        this.files = files;
        this.patience = patience;
        this.rest = rest;
    }

    /**
     * How long the loop waits for what.
     *
     * @param sheetsPerJob so many have to be looked at after trouble, at most twice
     * @param shortest between two looks while something changes
     * @param longest between two looks while nothing does; each wait is twice the one before
     * @param standing after which a printer stands still
     * @param tries to reach a printer that does not answer
     */
    public record Patience(int sheetsPerJob, Duration shortest, Duration longest, Duration standing, int tries) {

        /** Frequent looks have stalled print servers; half a minute is soon enough for a person to come. */
        public static final Patience USUAL =
                new Patience(20, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10), 5);
    }

    /** Hears how it goes. */
    public interface Listener {
        void handedOver(SheetJob job);

        /** All of it came out, by the printer's word. */
        void printed(SheetJob job);
    }

    /** Lets time pass. */
    public interface Rest {
        void rest(Duration time);
    }

    /** @param trouble why the run waits for a person; empty if everything was handed over and printed */
    public record Result(int jobs, int sheets, Optional<Trouble> trouble) {}

    /** A person is needed. */
    private static final class Stopped extends Exception {

        private final transient Trouble trouble;

        Stopped(Trouble.Kind kind, String... args) {
            super(kind.name());
            this.trouble = Trouble.of(kind, args);
        }
    }

    /**
     * Sends until nothing is left or a person is needed; then the run is paused.
     *
     * @param run open
     */
    public Result send(String run, Destination to, Listener listener) {
        Sending sending = new Sending(run, to, listener);
        try {
            sending.settleOld();
            sending.recover();
            while (sending.goOn()) {
                // each turn hands over one job or looks at one
            }
            return sending.result(Optional.empty());
        } catch (Stopped e) {
            sending.cancelOpen();
            sheets.pause(run, e.trouble);
            return sending.result(Optional.of(e.trouble));
        }
    }

    /** One call. */
    private final class Sending {

        /** The one that prints and the one ahead. */
        private static final int OPEN_JOBS = 2;

        private final String run;
        private final Destination to;
        private final Listener listener;
        private int jobs;
        private int sent;
        private Duration wait;
        private Duration standing = Duration.ZERO;
        private Optional<JobReport> last = Optional.empty();

        Sending(String run, Destination to, Listener listener) {
            this.run = run;
            this.to = to;
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
                    ? ask(() -> to.printer().find(job.name()))
                    : Optional.of(job.printerJob());
            if (known.isPresent()) {
                JobReport report = ask(() -> {
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
                Optional<String> found = ask(() -> to.printer().find(job.name()));
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
                    return ask(() -> to.printer().find(ticket.name()))
                            .orElseThrow(() -> new Stopped(Trouble.Kind.FORGOTTEN, to.name(), ticket.name()));
                } catch (JobRefused e) {
                    List<SheetJob> open = sheets.jobs(run, State.SENT);
                    if (!e.forNow() || (open.isEmpty() && asked >= patience.tries())) {
                        throw new Stopped(Trouble.Kind.REFUSED, to.name(), ticket.name(), e.finding().code());
                    }
                    if (!open.isEmpty()) {
                        watch(open.get(0));
                    }
                }
            }
        }

        private void handedOver(SheetJob job, String known) {
            sheets.handedOver(job, known, to.speaks() ? State.SENT : State.DELIVERED);
            jobs++;
            sent += job.sheets();
            listener.handedOver(job);
        }

        private void watch(SheetJob job) throws Stopped {
            rest.rest(wait);
            JobReport report = ask(() -> to.printer().look(job.printerJob()));
            if (last.filter(report::equals).isPresent()) {
                standing = standing.plus(wait);
                wait = shorter(wait.multipliedBy(2), patience.longest());
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
            files.drop(job);
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

        private <T> T ask(Question<T> question) throws Stopped {
            Duration between = patience.shortest();
            for (int asked = 1; ; asked++) {
                try {
                    return question.ask();
                } catch (PrinterGone e) {
                    if (asked == patience.tries()) {
                        throw new Stopped(Trouble.Kind.GONE, to.name());
                    }
                    rest.rest(between);
                    between = shorter(between.multipliedBy(2), patience.longest());
                }
            }
        }
    }

    /** Something that a printer may not answer. */
    private interface Question<T> {
        T ask() throws PrinterGone;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
