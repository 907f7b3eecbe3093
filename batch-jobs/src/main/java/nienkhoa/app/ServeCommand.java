package nienkhoa.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code serve}: does what the plan asks for, night after night, until it is told to end. It has the home only while it
 * works there, so a person's commands run by day as if it were not there.
 */
@Command(name = "serve", sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    /** Longest sleep: a machine that was suspended finds out so long after it wakes. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(20);

    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);

    private static final Duration WHILE_BUSY = Duration.ofSeconds(20);

    /** Until the next look where the plan has no night, and where something is wrong that a person has to mend. */
    private static final Duration LONG_REST = Duration.ofMinutes(30);

    private static final Set<String> BUSY = Set.of("S003_HOME_BUSY", "S005_NIGHT_JOB_RUNS");

    private final RootCommand root;

    @Option(names = "--once", descriptionKey = "serve-once")
    private boolean once;

    private Clock clock = Clock.systemUTC();

    private @Nullable Instant waitedSince;

    /** Whether the process was told to end: what fails from then on fails because of that. */
    private volatile boolean ending;

    ServeCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints after every stretch of work. */
    record Result(String next, String summary) {}

    @Override
    public Integer call() throws InterruptedException {
        Home home = root.home();
        clock = Clock.system(Configuration.read(home).zone());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true, "serve-ends"));
        HomeLock schedule = HomeLock.takeSchedule(home);
        try {
            return serve(home).number();
        } finally {
            schedule.close();
        }
    }

    private ExitCode serve(Home home) throws InterruptedException {
        Optional<NightShift.Done> done = work(home);
        while (!ending && (!once || done.isEmpty())) {
            sleepUntil(rest(done));
            done = workOn(home);
        }
        boolean quiet = done.flatMap(NightShift.Done::summary)
                .map(NightSummary::isQuiet)
                .orElse(true);
        return quiet ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private Instant rest(Optional<NightShift.Done> done) {
        Instant now = clock.instant();
        if (done.isEmpty()) {
            return now.plus(WHILE_BUSY);
        }
        Instant least = now.plus(SHORTEST_REST);
        Instant next = done.get().next().orElse(now.plus(LONG_REST));
        return next.isAfter(least) ? next : least;
    }

    /** What is wrong now may be mended later, so one that has begun does not end over it. */
    private Optional<NightShift.Done> workOn(Home home) throws InterruptedException {
        while (true) {
            try {
                return work(home);
            } catch (RuntimeException e) {
                if (ending) {
                    return Optional.empty();
                }
                Problem problem = Failures.problemIn(e)
                        .orElseGet(() -> Problem.failedBy(
                                e,
                                "S099_UNEXPECTED",
                                e.toString(),
                                root.logFile().toString()));
                LoggerFactory.getLogger(ServeCommand.class).error("{}", problem.code(), e);
                root.console().problem(problem);
                sleepUntil(clock.instant().plus(LONG_REST));
            }
        }
    }

    /** One shift; empty if another command has the home. */
    private Optional<NightShift.Done> work(Home home) {
        try (Application application = Application.open(home)) {
            NightShift.Done done =
                    new NightShift(home, clock, root.language()).work(application, Optional.ofNullable(waitedSince));
            waitedSince = null;
            tell(home, done);
            return Optional.of(done);
        } catch (Problem problem) {
            if (!BUSY.contains(problem.code())) {
                throw problem;
            }
            if (waitedSince == null) {
                waitedSince = clock.instant();
                Console console = root.console();
                console.err().println(ScheduleTexts.text(console.messages(), "SERVE_WAITS"));
            }
            return Optional.empty();
        }
    }

    private void tell(Home home, NightShift.Done done) {
        Console console = root.console();
        String next = done.next()
                .map(at -> ScheduleTexts.dayAndTime(at, Configuration.read(home).zone()))
                .orElse("–");
        String summary = done.summary()
                .map(one -> NightSummary.text(home, one.night()).toString())
                .orElse("");
        String text = ScheduleTexts.text(console.messages(), "SERVE_NEXT", next);
        console.result(
                new Result(done.next().map(Instant::toString).orElse(""), summary),
                summary.isEmpty()
                        ? text
                        : ScheduleTexts.text(console.messages(), "SERVE_SUMMARY", summary)
                                + System.lineSeparator()
                                + text);
    }

    /** The clock is looked at again and again: it may be set, and the machine may sleep. */
    private void sleepUntil(Instant at) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), at);
        while (!left.isNegative() && !left.isZero()) {
            Thread.sleep(Math.min(left.toMillis() + 1, LONGEST_SLEEP.toMillis()));
            left = Duration.between(clock.instant(), at);
        }
    }
}
