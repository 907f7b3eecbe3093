package nienkhoa.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nienkhoa.printrun.Destination;
import nienkhoa.printrun.Printer;
import nienkhoa.printrun.RunPlan.Speed;
import nienkhoa.printrun.folder.FolderPrinter;
import nienkhoa.printrun.ipp.IppOptions;
import nienkhoa.printrun.ipp.IppOptions.Quality;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Where a home prints, from {@code config/printers.yaml}. */
final class PrintersFile {

    static final String FILE = "printers.yaml";

    private static final String EXAMPLE = """
            may-a3: {ipp: "ipp://192.168.1.20/ipp/print", tray: tray-2, quality: normal, sidesPerMinute: {a4: 20, a3: 10}}
            hang-doi: {cups: van-phong}
            usb: {folder: /media/usb/hoc-ba}
            """;

    /** How carefully a printer prints, as people write it; a folder does not print. */
    private static final Map<String, Quality> QUALITIES =
            Map.of("draft", Quality.DRAFT, "normal", Quality.NORMAL, "high", Quality.HIGH);

    /** An office machine, if nothing is said. */
    private static final Speed OFFICE = new Speed(20, 10);

    private final Path config;
    private final Path file;
    private final NetworkPrinters network;

    PrintersFile(Home home, NetworkPrinters network) {
        this.config = home.config();
        this.file = config.resolve(FILE);
        this.network = network;
    }

    /** Opens printers that are reached over the network. */
    interface NetworkPrinters {
        Printer open(URI address, IppOptions options);
    }

    private record SidesPerMinute(int a4, int a3) {}

    private record Written(
            @Nullable String folder,
            @Nullable String ipp,
            @Nullable String cups,
            @Nullable String tray,
            @Nullable String fingerprint,
            @Nullable String quality,
            @Nullable SidesPerMinute sidesPerMinute) {

        boolean isOne() {
            boolean knownQuality = quality == null || (folder == null && QUALITIES.containsKey(quality));
            return knownQuality
                    && Stream.of(folder, ipp, cups).filter(way -> way != null).count() == 1;
        }

        IppOptions options() {
            return IppOptions.standard()
                    .withTray(Optional.ofNullable(tray).orElse(""))
                    .withFingerprint(Optional.ofNullable(fingerprint).orElse(""))
                    .withQuality(QUALITIES.getOrDefault(String.valueOf(quality), Quality.NORMAL));
        }
    }

    /**
     * The destination of this name.
     *
     * @throws Problem if the file is missing, says nonsense, or does not name it
     */
    Destination open(String name) {
        Map<String, Written> all = read();
        Written written = Optional.ofNullable(all.get(name))
                .orElseThrow(() -> Problem.wrongUse(
                        "S281_UNKNOWN_PRINTER", name, file.toString(), String.join(", ", all.keySet())));
        String tray = written.options().tray();
        if (written.folder != null) {
            Path folder = config.resolve(written.folder).normalize();
            return new Destination(name, new FolderPrinter(folder), false, tray);
        }
        try {
            return new Destination(name, network.open(address(written), written.options()), true, tray);
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }

    /** How fast a printer is said to be; an office machine's speed if nobody has said. */
    Speed speed(String name) {
        Written written = Files.exists(file) ? read().get(name) : null;
        return written == null || written.sidesPerMinute == null
                ? OFFICE
                : new Speed(written.sidesPerMinute.a4(), written.sidesPerMinute.a3());
    }

    private static URI address(Written written) {
        return URI.create(written.ipp != null ? written.ipp : "ipp://localhost:631/printers/" + written.cups);
    }

    private Map<String, Written> read() {
        if (Files.notExists(file)) {
            throw Problem.wrongUse("S280_NO_PRINTERS", file.toString(), EXAMPLE);
        }
        try {
            TypeReference<TreeMap<String, Written>> type = new TypeReference<>() {};
            Map<String, Written> all = new YAMLMapper().readValue(Files.readString(file), type);
            all.forEach((name, written) -> {
                if (written == null || !written.isOne()) {
                    throw bad(name);
                }
            });
            return all;
        } catch (IOException e) {
            throw bad(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            throw bad(e.getOriginalMessage());
        }
    }

    private Problem bad(@Nullable String what) {
        return Problem.wrongUse("S282_BAD_PRINTERS", file.toString(), String.valueOf(what), EXAMPLE);
    }
}
