package nienkhoa.printrun.ipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.MutableAttributeGroup;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import java.util.Collections;
import java.util.List;

/** A job of a printer that goes wrong after the first sheet. It goes on whenever somebody looks. */
final class FaultyJob {

    private final int id;
    private final String name;
    private final String sides;
    private Fault fault;
    private int sheets;
    private int out;
    private int counted;
    private int late;
    private JobState state = JobState.pendingHeld;
    private List<String> reasons = List.of("job-incoming");

    FaultyJob(int id, String name, Fault fault, String sides) {
        this.id = id;
        this.name = name;
        this.fault = fault;
        this.sides = sides;
    }

    int id() {
        return id;
    }

    Fault fault() {
        return fault;
    }

    void begin(int pages) {
        sheets = pages / (sides.equals("one-sided") ? 1 : 2);
        becomes(JobState.processing, "job-printing");
    }

    void mend() {
        if (fault.stops() && !over()) {
            fault = Fault.NONE;
            becomes(JobState.processing, "job-printing");
        }
    }

    /** False if it is over. */
    boolean cancel() {
        if (over()) {
            return false;
        }
        becomes(JobState.canceled, "job-canceled-by-user");
        return true;
    }

    private boolean over() {
        return List.of(JobState.completed, JobState.aborted, JobState.canceled).contains(state);
    }

    private void becomes(JobState next, String reason) {
        state = next;
        reasons = List.of(reason);
    }

    private boolean itsMoment() {
        return state.equals(JobState.processing) && out == 1;
    }

    boolean stopsNow() {
        return itsMoment() && fault.stops();
    }

    boolean forgetsNow() {
        return itsMoment() && (fault == Fault.FORGETS || fault == Fault.FORGETS_AND_COUNTS_ANEW);
    }

    /** @return what comes out */
    List<String> goOn() {
        if (!state.equals(JobState.processing) || (out == 1 && endsEarly())) {
            return List.of();
        }
        if (out < sheets) {
            return comesOut();
        }
        if (fault != Fault.FINISHES_LATE || late++ == 3) {
            becomes(JobState.completed, "job-completed-successfully");
        }
        return List.of();
    }

    private List<String> comesOut() {
        out++;
        int copies = fault == Fault.REPEATS ? 2 : 1;
        counted += fault == Fault.DOES_NOT_COUNT ? 0 : copies;
        return Collections.nCopies(copies, name + " " + out);
    }

    private boolean endsEarly() {
        switch (fault) {
            case LIES -> {
                counted = sheets;
                becomes(JobState.completed, "job-completed-successfully");
            }
            case SAYS_DONE_EARLY -> becomes(JobState.completed, "job-completed-successfully");
            case GIVES_UP -> becomes(JobState.aborted, "aborted-by-system");
            default -> {
                return false;
            }
        }
        return true;
    }

    AttributeGroup group() {
        MutableAttributeGroup group = AttributeGroup.mutableGroupOf(Tag.jobAttributes);
        group.put(Types.jobId, id);
        group.put(Types.jobName, name);
        group.put(Types.jobState, state);
        group.put(Types.jobStateReasons, reasons);
        group.put(Types.jobMediaSheetsCompleted, counted);
        group.put(Types.sides, sides);
        return group;
    }
}
