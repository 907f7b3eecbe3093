package nienkhoa.app;

import java.util.function.Supplier;
import nienkhoa.audit.AuditFlush;
import nienkhoa.audit.AuditStore;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** An opened home with its database and every part wired; one a process. Closing stops the database last. */
public final class Application implements AutoCloseable {

    /** What is open in this process for the commands of this thread. */
    private static final ThreadLocal<Application> LENT = new ThreadLocal<>();

    private final HomeLock lock;
    private final ConfigurableApplicationContext context;
    private final boolean borrowed;

    private boolean opened;

    private Application(HomeLock lock, ConfigurableApplicationContext context, boolean borrowed) {
        this.lock = lock;
        this.context = context;
        this.borrowed = borrowed;
    }

    /** Runs commands in this thread; those that open this home get this application, which stays open. */
    <T> T lendTo(Supplier<T> commands) {
        LENT.set(this);
        try {
            return commands.get();
        } finally {
            LENT.remove();
        }
    }

    /** Whether this thread works in an application that was lent to it. */
    static boolean isLent() {
        return LENT.get() != null;
    }

    /** Does this before any part is closed, also when the process is told to end. */
    void beforeClosing(Runnable last) {
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> last.run());
    }

    /**
     * Opens a home for a command that works in it.
     *
     * @param more configurations beside {@link Wiring}
     * @throws Problem if another process works there, the configuration is wrong, or the database cannot be used
     */
    public static Application open(Home home, Class<?>... more) {
        Application application = openForRebuild(home, more);
        try {
            application.flushAudit();
            application.opened = true;
            return application;
        } catch (RuntimeException e) {
            application.closeParts();
            throw e;
        }
    }

    /** As {@link #open}, though the database and the store may tell two different stories. */
    public static Application openForRebuild(Home home, Class<?>... more) {
        Application lent = LENT.get();
        if (lent != null && more.length == 0 && lent.part(Home.class).equals(home)) {
            return new Application(lent.lock, lent.context, true);
        }
        Logs.writeTo(home);
        HomeLock lock = HomeLock.take(home);
        try {
            return new Application(lock, context(home, Configuration.read(home), more), false);
        } catch (RuntimeException e) {
            lock.close();
            throw Failures.problemIn(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** The one part of this type. */
    public <T> T part(Class<T> type) {
        try {
            return context.getBean(type);
        } catch (RuntimeException e) {
            throw Failures.problemIn(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** Brings acts that were committed into the store; called at the start and at the end of every command. */
    private void flushAudit() {
        AuditWitness.write(part(Home.class).root(), part(AuditFlush.class), part(AuditStore.class));
    }

    @Override
    public void close() {
        try {
            if (opened) {
                flushAudit();
            }
        } finally {
            closeParts();
        }
    }

    private void closeParts() {
        if (borrowed) {
            return;
        }
        context.close();
        lock.close();
    }

    static ConfigurableApplicationContext context(Home home, Configuration configuration, Class<?>... more) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        return new SpringApplicationBuilder(Wiring.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .addCommandLineProperties(false)
                .initializers(context -> {
                    GenericApplicationContext parts = (GenericApplicationContext) context;
                    parts.registerBean(Home.class, () -> home);
                    parts.registerBean(Configuration.class, () -> configuration);
                })
                .run();
    }
}
