package nienkhoa.schedule.quartz;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * A Quartz scheduler on its tables in PostgreSQL: one node, one thread, so one job at a time. Each job has one trigger for
 * the time that the plan computed; what is done when it fires is asked of the plan again. At its start Quartz frees what a
 * killed process left acquired or blocked, and fires again what was cut off.
 */
public final class QuartzNights implements AutoCloseable {

    private static final String NAME = "nienkhoa";

    private static final String GROUP = "night";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Scheduler scheduler;
    private final Clock clock;

    private QuartzNights(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /**
     * Opens the scheduler; nothing fires yet. One at a time in a process.
     *
     * @param clock by which the plan counts; the machine's own clock may say something else
     */
    public static QuartzNights open(DataSource database, Clock clock, NightWork work) {
        try {
            DBConnectionManager.getInstance().addConnectionProvider(NAME, new Connections(database));
            Scheduler scheduler = new StdSchedulerFactory(properties()).getScheduler();
            scheduler.setJobFactory((fired, one) -> new QuartzJob(work));
            return new QuartzNights(scheduler, clock);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("org.quartz.scheduler.instanceName", NAME),
                Map.entry("org.quartz.scheduler.instanceId", "one"),
                Map.entry("org.quartz.scheduler.skipUpdateCheck", "true"),
                Map.entry("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool"),
                Map.entry("org.quartz.threadPool.threadCount", "1"),
                Map.entry("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"),
                Map.entry("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"),
                Map.entry("org.quartz.jobStore.dataSource", NAME),
                Map.entry("org.quartz.jobStore.tablePrefix", "QRTZ_"),
                Map.entry("org.quartz.jobStore.isClustered", "false"),
                Map.entry("org.quartz.jobStore.acquireTriggersWithinLock", "true")));
        return properties;
    }

    /**
     * Says when each job fires, in the order of the map where two fire at once. Jobs and triggers that are not named are
     * removed.
     */
    public void plan(Map<String, Instant> times) {
        try {
            int order = times.size();
            for (Map.Entry<String, Instant> time : times.entrySet()) {
                plan(time.getKey(), time.getValue(), order--);
            }
            for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
                if (!times.containsKey(key.getName())) {
                    scheduler.deleteJob(key);
                }
            }
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not take the plan", e);
        }
    }

    private void plan(String job, Instant at, int priority) throws SchedulerException {
        JobDetail detail = JobBuilder.newJob(QuartzJob.class)
                .withIdentity(job, GROUP)
                .storeDurably()
                .requestRecovery()
                .build();
        scheduler.addJob(detail, true);
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(job, GROUP)
                .forJob(detail)
                .startAt(machineTime(at))
                .withPriority(priority)
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        TriggerKey key = trigger.getKey();
        if (scheduler.checkExists(key)) {
            scheduler.rescheduleJob(key, trigger);
        } else {
            scheduler.scheduleJob(trigger);
        }
    }

    /** Quartz asks the machine for the time, so a time of our clock is counted from now. What is past fires at once. */
    private Date machineTime(Instant at) {
        Duration ahead = Duration.between(clock.instant(), at);
        return Date.from(machineTime().plusMillis(Math.max(0, ahead.toMillis())));
    }

    private static Instant machineTime() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    /** Fires what is due and returns when nothing runs and nothing is due any more, or when it was closed meanwhile. */
    public void runUntilIdle() {
        try {
            scheduler.start();
            while (!scheduler.isShutdown() && isBusy()) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (SchedulerException e) {
            if (!isShutdown()) {
                throw new IllegalStateException("Quartz failed", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isShutdown() {
        try {
            return scheduler.isShutdown();
        } catch (SchedulerException e) {
            return true;
        }
    }

    /** A trigger that fires no more stays until its job is over; so do those that Quartz makes to recover. */
    private boolean isBusy() throws SchedulerException {
        if (!scheduler.getCurrentlyExecutingJobs().isEmpty()) {
            return true;
        }
        Instant now = machineTime();
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
            Trigger trigger = scheduler.getTrigger(key);
            if (trigger != null && isDue(trigger.getNextFireTime(), now)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDue(@Nullable Date next, Instant now) {
        return next == null || !next.toInstant().isAfter(now);
    }

    /** Waits for the job that runs; nothing more is begun. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not stop", e);
        }
    }

    /** Connections of the application's own pool, which is closed by its owner. */
    private record Connections(DataSource pool) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return pool.getConnection();
        }

        @Override
        public void initialize() {}

        @Override
        public void shutdown() {}
    }
}
