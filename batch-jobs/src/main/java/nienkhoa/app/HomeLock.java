package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets one process at a time work in a home folder; the system frees it when the process dies, however it dies. */
public final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Problem if another process works in this home; a night job is told that a person came */
    public static HomeLock take(Home home) {
        return take(home, "lock", () -> busy(home));
    }

    /** @throws Problem if the schedule of this home is already served */
    static HomeLock takeSchedule(Home home) {
        return take(
                home,
                "serve.lock",
                () -> NightDesk.problem("S314_SERVED_ALREADY", home.root().toString()));
    }

    /** Whether the schedule of this home is served by another process. */
    static boolean isServed(Home home) {
        try {
            takeSchedule(home).close();
            return false;
        } catch (Problem e) {
            return true;
        }
    }

    private static Problem busy(Home home) {
        Optional<String> job = NightSign.job(home);
        if (job.isEmpty()) {
            return Problem.failed("S003_HOME_BUSY", home.root().toString());
        }
        NightSign.want(home);
        return Problem.failed("S005_NIGHT_JOB_RUNS", home.root().toString(), job.get());
    }

    private static HomeLock take(Home home, String name, Supplier<Problem> busy) {
        Path file = home.root().resolve(name);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw busy.get();
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw Problem.failedBy(e, "S001_HOME_NOT_WRITABLE", home.root().toString());
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
