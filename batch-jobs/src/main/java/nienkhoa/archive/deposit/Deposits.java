package nienkhoa.archive.deposit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveOutcome;
import nienkhoa.archive.Archivist;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierStore;
import nienkhoa.archive.SourceFile;
import nienkhoa.archive.verify.FileDigest;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.SchoolYear;

/**
 * Takes a folder of files that were not rendered here into the archive, each under the dossier and the rule that its
 * place in the folder names.
 *
 * <p>Flow: file → place → content → dossier → {@link Archivist}. A file that does not fit is a finding and stays where it
 * is; the others go on. Nothing is converted: what lies in the archive is the file, byte for byte.
 *
 * <p>Restart: the same folder again changes nothing; a file that has changed makes a new version of its dossier.
 */
public final class Deposits {

    private final List<DepositKind> kinds;
    private final DossierStore store;
    private final Archivist archivist;
    private final WorkOrderRule order;

    public Deposits(List<DepositKind> kinds, DossierStore store, Archivist archivist, WorkOrderRule order) {
        this.kinds = List.copyOf(kinds);
        this.store = store;
        this.archivist = archivist;
        this.order = order;
    }

    /**
     * What became of a folder.
     *
     * @param files found in it
     * @param taken are in the archive now, those that were there before included
     * @param written dossiers that got a version
     * @param unchanged dossiers that already held the same
     */
    public record Taken(int files, int taken, int written, int unchanged, List<Finding> findings) {
        public Taken {
            findings = List.copyOf(findings);
        }
    }

    /** @throws UncheckedIOException if the folder cannot be read */
    public Taken take(Path folder, String schoolCode, SchoolYear year) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Gathered> dossiers = new TreeMap<>();
        List<Path> files = filesIn(folder);
        for (Path file : files) {
            String relative = relative(folder, file);
            try {
                gather(file, relative, schoolCode, year, dossiers, findings);
            } catch (UnfitFile e) {
                findings.add(finding(e.code(), Severity.REJECT, relative, e.args()));
            } catch (IOException e) {
                findings.add(finding("A512_FILE_UNREADABLE", Severity.REJECT, relative, List.of()));
            }
        }
        return archived(files.size(), dossiers, findings);
    }

    /**
     * The dossiers into which the files of a folder would go, by their places in it alone.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    public Set<String> dossiers(Path folder, String schoolCode, SchoolYear year) {
        return filesIn(folder).stream()
                .flatMap(file -> dossier(relative(folder, file), schoolCode, year).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<String> dossier(String relative, String schoolCode, SchoolYear year) {
        try {
            return Optional.of(
                    DepositPlace.of(relative, kinds, schoolCode, year).dossier().id());
        } catch (UnfitFile e) {
            return Optional.empty();
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private record Gathered(DepositPlace place, Map<String, SourceFile> files) {}

    private void gather(
            Path file,
            String relative,
            String schoolCode,
            SchoolYear year,
            Map<String, Gathered> dossiers,
            List<Finding> findings)
            throws UnfitFile, IOException {
        if (Files.isSymbolicLink(file)) {
            throw new UnfitFile("A513_LINK");
        }
        DepositPlace place = DepositPlace.of(relative, kinds, schoolCode, year);
        FileType type = FileContent.of(file);
        checkType(place.kind(), type, file);
        Optional<Finding> against = place.kind().holder() == DepositKind.Holder.DOSSIER
                ? order.against(place.dossier(), year, type == FileType.PDF && PdfContent.isSigned(file))
                : Optional.empty();
        if (against.isPresent()) {
            Finding told = against.get();
            findings.add(new Finding(told.code(), told.severity(), Place.ofFile(relative), "", told.args()));
            return;
        }
        String path = place.path() + "." + type.ending();
        Gathered gathered = dossiers.computeIfAbsent(place.dossier().id(), id -> new Gathered(place, new TreeMap<>()));
        if (gathered.files().containsKey(path)) {
            throw new UnfitFile("A514_TWO_FILES");
        }
        gathered.files().put(path, SourceFile.of(path, file, FileDigest.sha256(file)));
        if (place.kind().firstPage().isPresent()
                && !FirstPage.bears(place.kind().firstPage().get(), file, type)) {
            findings.add(finding(
                    "A520_FIRST_PAGE",
                    Severity.WARN,
                    relative,
                    List.of(place.kind().firstPage().get())));
        }
    }

    private static void checkType(DepositKind kind, FileType type, Path file) throws UnfitFile {
        if (!type.isNamedLike(file.getFileName().toString())) {
            throw new UnfitFile("A515_NAME_LIES", type.ending());
        }
        if (!kind.accepts().contains(type)) {
            throw new UnfitFile(
                    "A516_TYPE_NOT_TAKEN",
                    type.ending(),
                    String.join(
                            ", ",
                            kind.accepts().stream()
                                    .map(FileType::ending)
                                    .sorted()
                                    .toList()));
        }
    }

    private Taken archived(int files, Map<String, Gathered> dossiers, List<Finding> findings) {
        int taken = 0;
        int written = 0;
        int unchanged = 0;
        for (Gathered gathered : dossiers.values()) {
            ArchiveOutcome outcome = archive(gathered);
            findings.addAll(outcome.findings());
            if (!(outcome instanceof ArchiveOutcome.Refused)) {
                taken += gathered.files().size();
                written += outcome instanceof ArchiveOutcome.Archived ? 1 : 0;
                unchanged += outcome instanceof ArchiveOutcome.Unchanged ? 1 : 0;
            }
        }
        return new Taken(files, taken, written, unchanged, findings);
    }

    private ArchiveOutcome archive(Gathered gathered) {
        DossierKey key = gathered.place().dossier();
        List<SourceFile> files = List.copyOf(gathered.files().values());
        if (gathered.place().kind().holder() != DepositKind.Holder.DOSSIER) {
            String recordClass = gathered.place().kind().recordClass();
            return archivist.archive(
                    new Dossier(key, new Dossier.Origin("", recordClass, "", runId(files)), List.of(), files));
        }
        try {
            return store.head(key.id())
                    .map(stored ->
                            archivist.archive(new Dossier(key, origin(stored.manifest(), files), List.of(), files)))
                    .orElseGet(() -> new ArchiveOutcome.Refused(
                            List.of(finding("A517_DOSSIER_UNKNOWN", Severity.REJECT, key.id(), List.of()))));
        } catch (DossierStore.DamagedDossierException e) {
            return new ArchiveOutcome.Refused(
                    List.of(finding("A402_DOSSIER_DAMAGED", Severity.REJECT, key.id(), List.of())));
        }
    }

    private static Dossier.Origin origin(DossierManifest manifest, List<SourceFile> files) {
        return new Dossier.Origin(
                manifest.subject().organisation(),
                manifest.subject().recordClass(),
                manifest.made().exportSha256(),
                runId(files));
    }

    /** The same files are the same act, whenever it is done. */
    private static String runId(List<SourceFile> files) {
        MessageDigest digest = digest();
        files.forEach(file -> digest.update(HexFormat.of().parseHex(file.sha256())));
        return "deposit-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Finding finding(String code, Severity severity, String path, List<String> args) {
        List<String> all = new ArrayList<>(List.of(path));
        all.addAll(args);
        return new Finding(code, severity, Place.ofFile(path), "", all);
    }
}
