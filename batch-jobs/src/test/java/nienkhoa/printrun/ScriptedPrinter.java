package nienkhoa.printrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.model.Finding;
import nienkhoa.printrun.JobReport.State;

/**
 * A printer with a tray of paper. At each look it does what its script says, else it prints a sheet. Job files are the
 * readable codes of the front sides, a line each ({@link #FILES}), so that the tray holds what was really handed over.
 */
final class ScriptedPrinter implements Printer {

    /** What can happen at one look. */
    enum Event {
        PRINT,
        /** The sheet in the path is lost, and the printer stops. */
        JAM,
        OUT_OF_PAPER,
        DOOR,
        /** It does not answer this time. */
        SILENT,
        /** It is switched off and on: it forgets every job. */
        POWER_CUT,
        /** It says that the job is done, with its right number, and has swallowed the rest. */
        LIE,
        /** It says that the job is done and how little came out. */
        SHORT,
        /** A sheet comes out twice and nobody says so. */
        REPEAT,
        /** A sheet comes out twice, and it is counted. */
        REPEAT_AND_COUNT,
        GIVE_UP,
        NOTHING
    }

    private static final class Job {
        final List<String> sheets;
        int out;
        int counted;
        State state = State.WAITING;
        List<String> reasons = List.of();

        Job(List<String> sheets) {
            this.sheets = sheets;
        }

        boolean over() {
            return state == State.DONE || state == State.ABORTED;
        }
    }

    final List<String> tray = new ArrayList<>();
    final Deque<Event> script = new ArrayDeque<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    /** Cancelled jobs whose next sheet still comes out. */
    private final List<Job> late = new ArrayList<>();

    boolean cancelsLate;
    int silentSends;
    boolean swallowsSends;

    ScriptedPrinter(Event... events) {
        script.addAll(List.of(events));
    }

    /** Makes files that this printer reads. */
    static JobFiles files(Path folder) {
        return new JobFiles() {
            @Override
            public byte[] pdf(String run, List<SheetJob.Sheet> sheets) {
                List<String> lines = sheets.stream()
                        .map(sheet -> sheet.codes(run).get(0).readable())
                        .toList();
                return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public Path write(SheetJob job, byte[] pdf) {
                try {
                    return Files.write(folder.resolve(job.name()), pdf);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void drop(SheetJob job) {
                // the folder goes with the test
            }
        };
    }

    @Override
    public List<Finding> cannot(PrintNeeds needs) {
        return List.of();
    }

    @Override
    public String send(PrintJob job) throws PrinterGone {
        if (!swallowsSends) {
            try {
                jobs.put(job.name(), new Job(Files.readAllLines(job.pdf())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (silentSends > 0) {
            silentSends--;
            throw gone();
        }
        return job.name();
    }

    @Override
    public Optional<String> find(String jobName) {
        return Optional.of(jobName).filter(jobs::containsKey);
    }

    @Override
    public JobReport look(String name) throws PrinterGone {
        Event event = Optional.ofNullable(script.poll()).orElse(Event.PRINT);
        if (event == Event.SILENT) {
            throw gone();
        }
        if (event == Event.POWER_CUT) {
            jobs.clear();
        }
        comeLate();
        Job job = jobs.get(name);
        if (job == null) {
            return new JobReport(State.FORGOTTEN, -1, List.of());
        }
        if (!job.over()) {
            happen(event, job);
        }
        return new JobReport(job.state, job.counted, job.reasons);
    }

    private void comeLate() {
        for (Job job : late) {
            if (job.out < job.sheets.size()) {
                tray.add(job.sheets.get(job.out++));
            }
        }
        late.clear();
    }

    private void happen(Event event, Job job) {
        switch (event) {
            case PRINT -> print(job);
            case JAM -> {
                job.out = Math.min(job.out + 1, job.sheets.size());
                stop(job, "media-jam-error");
            }
            case OUT_OF_PAPER -> stop(job, "media-empty");
            case DOOR -> stop(job, "door-open-report");
            case LIE -> {
                job.counted = job.sheets.size();
                job.state = State.DONE;
            }
            case SHORT -> job.state = State.DONE;
            case REPEAT -> {
                if (job.out < job.sheets.size()) {
                    tray.add(job.sheets.get(job.out));
                }
                print(job);
            }
            case REPEAT_AND_COUNT -> {
                tray.add(job.sheets.get(0));
                job.counted = job.sheets.size() + 1;
                job.state = State.DONE;
            }
            case GIVE_UP -> job.state = State.ABORTED;
            case NOTHING, SILENT, POWER_CUT -> {
                // it answers as before
            }
        }
    }

    private static void stop(Job job, String reason) {
        job.state = State.STOPPED;
        job.reasons = List.of(reason);
    }

    private void print(Job job) {
        job.state = State.PRINTING;
        if (job.out < job.sheets.size()) {
            tray.add(job.sheets.get(job.out++));
            job.counted = job.out;
        }
        if (job.out == job.sheets.size()) {
            job.state = State.DONE;
        }
    }

    @Override
    public void cancel(String name) {
        Job job = jobs.get(name);
        if (job != null && !job.over()) {
            job.state = State.ABORTED;
            if (cancelsLate) {
                late.add(job);
            }
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private static PrinterGone gone() {
        return new PrinterGone("switched off", new IOException("no route"));
    }
}
