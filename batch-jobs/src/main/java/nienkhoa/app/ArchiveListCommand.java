package nienkhoa.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.tt05.ArchivePackage;
import nienkhoa.archive.tt05.PackageType;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.custody.CustodyBook;
import nienkhoa.custody.Move;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code archive list}: which dossiers the archive holds, told by its folder alone. A dossier is found by who made it and by
 * who keeps it now.
 */
@Command(name = "list", sortOptions = false)
final class ArchiveListCommand implements Callable<Integer> {

    private final RootCommand root;

    @Parameters(index = "0", arity = "0..1", paramLabel = "31313401/2023-2024", descriptionKey = "package-begin")
    private String begin = "";

    ArchiveListCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(String archive, List<Line> dossiers, List<String> unreadable, List<Kept> moved) {}

    /** A dossier that is no more with the school that made it. */
    record Kept(String dossier, Move move) {}

    /** One dossier. */
    record Line(String dossier, String title, String fileCode, String kind, int version, int documents, long bytes) {}

    @Override
    public Integer call() {
        Console console = root.console();
        Path archive = PackageDesk.archive(root);
        List<Line> lines = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        List<Kept> moved = new ArrayList<>();
        CustodyBook custody = PackageDesk.custody(archive);
        for (StoredVersion newest : PackageDesk.newest(archive)) {
            String dossier = newest.dossier();
            if (dossier.startsWith(begin) || custody.withKeeper(dossier).startsWith(begin)) {
                custody.now(dossier).ifPresent(move -> moved.add(new Kept(dossier, move)));
                try {
                    lines.add(line(newest));
                } catch (IOException e) {
                    unreadable.add(newest.dossier());
                }
            }
        }
        Result result = new Result(archive.toString(), lines, unreadable, moved);
        console.result(result, text(result, console));
        return (unreadable.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS).number();
    }

    private static Line line(StoredVersion newest) throws IOException {
        DossierManifest manifest = newest.manifest();
        ArchivePackage described = new ArchivePackage(manifest, newest.number(), PackageType.AIP);
        return new Line(
                newest.dossier(),
                described.title(),
                described.fileCode(),
                manifest.kind().name(),
                newest.number(),
                described.documents(),
                manifest.allFiles().mapToLong(DossierManifest.FileLine::bytes).sum());
    }

    private static String text(Result result, Console console) {
        List<List<String>> rows = new ArrayList<>();
        for (Line line : result.dossiers()) {
            rows.add(List.of(line.dossier(), "" + line.version(), "" + line.documents(), "" + (line.bytes() >> 10)));
        }
        List<String> lines = new ArrayList<>();
        if (!rows.isEmpty()) {
            rows.add(
                    0,
                    List.of(
                            PackageDesk.text(console, "LIST_DOSSIER"),
                            PackageDesk.text(console, "LIST_VERSION"),
                            PackageDesk.text(console, "LIST_DOCUMENTS"),
                            PackageDesk.text(console, "LIST_KILOBYTES")));
            lines.addAll(TextTable.lines(rows));
        }
        result.moved().forEach(kept -> lines.add(PackageDesk.keeper(console, kept.dossier(), kept.move())));
        lines.add(PackageDesk.text(console, "LIST_COUNT", "" + result.dossiers().size()));
        result.unreadable().forEach(dossier -> lines.add(PackageDesk.text(console, "LIST_UNREADABLE", dossier)));
        return String.join(System.lineSeparator(), lines);
    }
}
