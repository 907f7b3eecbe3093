package nienkhoa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a night job and a person who wants the same home say to each other through two files of it: {@code night-job}
 * while a job runs, {@code wanted} when a person came meanwhile.
 */
final class NightSign {

    private final Path sign;

    private NightSign(Path sign) {
        this.sign = sign;
    }

    static NightSign put(Home home, String job) {
        try {
            Path sign = signOf(home);
            Files.writeString(sign, ProcessHandle.current().pid() + " " + job);
            return new NightSign(sign);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The job that runs; empty if none does, also when the process that put the sign was killed. */
    static Optional<String> job(Home home) {
        try {
            String[] written = Files.readString(signOf(home)).split(" ", 2);
            boolean alive = ProcessHandle.of(Long.parseLong(written[0]))
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
            return alive ? Optional.of(written[1]) : Optional.empty();
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Says that a person wants the home: no further job begins for now. */
    static void want(Home home) {
        try {
            Files.writeString(wantedOf(home), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isWanted(Home home) {
        return Files.exists(wantedOf(home));
    }

    /** @return whether a person had wanted the home */
    static boolean forget(Home home) {
        try {
            return Files.deleteIfExists(wantedOf(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(sign);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path signOf(Home home) {
        return home.work().resolve("night-job");
    }

    private static Path wantedOf(Home home) {
        return home.work().resolve("wanted");
    }
}
