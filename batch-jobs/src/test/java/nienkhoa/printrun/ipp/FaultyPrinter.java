package nienkhoa.printrun.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.MutableAttributeGroup;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Operation;
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

    static {
        // else each answer waits for an acknowledgement of its headers
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final MutableAttributeGroup says = AttributeGroup.mutableGroupOf(Tag.printerAttributes);
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final List<FaultyJob> jobs = new ArrayList<>();
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
        OfficePrinter.tell(says);
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
        jobs.forEach(FaultyJob::mend);
    }

    @Override
    public void close() {
        server.stop(0);
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
            jobs.forEach(job -> all.addGroup(job.group()));
            return all.build();
        }
        return of(request)
                .map(job -> withJob(operation, job, document))
                .orElseGet(() -> IppPacket.response(Status.clientErrorNotFound).build());
    }

    private IppPacket withJob(Operation operation, FaultyJob job, byte[] document) {
        if (operation.equals(Operation.sendDocument)) {
            return take(job, document);
        } else if (operation.equals(Operation.cancelJob)) {
            Status done = job.cancel() ? Status.successfulOk : Status.clientErrorNotPossible;
            return IppPacket.response(done).build();
        }
        print(job);
        return jobs.contains(job)
                ? IppPacket.response(Status.successfulOk).addGroup(job.group()).build()
                : of(job.id())
                        .map(other -> IppPacket.response(Status.successfulOk)
                                .addGroup(other.group())
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
        FaultyJob job = new FaultyJob(jobs.size() + 1, name, fault, ticket.getString(Types.sides));
        jobs.add(job);
        if (fault == Fault.VANISHES_AFTER_THE_JOB) {
            throw new Vanished();
        }
        return IppPacket.response(Status.successfulOk).addGroup(job.group()).build();
    }

    private IppPacket take(FaultyJob job, byte[] document) {
        if (job.fault() == Fault.REFUSES_THE_DOCUMENT) {
            return IppPacket.response(Status.clientErrorDocumentFormatError).build();
        }
        documents.add(document);
        job.begin(pages(document));
        if (job.fault() == Fault.VANISHES_AFTER_THE_DOCUMENT) {
            throw new Vanished();
        }
        return IppPacket.response(Status.successfulOk).addGroup(job.group()).build();
    }

    private static int pages(byte[] document) {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            return pdf.getNumberOfPages();
        } catch (IOException e) {
            return 2;
        }
    }

    private void print(FaultyJob job) {
        if (job.stopsNow()) {
            says.put(Types.printerState, PrinterState.stopped);
            says.put(Types.printerStateReasons, job.fault().reason);
        } else if (job.forgetsNow()) {
            jobs.clear();
            if (job.fault() == Fault.FORGETS_AND_COUNTS_ANEW) {
                jobs.add(new FaultyJob(job.id(), "another's", Fault.NONE, "one-sided"));
            }
        } else {
            tray.addAll(job.goOn());
        }
    }

    private Optional<FaultyJob> of(IppPacket request) {
        Integer id = request.getValue(Tag.operationAttributes, Types.jobId);
        return id == null ? Optional.empty() : of(id);
    }

    private Optional<FaultyJob> of(int id) {
        return jobs.stream().filter(job -> job.id() == id).findFirst();
    }
}
