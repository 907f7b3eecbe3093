package nienkhoa.schedule.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** A job as Quartz keeps it: its key names what is done. */
@DisallowConcurrentExecution
public final class QuartzJob implements Job {

    private final NightWork work;

    QuartzJob(NightWork work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.run(context.getJobDetail().getKey().getName());
    }
}
