package nienkhoa.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Logs of a home, in {@code <home>/logs/nienkhoa.log}, five old ones kept. What is said there names records by id only.
 * Until a home is open, warnings go to the standard error ({@code logback.xml}); from then on nothing but the file has them,
 * for people read their own sentences there and no stack traces.
 */
final class Logs {

    private static final String FILE_NAME = "nienkhoa.log";

    /** Name of the appender in {@code logback.xml}. */
    private static final String CONSOLE = "stderr";

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{36} %msg%n";

    private Logs() {}

    static Path file(Home home) {
        return home.logs().resolve(FILE_NAME);
    }

    /** From now on this process logs in this home, whichever it logged in before. */
    static void writeTo(Home home) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        String file = file(home).toString();
        if (root.getAppender(FILE_NAME) instanceof RollingFileAppender<ILoggingEvent> before) {
            if (file.equals(before.getFile())) {
                return;
            }
            root.detachAppender(before);
            before.stop();
        }
        root.addAppender(appender(context, file(home)));
        root.detachAppender(CONSOLE);
        root.setLevel(Level.INFO);
    }

    private static RollingFileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(FILE_NAME);
        appender.setFile(file.toString());
        appender.setEncoder(encoder(context));
        FixedWindowRollingPolicy old = new FixedWindowRollingPolicy();
        old.setContext(context);
        old.setParent(appender);
        old.setFileNamePattern(file + ".%i");
        old.setMaxIndex(5);
        old.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
        full.setContext(context);
        full.setMaxFileSize(FileSize.valueOf("10MB"));
        full.start();
        appender.setRollingPolicy(old);
        appender.setTriggeringPolicy(full);
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }
}
