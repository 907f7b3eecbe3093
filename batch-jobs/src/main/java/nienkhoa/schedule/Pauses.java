package nienkhoa.schedule;

import java.util.List;
import nienkhoa.audit.Projection;

/** Pauses, as acts left them. */
public interface Pauses extends Projection {

    /** The record that these acts are on: {@code schedule} or {@code schedule/<job>}. */
    String RECORD = "schedule";

    String PAUSED = "SCHEDULE_PAUSED";
    String RESUMED = "SCHEDULE_RESUMED";

    /** Old ones too, in the order in which they began. */
    List<Pause> all();

    /** The record of a job's acts; of all jobs' if it is empty. */
    static String record(String job) {
        return job.isEmpty() ? RECORD : RECORD + "/" + job;
    }
}
