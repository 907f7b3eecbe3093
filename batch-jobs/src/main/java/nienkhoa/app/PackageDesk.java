package nienkhoa.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import nienkhoa.archive.ocfl.OcflVersions;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.custody.CustodyBook;
import nienkhoa.custody.Move;

/** Finds versions of dossiers for the commands that show them and hand them out. */
final class PackageDesk {

    private PackageDesk() {}

    /** @throws Problem if the home has no archive */
    static Path archive(RootCommand root) {
        Path archive = root.homePath().resolve("archive");
        if (!Files.isDirectory(archive)) {
            throw Problem.wrongUse("S043_NO_ARCHIVE", archive.toString());
        }
        return archive;
    }

    static List<StoredVersion> newest(Path archive) {
        return new OcflVersions(archive).newest();
    }

    /**
     * Every version of a dossier, from the first.
     *
     * @throws Problem if there is no such dossier
     */
    static List<StoredVersion> versions(Path archive, String dossier) {
        List<StoredVersion> versions = new OcflVersions(archive).of(dossier);
        if (versions.isEmpty()) {
            throw Problem.wrongUse("S265_NO_DOSSIER", dossier, archive.toString());
        }
        return versions;
    }

    /** Who keeps what, told by the folder alone. */
    static CustodyBook custody(Path archive) {
        return new CustodyBook(new OcflVersions(archive).acts(Clock.systemUTC()));
    }

    /** Who keeps a dossier since when. */
    static String keeper(Console console, String dossier, Move move) {
        return text(
                console,
                move.elsewhere() ? "KEEPER_ELSEWHERE" : "KEEPER_SINCE",
                dossier,
                move.to(),
                KeepingTexts.kept(console, move.since()),
                move.transfer(),
                move.decision());
    }

    static String text(Console console, String key, Object... args) {
        return console.messages().text("packages", key, args);
    }
}
