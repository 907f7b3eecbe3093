package nienkhoa.archive.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.RememberingCatalogue;
import nienkhoa.archive.copies.CopyTarget.Kind;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.archive.ocfl.OcflRoot;
import nienkhoa.archive.postgres.PostgresCopyLedger;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.SchoolYear;
import nienkhoa.testing.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A store with dossiers, its ledger, and a folder to copy to. */
public final class CopiesFixture {

    public final Path home;
    public final Path disk;
    public final CopyLedger ledger;
    public final Set<String> destroyed = new HashSet<>();
    public final List<String> repairs = new ArrayList<>();
    public final FolderMedium store;
    public Clock clock = ArchiveFixture.FRI_2024_05_31;
    private final ArchiveFixture files;

    public CopiesFixture(Path folder, TestDatabase database) throws IOException {
        database.clear();
        home = folder.resolve("home");
        disk = Files.createDirectories(folder.resolve("disk"));
        files = new ArchiveFixture(folder.resolve("out"));
        ledger = new PostgresCopyLedger(database.dataSource(), new JdbcTransactionManager(database.dataSource()));
        store = new FolderMedium(home.resolve("archive"), home.resolve("work/copies"));
    }

    public static String dossierId(String className) {
        return key(className).id();
    }

    private static DossierKey key(String className) {
        return new DossierKey.ClassForm("31313401", new SchoolYear(2023), className, "class-summary");
    }

    /** Makes a version of a class's dossier that says this. */
    public void archive(String className, String text) {
        ArchiveDocument document = files.document("D-" + className, "pdf " + text, "{\"text\":\"" + text + "\"}");
        try (OcflDossierStore opened =
                OcflDossierStore.open(home.resolve("archive"), home.resolve("work/ocfl"), clock)) {
            new Archivist(opened, new RememberingCatalogue(), ArchiveFixture.KEEP, clock)
                    .archive(new Dossier(
                            key(className),
                            new Dossier.Origin("", "BANG_TONG_HOP", "", "run"),
                            List.of(document),
                            List.of()));
        }
    }

    public CopyTarget target() throws IOException {
        FolderTarget target = new FolderTarget(
                "disk-2", Kind.FOLDER, List.of(disk.toString()), new CopyMarker("disk-2", "archive-1"));
        target.mark("");
        return target;
    }

    public List<nienkhoa.model.Finding> takeStock() throws IOException {
        return new Stocktaking(store, ledger, destroyed::contains, clock).take();
    }

    public Copier copier() {
        return new Copier(store, ledger, destroyed::contains, proof(new ObjectCheck(Pace.FREE)), clock);
    }

    public ObjectProof proof(ObjectCheck check) {
        return new ObjectProof(
                check,
                destroyed::contains,
                (target, object, faults, source) -> repairs.add(target + " " + faults + " from " + source));
    }

    public RootProof root() {
        return new RootProof(OcflRoot.files(home.resolve("work/storage-root")));
    }

    public Map<String, CopyMedium> copies() throws IOException {
        Map<String, CopyMedium> copies = new LinkedHashMap<>();
        copies.put(CopyLedger.STORE, store);
        copies.put("disk-2", target().open());
        return copies;
    }

    public ExpectedObject expected(String className) {
        return ledger.expected(ObjectPlace.ofDossier(dossierId(className))).orElseThrow();
    }

    /** Digests of all files below a folder by their paths, canaries left out. */
    public static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.contains("nienkhoa-canary")) {
                    tree.put(path, CanonicalJson.sha256(Files.readAllBytes(file)));
                }
            }
        }
        return tree;
    }
}
