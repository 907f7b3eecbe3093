package nienkhoa.printrun.ipp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A printer ({@code ippeveprinter}) and queues ({@code cupsd}) of other makers, if they are installed; a test that needs
 * one which is not is skipped and says so. All that they write lies in one folder.
 */
final class CupsPrograms implements AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin");

    private final Path folder;
    private final List<Process> running = new ArrayList<>();
    private int scheduler;

    CupsPrograms(Path folder) {
        this.folder = folder;
    }

    private static String program(String name) {
        return PLACES.stream()
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(() -> Assumptions.abort(name + " is not installed"));
    }

    /** Starts a printer that keeps what it is sent in {@code spool}, and waits until it answers. */
    Running printer(int port, String... options) throws Exception {
        Files.createDirectories(folder.resolve("spool"));
        List<String> command = new ArrayList<>(List.of(program("ippeveprinter"), "-r", "off", "-n", "localhost"));
        command.addAll(List.of(
                "-p",
                Integer.toString(port),
                "-k",
                "-d",
                folder.resolve("spool").toString()));
        command.addAll(List.of(options));
        command.add("Invented printer");
        Process process = start(Map.of("DBUS_SYSTEM_BUS_ADDRESS", bus()), command);
        await(process, port);
        return new Running(process, URI.create("ipp://localhost:" + port + "/ipp/print"));
    }

    record Running(Process process, URI uri) {

        /** As if somebody pulled the plug. */
        void cutPower() throws InterruptedException {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** The printer wants to announce itself; a bus of its own lets it, and nobody hears it. */
    private String bus() throws Exception {
        Path socket = folder.resolve("bus");
        String address = "unix:path=" + socket;
        if (Files.notExists(socket)) {
            start(Map.of(), List.of(program("dbus-daemon"), "--session", "--nofork", "--address=" + address));
            for (int i = 0; i < 100 && Files.notExists(socket); i++) {
                Thread.sleep(50);
            }
        }
        return address;
    }

    /** A queue that sends to a device; its policy is what it does after an error. */
    URI queue(String name, URI device, String policy) throws Exception {
        if (scheduler == 0) {
            scheduler = freePort();
            await(start(Map.of(), scheduler()), scheduler);
        }
        List<String> command = List.of(program("lpadmin"), "-h", "localhost:" + scheduler, "-p", name, "-E");
        List<String> rest =
                List.of("-v", device.toString(), "-m", "everywhere", "-o", "printer-error-policy=" + policy);
        Process admin =
                start(Map.of(), Stream.concat(command.stream(), rest.stream()).toList());
        Assumptions.assumeTrue(admin.waitFor(30, TimeUnit.SECONDS) && admin.exitValue() == 0, "lpadmin makes no queue");
        return URI.create("ipp://localhost:" + scheduler + "/printers/" + name);
    }

    private List<String> scheduler() throws IOException {
        // the filters of a queue run as another user
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path root = Files.createDirectories(folder.resolve("cups"));
        for (String part : List.of("state", "spool", "spool/tmp", "cache")) {
            Files.createDirectories(root.resolve(part));
        }
        Files.writeString(root.resolve("cupsd.conf"), """
                Listen localhost:%d
                Browsing Off
                DefaultAuthType None
                <Location />
                  Allow all
                </Location>
                <Location /admin>
                  Allow all
                </Location>
                <Policy default>
                  <Limit All>
                    Order deny,allow
                  </Limit>
                </Policy>
                """.formatted(scheduler));
        Files.writeString(root.resolve("cups-files.conf"), """
                ServerRoot %1$s
                StateDir %1$s/state
                RequestRoot %1$s/spool
                TempDir %1$s/spool/tmp
                CacheDir %1$s/cache
                AccessLog %1$s/access
                ErrorLog %1$s/error
                PageLog %1$s/page
                """.formatted(root));
        return List.of(program("cupsd"), "-f", "-c", root + "/cupsd.conf", "-s", root + "/cups-files.conf");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("programs.log").toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private static void await(Process process, int port) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Assumptions.assumeTrue(process.isAlive(), "a program of CUPS does not start here");
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        Assumptions.abort("a program of CUPS does not answer");
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
        running.forEach(process -> process.onExit()
                .completeOnTimeout(process, 5, TimeUnit.SECONDS)
                .join()
                .destroyForcibly());
    }
}
