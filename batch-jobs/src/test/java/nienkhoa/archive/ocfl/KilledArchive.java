package nienkhoa.archive.ocfl;

import java.nio.file.Path;
import java.util.List;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.RememberingCatalogue;

/** A process that archives version after version of one dossier until it is killed; each finished one is a line. */
final class KilledArchive {

    private KilledArchive() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        int from = Integer.parseInt(arguments[1]);
        OcflDossierStore store =
                OcflDossierStore.open(home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31);
        Archivist archivist =
                new Archivist(store, new RememberingCatalogue(), ArchiveFixture.KEEP, ArchiveFixture.FRI_2024_05_31);
        ArchiveFixture fixture = new ArchiveFixture(home.resolve("out"));
        for (int i = from; i < from + 10_000; i++) {
            archivist.archive(ArchiveFixture.dossier(
                    "run",
                    List.of(fixture.document("D-1", "content " + i, "{}"), fixture.document("D-" + i, "x", "{}"))));
            System.out.println(i);
        }
    }
}
