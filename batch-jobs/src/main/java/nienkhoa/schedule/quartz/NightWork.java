package nienkhoa.schedule.quartz;

/** What is done when a job's time has come. */
@FunctionalInterface
public interface NightWork {

    /** Runs the job if it is still owed; it may be called again for a night that was done. Nothing is thrown. */
    void run(String job);
}
