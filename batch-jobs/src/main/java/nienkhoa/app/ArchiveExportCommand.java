package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nienkhoa.archive.tt05.PackageFile;
import nienkhoa.archive.tt05.PackageType;
import nienkhoa.archive.tt05.PackageZip;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.archive.verify.FileDigest;
import nienkhoa.audit.Act;
import nienkhoa.audit.AuditEntry;
import nienkhoa.model.Person;
import nienkhoa.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code archive export}: packages of dossiers as zips, to hand in or to give out. Each is entered in the record of acts:
 * who took which version out, as what, and the digest of the zip.
 */
@Command(name = "export", sortOptions = false)
final class ArchiveExportCommand implements Callable<Integer> {

    /** The action by which the record of acts knows a package that was handed out. */
    static final String EXPORTED = "package.exported";

    private final RootCommand root;

    @Parameters(
            index = "0",
            arity = "1..*",
            paramLabel = "31313401/2023-2024/5A/class-summary",
            descriptionKey = "package-dossier")
    private List<String> dossiers = List.of();

    @Option(names = "--as", required = true, paramLabel = "sip|aip|dip", descriptionKey = "package-as")
    private String as = "";

    @Option(names = "--version", paramLabel = "1", descriptionKey = "package-version")
    private Optional<Integer> version = Optional.empty();

    @Option(names = "--by", required = true, paramLabel = "p02", descriptionKey = "by")
    private String by = "";

    @Option(names = "--to", paramLabel = "${bundle:label.folder}", descriptionKey = "package-to")
    private Optional<Path> to = Optional.empty();

    @Mixin
    private HandOutRequest request = new HandOutRequest();

    ArchiveExportCommand(RootCommand root) {
        this.root = root;
    }

    /**
     * What {@code --json} prints.
     *
     * @param sheet for signature and stamp, with packages to give out; empty if there is none
     */
    record Result(String folder, List<Line> packages, String sheet) {}

    /** One package. */
    record Line(String dossier, int version, boolean superseded, String type, String file, long bytes, String sha256) {}

    @Override
    public Integer call() {
        Console console = root.console();
        PackageType type = type();
        Path archive = PackageDesk.archive(root);
        try (Application application = Application.open(root.home())) {
            Person person = application.part(People.class).acting(by, Role.HEAD, Role.ARCHIVIST);
            Path folder = to.orElseGet(() -> application.part(Home.class).out().resolve("packages"));
            application.part(Authority.class).over(person, dossiers);
            List<Line> lines = new ArrayList<>();
            Optional<AuditEntry> last = Optional.empty();
            for (String dossier : dossiers) {
                Line line = export(PackageDesk.versions(archive, dossier), type, folder, lines.size() + 1);
                last = Optional.of(application.part(Acts.class).enter(act(person, line)));
                lines.add(line);
            }
            String sheet = type == PackageType.DIP ? sheet(application, folder, person, lines, last) : "";
            Result result = new Result(folder.toString(), lines, sheet);
            console.result(result, text(result, console));
            return ExitCode.DONE.number();
        }
    }

    private String sheet(
            Application application, Path folder, Person person, List<Line> lines, Optional<AuditEntry> last) {
        List<HandOutSheet.Line> files = lines.stream()
                .map(line -> new HandOutSheet.Line(line.file(), line.dossier(), line.version(), line.sha256()))
                .toList();
        return HandOutSheet.in(application)
                .write(folder, person, request, HandOutSheet.What.PACKAGES, files, last)
                .map(Path::toString)
                .orElse("");
    }

    private PackageType type() {
        for (PackageType type : PackageType.values()) {
            if (type.name().equalsIgnoreCase(as)) {
                return type;
            }
        }
        throw Problem.wrongUse("S034_BAD_ARGUMENT", "--as", as, "sip, aip, dip");
    }

    private Line export(List<StoredVersion> versions, PackageType type, Path folder, int number) {
        StoredVersion newest = versions.get(versions.size() - 1);
        StoredVersion wanted = wanted(versions, newest);
        boolean superseded = wanted.number() < newest.number();
        try {
            String prefix = type == PackageType.SIP ? number + "_" : "";
            Path zip = PackageFile.write(wanted, newest, type, folder, prefix);
            String name = zip.getFileName().toString();
            String sha256 = FileDigest.sha256(zip);
            return new Line(wanted.dossier(), wanted.number(), superseded, type.name(), name, Files.size(zip), sha256);
        } catch (PackageZip.DamagedFileException e) {
            throw Problem.failedBy(e, "S267_FILE_DAMAGED", wanted.dossier(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Problem.failedBy(e, "S266_DOSSIER_UNREADABLE", wanted.dossier(), String.valueOf(e.getMessage()));
        }
    }

    private StoredVersion wanted(List<StoredVersion> versions, StoredVersion newest) {
        int number = version.orElse(newest.number());
        return versions.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> Problem.wrongUse(
                        "S034_BAD_ARGUMENT", "--version", Integer.toString(number), "1-" + newest.number()));
    }

    private static Act act(Person person, Line line) {
        return Act.of(
                person.id(),
                EXPORTED,
                line.dossier(),
                "",
                Map.ofEntries(
                        Map.entry("version", Integer.toString(line.version())),
                        Map.entry("type", line.type()),
                        Map.entry("file", line.file()),
                        Map.entry("sha256", line.sha256())));
    }

    private String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        for (Line line : result.packages()) {
            lines.add(PackageDesk.text(
                    console,
                    line.superseded() ? "EXPORTED_SUPERSEDED" : "EXPORTED",
                    line.dossier(),
                    "" + line.version(),
                    line.type(),
                    line.file(),
                    "" + (line.bytes() >> 10)));
        }
        lines.add(PackageDesk.text(console, "EXPORTED_TO", result.folder()));
        if (as.equalsIgnoreCase(PackageType.DIP.name())) {
            lines.add(HandOutSheet.text(console, result.sheet()));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
