package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.Retention;
import nienkhoa.archive.tt05.ArchivePackage;
import nienkhoa.archive.tt05.History;
import nienkhoa.archive.tt05.PackageType;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.custody.Move;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code archive show}: one dossier with its versions, its documents and what they replaced. */
@Command(name = "show", sortOptions = false)
final class ArchiveShowCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", paramLabel = "31313401/2023-2024/5A/class-summary", descriptionKey = "package-dossier")
    private String dossier = "";

    ArchiveShowCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(
            String dossier,
            String title,
            String fileCode,
            String packageId,
            List<Version> versions,
            List<History.Entry> documents,
            List<History.Superseded> superseded,
            List<Kept> retention,
            List<Move> custody) {}

    /** One version. */
    record Version(int number, String created, String message, String packageId) {}

    /** How long one medium is kept. */
    record Kept(String medium, String decision, String keptUntil, String period) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Path archive = PackageDesk.archive(root);
        List<StoredVersion> versions = PackageDesk.versions(archive, dossier);
        try {
            Result result = result(versions, PackageDesk.custody(archive).moves(dossier));
            console.result(result, text(result, console));
            return ExitCode.DONE.number();
        } catch (IOException e) {
            throw Problem.failedBy(e, "S266_DOSSIER_UNREADABLE", dossier, String.valueOf(e.getMessage()));
        }
    }

    private static Result result(List<StoredVersion> stored, List<Move> moves) throws IOException {
        StoredVersion newest = stored.get(stored.size() - 1);
        DossierManifest manifest = newest.manifest();
        ArchivePackage described = new ArchivePackage(manifest, newest.number(), PackageType.AIP);
        History history = newest.history();
        List<Version> versions = new ArrayList<>();
        for (StoredVersion version : stored) {
            String id = new ArchivePackage(version.manifest(), version.number(), PackageType.AIP).id();
            versions.add(new Version(version.number(), version.created(), version.message(), id));
        }
        return new Result(
                newest.dossier(),
                described.title(),
                described.fileCode(),
                described.id(),
                versions,
                history.documents(),
                history.superseded(),
                manifest.retention().stream().map(ArchiveShowCommand::kept).toList(),
                moves);
    }

    private static Kept kept(Retention retention) {
        return new Kept(retention.medium(), retention.decision(), retention.keptUntil(), retention.period());
    }

    private static String text(Result result, Console console) {
        List<String> lines = new ArrayList<>();
        lines.add(PackageDesk.text(
                console, "SHOW_HEAD", result.dossier(), result.title(), result.fileCode(), result.packageId()));
        for (Kept kept : result.retention()) {
            String medium = KeepingTexts.text(console, "MEDIUM_" + kept.medium());
            lines.add(PackageDesk.text(console, "SHOW_KEPT", medium, KeepingTexts.kept(console, kept.keptUntil())));
        }
        result.custody().forEach(move -> lines.add(PackageDesk.keeper(console, result.dossier(), move)));
        for (Version version : result.versions()) {
            String number = Integer.toString(version.number());
            lines.add(PackageDesk.text(console, "SHOW_VERSION", number, day(version.created(), console)));
        }
        for (History.Entry entry : result.documents()) {
            lines.add(PackageDesk.text(
                    console, "SHOW_DOCUMENT", "" + entry.number(), entry.document(), "" + entry.version()));
        }
        result.superseded().forEach(gone -> lines.add(text(gone, console)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String text(History.Superseded gone, Console console) {
        String key = "SHOW_SUPERSEDED_" + gone.reason();
        String day = day(gone.at(), console);
        return PackageDesk.text(console, key, gone.document(), "" + gone.version(), "" + gone.by(), day);
    }

    /** The day of an instant in the country of the archive. */
    private static String day(String instant, Console console) {
        OffsetDateTime there = OffsetDateTime.parse(instant).withOffsetSameInstant(ZoneOffset.ofHours(7));
        return KeepingTexts.kept(console, there.toLocalDate().toString());
    }
}
