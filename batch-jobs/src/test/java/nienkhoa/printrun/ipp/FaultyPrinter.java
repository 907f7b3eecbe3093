package nienkhoa.printrun.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.MutableAttributeGroup;
import com.hp.jipp.encoding.Resolution;
import com.hp.jipp.encoding.ResolutionUnit;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Finishing;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrintQuality;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * An IPP printer that goes wrong as it is told. It prints one sheet whenever somebody looks at the job, and keeps what
 * really lies in its tray.
 */
public final class FaultyPrinter implements AutoCloseable {

    /** What goes wrong with the next job, after its first sheet where nothing else is said. */
    public enum Fault {
        NONE,
        JAM("media-jam-error"),
        OUT_OF_PAPER("media-empty-error"),
        DOOR_OPEN("door-open"),
        /** Says that it is done, and counts all sheets. */
        LIES,
        /** Says that it is done, and counts what came out. */
        SAYS_DONE_EARLY,
        /** Prints every sheet twice and counts them. */
        REPEATS,
        DOES_NOT_COUNT,
        GIVES_UP,
        /** Drops the connection, and has never seen the job. */
        VANISHES_BEFORE_THE_JOB,
        /** Makes the job, and drops the connection before it says so. */
        VANISHES_AFTER_THE_JOB,
        /** Takes the whole document, and drops the connection before it says so. */
        VANISHES_AFTER_THE_DOCUMENT,
        /** Is switched off after the first sheet and knows nothing any more. */
        FORGETS,
        /** As before; then the next job, another's, has the same number. */
        FORGETS_AND_COUNTS_ANEW,
        /** Three looks pass between the last sheet and its being done. */
        FINISHES_LATE,
        /** Is busy twice, then takes the job. */
        BUSY,
        STAYS_BUSY,
        /** Makes the job and refuses its document. */
        REFUSES_THE_DOCUMENT;

        private final String reason;

        Fault() {
            this("none");
        }

        Fault(String reason) {
            this.reason = reason;
        }

        private boolean stops() {
            return !reason.equals("none");
        }
    }

    private static final class Job {
        private final int id;
        private final String name;
        private final Fault fault;
        private final String sides;
        private int sheets;
        private int out;
        private int counted;
        private int late;
        private JobState state = JobState.pendingHeld;
        private List<String> reasons = List.of("job-incoming");

        Job(int id, String name, Fault fault, String sides) {
            this.id = id;
            this.name = name;
            this.fault = fault;
            this.sides = sides;
        }
    }

    static {
        // else each answer waits for an acknowledgement of its headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final MutableAttributeGroup says = AttributeGroup.mutableGroupOf(Tag.printerAttributes);
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<String> tray = new ArrayList<>();
    private final List<AttributeGroup> tickets = new ArrayList<>();
    private final List<String> users = new ArrayList<>();
    private final List<byte[]> documents = new ArrayList<>();
    private int busy;

    public FaultyPrinter() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/ipp/print", this::handle);
        server.start();
        able();
    }

    public URI uri() {
        return URI.create("ipp://localhost:" + server.getAddress().getPort() + "/ipp/print");
    }

    /** What it says about itself; may be changed. */
    public MutableAttributeGroup says() {
        return says;
    }

    /** One for each job to come; then none. */
    public void faults(Fault... next) {
        faults.addAll(Arrays.asList(next));
    }

    /** What came out: name of the job and number of its sheet. */
    public synchronized List<String> tray() {
        return List.copyOf(tray);
    }

    /** What each job asked for. */
    public synchronized List<AttributeGroup> tickets() {
        return List.copyOf(tickets);
    }

    /** In whose name something was asked, each once. */
    public synchronized List<String> users() {
        return users.stream().distinct().toList();
    }

    public synchronized List<byte[]> documents() {
        return List.copyOf(documents);
    }

    /** Somebody puts in paper, takes out the jam, closes the door. */
    public synchronized void mend() {
        says.put(Types.printerState, PrinterState.idle);
        says.put(Types.printerStateReasons, "none");
        jobs.replaceAll(job -> {
            if (job.fault.stops() && !over(job)) {
                Job mended = new Job(job.id, job.name, Fault.NONE, job.sides);
                mended.sheets = job.sheets;
                mended.out = job.out;
                mended.counted = job.counted;
                mended.state = JobState.processing;
                mended.reasons = List.of("job-printing");
                return mended;
            }
            return job;
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void able() {
        says.put(Types.ippVersionsSupported, "1.1", "2.0");
        says.put(
                Types.operationsSupported,
                Operation.printJob,
                Operation.validateJob,
                Operation.createJob,
                Operation.sendDocument,
                Operation.cancelJob,
                Operation.getJobAttributes,
                Operation.getJobs,
                Operation.getPrinterAttributes);
        says.put(Types.mediaSupported, "iso_a4_210x297mm", "iso_a3_297x420mm");
        says.put(Types.mediaReady, "iso_a4_210x297mm", "iso_a3_297x420mm");
        says.put(Types.mediaColSupported, "media-size", "media-source");
        says.put(Types.mediaSourceSupported, "auto", "tray-1", "tray-2");
        says.put(Types.sidesSupported, "one-sided", "two-sided-long-edge", "two-sided-short-edge");
        says.put(Types.printQualitySupported, PrintQuality.normal, PrintQuality.high);
        says.put(Types.finishingsSupported, Finishing.none, Finishing.stapleTopLeft);
        says.put(Types.printScalingSupported, "auto", "none");
        says.put(Types.documentFormatSupported, List.of("application/pdf", "image/pwg-raster"));
        says.put(Types.pwgRasterDocumentTypeSupported, "black_1", "sgray_8");
        says.put(Types.pwgRasterDocumentResolutionSupported, new Resolution(300, 300, ResolutionUnit.dotsPerInch));
        says.put(Types.whichJobsSupported, "completed", "not-completed", "all");
        says.put(
                Types.jobCreationAttributesSupported,
                "copies",
                "finishings",
                "media-col",
                "print-quality",
                "print-scaling",
                "sides");
        says.put(Types.printerIsAcceptingJobs, true);
        says.put(Types.printerState, PrinterState.idle);
        says.put(Types.printerStateReasons, "none");
    }

    /** The printer drops the connection. */
    private static final class Vanished extends RuntimeException {}

    private synchronized void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            IppInputStream in = new IppInputStream(exchange.getRequestBody());
            IppPacket request = in.readPacket();
            IppPacket answer = answer(request, in.readAllBytes());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new IppOutputStream(bytes).write(answer);
            exchange.getResponseHeaders().add("Content-Type", "application/ipp");
            exchange.sendResponseHeaders(200, bytes.size());
            exchange.getResponseBody().write(bytes.toByteArray());
        } catch (Vanished e) {
            // closed without an answer
        }
    }

    private IppPacket answer(IppPacket request, byte[] document) {
        users.add(request.getString(Tag.operationAttributes, Types.requestingUserName));
        Operation operation = request.getOperation();
        if (operation.equals(Operation.getPrinterAttributes)) {
            return IppPacket.response(Status.successfulOk).addGroup(says).build();
        } else if (operation.equals(Operation.validateJob)) {
            return IppPacket.response(Status.successfulOk).build();
        } else if (operation.equals(Operation.createJob)) {
            return create(request);
        } else if (operation.equals(Operation.printJob)) {
            IppPacket created = create(request);
            return created.getStatus().equals(Status.successfulOk)
                    ? take(jobs.get(jobs.size() - 1), document)
                    : created;
        } else if (operation.equals(Operation.getJobs)) {
            IppPacket.Builder all = IppPacket.response(Status.successfulOk);
            jobs.forEach(job -> all.addGroup(group(job)));
            return all.build();
        }
        return of(request)
                .map(job -> withJob(operation, job, document))
                .orElseGet(() -> IppPacket.response(Status.clientErrorNotFound).build());
    }

    private IppPacket withJob(Operation operation, Job job, byte[] document) {
        if (operation.equals(Operation.sendDocument)) {
            return take(job, document);
        } else if (operation.equals(Operation.cancelJob)) {
            if (over(job)) {
                return IppPacket.response(Status.clientErrorNotPossible).build();
            }
            job.state = JobState.canceled;
            job.reasons = List.of("job-canceled-by-user");
            return IppPacket.response(Status.successfulOk).build();
        }
        print(job);
        return jobs.contains(job)
                ? IppPacket.response(Status.successfulOk).addGroup(group(job)).build()
                : of(job.id)
                        .map(other -> IppPacket.response(Status.successfulOk)
                                .addGroup(group(other))
                                .build())
                        .orElseGet(() ->
                                IppPacket.response(Status.clientErrorNotFound).build());
    }

    private IppPacket create(IppPacket request) {
        Fault fault = faults.isEmpty() ? Fault.NONE : faults.peek();
        if (fault == Fault.STAYS_BUSY || fault == Fault.BUSY && busy++ < 2) {
            return IppPacket.response(Status.serverErrorBusy).build();
        }
        faults.poll();
        if (fault == Fault.VANISHES_BEFORE_THE_JOB) {
            throw new Vanished();
        }
        AttributeGroup ticket = request.get(Tag.jobAttributes);
        tickets.add(ticket);
        String name = request.getString(Tag.operationAttributes, Types.jobName);
        Job job = new Job(jobs.size() + 1, name, fault, ticket.getString(Types.sides));
        jobs.add(job);
        if (fault == Fault.VANISHES_AFTER_THE_JOB) {
            throw new Vanished();
        }
        return IppPacket.response(Status.successfulOk).addGroup(group(job)).build();
    }

    private IppPacket take(Job job, byte[] document) {
        if (job.fault == Fault.REFUSES_THE_DOCUMENT) {
            return IppPacket.response(Status.clientErrorDocumentFormatError).build();
        }
        documents.add(document);
        job.sheets = pages(document) / (job.sides.equals("one-sided") ? 1 : 2);
        job.state = JobState.processing;
        job.reasons = List.of("job-printing");
        if (job.fault == Fault.VANISHES_AFTER_THE_DOCUMENT) {
            throw new Vanished();
        }
        return IppPacket.response(Status.successfulOk).addGroup(group(job)).build();
    }

    private static int pages(byte[] document) {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            return pdf.getNumberOfPages();
        } catch (IOException e) {
            return 2;
        }
    }

    private void print(Job job) {
        if (!job.state.equals(JobState.processing)) {
            return;
        }
        if (job.out == 1 && goesWrong(job)) {
            return;
        }
        if (job.out < job.sheets) {
            comesOut(job);
        } else if (job.fault != Fault.FINISHES_LATE || job.late++ == 3) {
            done(job);
        }
    }

    private void comesOut(Job job) {
        job.out++;
        for (int i = 0; i < (job.fault == Fault.REPEATS ? 2 : 1); i++) {
            tray.add(job.name + " " + job.out);
            job.counted += job.fault == Fault.DOES_NOT_COUNT ? 0 : 1;
        }
    }

    private static void done(Job job) {
        job.state = JobState.completed;
        job.reasons = List.of("job-completed-successfully");
    }

    private boolean goesWrong(Job job) {
        if (job.fault.stops()) {
            says.put(Types.printerState, PrinterState.stopped);
            says.put(Types.printerStateReasons, job.fault.reason);
            return true;
        }
        switch (job.fault) {
            case LIES -> {
                job.counted = job.sheets;
                done(job);
            }
            case SAYS_DONE_EARLY -> done(job);
            case GIVES_UP -> {
                job.state = JobState.aborted;
                job.reasons = List.of("aborted-by-system");
            }
            case FORGETS -> jobs.clear();
            case FORGETS_AND_COUNTS_ANEW -> {
                jobs.clear();
                jobs.add(new Job(job.id, "another's", Fault.NONE, "one-sided"));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Optional<Job> of(IppPacket request) {
        Integer id = request.getValue(Tag.operationAttributes, Types.jobId);
        return id == null ? Optional.empty() : of(id);
    }

    private Optional<Job> of(int id) {
        return jobs.stream().filter(job -> job.id == id).findFirst();
    }

    private static boolean over(Job job) {
        return List.of(JobState.completed, JobState.aborted, JobState.canceled).contains(job.state);
    }

    private static AttributeGroup group(Job job) {
        MutableAttributeGroup group = AttributeGroup.mutableGroupOf(Tag.jobAttributes);
        group.put(Types.jobId, job.id);
        group.put(Types.jobName, job.name);
        group.put(Types.jobState, job.state);
        group.put(Types.jobStateReasons, job.reasons);
        group.put(Types.jobMediaSheetsCompleted, job.counted);
        group.put(Types.sides, job.sides);
        return group;
    }
}
