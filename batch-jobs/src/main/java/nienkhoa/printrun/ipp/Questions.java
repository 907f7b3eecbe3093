package nienkhoa.printrun.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nienkhoa.printrun.PrinterGone;

/** What can be asked of a printer without changing anything there. */
final class Questions {

    private static final Set<Status> NO_SUCH_JOB = Set.of(Status.clientErrorNotFound, Status.clientErrorGone);

    private final URI printer;
    private final IppWire wire;

    Questions(URI printer, IppWire wire) {
        this.printer = printer;
        this.wire = wire;
    }

    /** All answers below 0x100 are good ones (RFC 8011, section 4.1.6). */
    static boolean fine(IppPacket answer) {
        return answer.getStatus().getCode() < 0x100;
    }

    Abilities abilities() throws PrinterGone, Unwilling {
        return new Abilities(printer, words("all"));
    }

    Words state() throws PrinterGone, Unwilling {
        return words("printer-state", "printer-state-reasons");
    }

    private Words words(String... attributes) throws PrinterGone, Unwilling {
        IppPacket.Builder request = IppPacket.getPrinterAttributes(printer);
        request.getOperationAttributes().put(Types.requestedAttributes, List.of(attributes));
        IppPacket answer = wire.ask(request);
        if (!fine(answer)) {
            throw new Unwilling(
                    printer, "P215_NO_PRINTER_HERE", answer.getStatus().getName());
        }
        return Words.of(answer, Tag.printerAttributes);
    }

    /** Empty if the printer knows no job of this number. */
    Optional<JobWord> job(int id) throws PrinterGone, Unwilling {
        IppPacket.Builder request = IppPacket.getJobAttributes(printer, id);
        request.getOperationAttributes().put(Types.requestedAttributes, List.of(JobWord.ASKED));
        IppPacket answer = wire.ask(request);
        if (NO_SUCH_JOB.contains(answer.getStatus())) {
            return Optional.empty();
        }
        return Optional.of(new JobWord(Words.of(good(answer), Tag.jobAttributes)));
    }

    /** All jobs that the printer remembers under a name, the newest last. */
    List<JobWord> jobs(String name) throws PrinterGone, Unwilling {
        List<String> lists = abilities().listsAllJobs() ? List.of("all") : List.of("completed", "not-completed");
        List<JobWord> found = new ArrayList<>();
        for (String list : lists) {
            IppPacket.Builder request = IppPacket.getJobs(printer);
            request.getOperationAttributes().put(Types.whichJobs, list);
            request.getOperationAttributes().put(Types.myJobs, false);
            request.getOperationAttributes()
                    .put(Types.requestedAttributes, "job-id", "job-name", "job-state", "job-state-reasons");
            for (AttributeGroup group : good(wire.ask(request)).getAttributeGroups()) {
                if (group.getTag().equals(Tag.jobAttributes) && Words.of(group).has("job-name", name)) {
                    found.add(new JobWord(Words.of(group)));
                }
            }
        }
        found.sort(Comparator.comparingInt(JobWord::id));
        return found;
    }

    private IppPacket good(IppPacket answer) throws PrinterGone {
        if (!fine(answer)) {
            IllegalStateException cause =
                    new IllegalStateException(answer.getStatus().toString());
            throw new PrinterGone(printer + ": " + cause.getMessage(), cause);
        }
        return answer;
    }
}
