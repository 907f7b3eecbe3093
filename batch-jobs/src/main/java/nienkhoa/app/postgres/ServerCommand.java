package nienkhoa.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nienkhoa.app.Problem;

/**
 * Runs {@code initdb} and {@code pg_ctl}.
 *
 * <p>Quirk: PostgreSQL refuses to run as root. On Linux the programs are then run in a user namespace of their own, in
 * which the same files belong to an ordinary user.
 *
 * @param output file to which the programs write; not a pipe, because on Windows the server would keep it open
 */
record ServerCommand(PostgresPrograms programs, Path output) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** What a program said and how it ended. */
    record Result(int exit, String said) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    Result run(String program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(programs.program(program).toString());
        line.addAll(Arrays.asList(arguments));
        Process process = begin(line);
        int exit = waitFor(process);
        String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
        if (exit != 0 && said.startsWith("unshare:")) {
            throw Problem.wrongUse("S011_NO_DATABASE_AS_ROOT", said);
        }
        return new Result(exit, said);
    }

    private Process begin(List<String> line) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            return builder.start();
        } catch (IOException e) {
            if (line.get(0).equals("unshare")) {
                throw Problem.wrongUse("S011_NO_DATABASE_AS_ROOT", "unshare");
            }
            throw e;
        }
    }

    private static int waitFor(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                        process.destroyForcibly();
                    }
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isRoot() throws IOException {
        Path self = Path.of("/proc/self");
        return Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"));
    }
}
