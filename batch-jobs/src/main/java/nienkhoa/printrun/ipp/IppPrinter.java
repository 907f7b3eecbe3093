package nienkhoa.printrun.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.printrun.JobRefused;
import nienkhoa.printrun.JobReport;
import nienkhoa.printrun.PrintJob;
import nienkhoa.printrun.PrintNeeds;
import nienkhoa.printrun.Printer;
import nienkhoa.printrun.PrinterGone;

/**
 * A printer or a queue that speaks IPP 2.0. It is believed as far as it goes: {@link #look} asks for one job by its
 * number and compares the name, since lists of open jobs drop failed ones and numbers begin again after a power cut.
 */
public final class IppPrinter implements Printer {

    private static final Set<Status> BUSY = Set.of(
            Status.serverErrorBusy,
            Status.serverErrorTemporaryError,
            Status.serverErrorServiceUnavailable,
            Status.serverErrorTooManyJobs);

    private final URI printer;
    private final IppOptions options;
    private final IppWire wire;
    private final Questions questions;

    /**
     * Asks nothing yet.
     *
     * @param printer {@code ipp://host[:port]/path} or {@code ipps://…}; a queue of CUPS is
     *     {@code ipp://host:631/printers/NAME}
     * @throws IllegalArgumentException if it is no such address
     */
    public IppPrinter(URI printer, IppOptions options) {
        this.printer = printer;
        this.options = options;
        this.wire = new IppWire(printer, options.fingerprint(), options.answer());
        this.questions = new Questions(printer, wire);
    }

    @Override
    public List<Finding> cannot(PrintNeeds needs) throws PrinterGone {
        try {
            Abilities abilities = questions.abilities();
            List<Finding> findings = new ArrayList<>(abilities.cannot(needs, options));
            if (findings.stream().allMatch(finding -> finding.severity() == Severity.WARN)) {
                tryOut(needs, abilities, findings);
            }
            return List.copyOf(findings);
        } catch (Unwilling e) {
            return List.of(e.finding());
        }
    }

    /** Validate-Job (RFC 8011, section 4.2.3) with each ticket that will occur. */
    private void tryOut(PrintNeeds needs, Abilities abilities, List<Finding> findings) throws PrinterGone, Unwilling {
        for (PrintJob.Paper paper : needs.papers().stream().sorted().toList()) {
            for (PrintJob.Edge edge : needs.edges().stream().sorted().toList()) {
                JobTicket ticket = new JobTicket(abilities, options, paper, edge, needs.tray());
                IppPacket.Builder request = IppPacket.validateJob(printer);
                request.getOperationAttributes().put(Types.documentFormat, format(abilities));
                IppPacket answer = wire.ask(ticket.onto(request));
                List<String> unsupported =
                        Words.of(answer, Tag.unsupportedAttributes).names();
                String which = paper + ", " + Abilities.sides(edge);
                if (!Questions.fine(answer)) {
                    findings.add(
                            refused("P216_REFUSES", which, answer.getStatus().getName(), unsupported));
                } else if (!unsupported.isEmpty()) {
                    findings.add(
                            refused("P217_IGNORES", which, answer.getStatus().getName(), unsupported));
                }
            }
        }
    }

    private Finding refused(String code, String what, String status, List<String> unsupported) {
        List<String> args = List.of(what, status, unsupported.isEmpty() ? "-" : String.join(", ", unsupported));
        return new Finding(code, Severity.REJECT, Place.ofSubject(printer.toString()), "", args);
    }

    @Override
    public String send(PrintJob job) throws PrinterGone {
        try {
            Abilities abilities = questions.abilities();
            if (abilities.readsPdf()) {
                return send(job, abilities, job.pdf());
            }
            int dpi = abilities.rasterDpi(options.quality()).orElseThrow(() -> noFormat(job));
            try (PwgRaster raster = PwgRaster.of(job, dpi, abilities.sheetBack())) {
                return send(job, abilities, raster.file());
            }
        } catch (Unwilling e) {
            throw new JobRefused(e.finding(), false);
        }
    }

    private JobRefused noFormat(PrintJob job) {
        return new JobRefused(refused("P216_REFUSES", job.name(), "document-format", List.of()), false);
    }

    private String send(PrintJob job, Abilities abilities, Path document) throws PrinterGone, Unwilling {
        boolean inTwoSteps = abilities.createsJobs();
        JobTicket ticket = new JobTicket(abilities, options, job.paper(), job.edge(), options.tray());
        IppPacket begun = untilFree(() -> {
            IppPacket.Builder request = inTwoSteps ? IppPacket.createJob(printer) : IppPacket.printJob(printer);
            request.getOperationAttributes().put(Types.jobName, job.name());
            if (inTwoSteps) {
                return wire.tell(ticket.onto(request));
            }
            request.getOperationAttributes().put(Types.documentFormat, format(abilities));
            return wire.tell(ticket.onto(request), document, options.handover());
        });
        Optional<Integer> id = Words.of(begun, Tag.jobAttributes).number("job-id");
        if (!Questions.fine(begun) || id.isEmpty()) {
            List<String> unsupported =
                    Words.of(begun, Tag.unsupportedAttributes).names();
            throw new JobRefused(
                    refused("P216_REFUSES", job.name(), begun.getStatus().getName(), unsupported), false);
        }
        JobHandle handle = new JobHandle(id.get(), job.name());
        if (inTwoSteps) {
            complete(handle, abilities, document);
        }
        return handle.written();
    }

    /** A printer that takes the job and not its document ends the job; {@link #look} tells why and how far it got. */
    private void complete(JobHandle job, Abilities abilities, Path document) throws PrinterGone, Unwilling {
        IppPacket.Builder request = IppPacket.sendDocument(printer, job.id());
        request.getOperationAttributes().put(Types.documentFormat, format(abilities));
        request.getOperationAttributes().put(Types.lastDocument, true);
        if (!Questions.fine(wire.tell(request, document, options.handover()))) {
            cancel(job.written());
        }
    }

    private interface Attempt {
        IppPacket make() throws PrinterGone, Unwilling;
    }

    /** Tries again, more and more seldom, as long as the printer is busy with what others print. */
    private IppPacket untilFree(Attempt attempt) throws PrinterGone, Unwilling {
        BackOff pauses = new BackOff(options.answer());
        IppPacket answer = attempt.make();
        while (BUSY.contains(answer.getStatus())) {
            if (!pauses.pause()) {
                throw new JobRefused(new Unwilling(printer, "P220_BUSY").finding(), true);
            }
            answer = attempt.make();
        }
        return answer;
    }

    @Override
    public Optional<String> find(String jobName) throws PrinterGone {
        try {
            Optional<String> found = Optional.empty();
            for (JobWord job : questions.jobs(jobName)) {
                JobHandle handle = new JobHandle(job.id(), jobName);
                if (job.incomplete()) {
                    cancel(handle.written());
                }
                found = Optional.of(handle.written());
            }
            return found;
        } catch (Unwilling e) {
            throw gone(e);
        }
    }

    @Override
    public JobReport look(String job) throws PrinterGone {
        JobHandle handle = JobHandle.of(job);
        try {
            Optional<JobWord> word = questions.job(handle.id()).filter(told -> told.isOf(handle.name()));
            if (word.isEmpty()) {
                return new JobReport(JobReport.State.FORGOTTEN, -1, List.of());
            }
            return word.get().over() ? word.get().report() : word.get().report(questions.state());
        } catch (Unwilling e) {
            throw gone(e);
        }
    }

    @Override
    public void cancel(String job) throws PrinterGone {
        try {
            if (look(job).state() != JobReport.State.FORGOTTEN) {
                wire.ask(IppPacket.cancelJob(printer, JobHandle.of(job).id()));
            }
        } catch (Unwilling e) {
            throw gone(e);
        }
    }

    @Override
    public void close() {
        // Connections end by themselves.
    }

    private static String format(Abilities abilities) {
        return abilities.readsPdf() ? Abilities.PDF : Abilities.RASTER;
    }

    private PrinterGone gone(Unwilling cause) {
        return new PrinterGone(printer + ": " + cause.getMessage(), cause);
    }
}
