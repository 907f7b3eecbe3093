package nienkhoa.archive;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.archive.DossierManifest.DocumentLine;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.DossierManifest.Made;
import nienkhoa.archive.DossierManifest.Subject;
import nienkhoa.archive.DossierStore.DamagedDossierException;
import nienkhoa.archive.DossierStore.Staging;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Place;
import nienkhoa.model.Finding.Severity;

/**
 * Takes dossiers into the archive, one at a time; several threads may share it.
 *
 * <p>Flow: dossier → manifest over the stored one → store → catalogue.
 *
 * <p>Restart: killed before the store's commit, nothing of the version is there; killed after it, the next run finds the
 * stored version equal and only fills in the catalogue.
 */
public final class Archivist {

    private final DossierStore store;
    private final Catalogue catalogue;
    private final RetentionAdvice retention;
    private final Clock clock;
    private final Suppression suppression;
    private final HandedOver handedOver;
    private final ArchiveCodes codes;

    public Archivist(DossierStore store, Catalogue catalogue, RetentionAdvice retention, Clock clock) {
        this(store, catalogue, retention, clock, id -> false, HandedOver.NOTHING, ArchiveCodes.UNKNOWN);
    }

    /**
     * @param suppression what must not come back
     * @param handedOver what gets no new versions here
     * @param codes a change of theirs is a reason for a new version: packages are known by them
     */
    public Archivist(
            DossierStore store,
            Catalogue catalogue,
            RetentionAdvice retention,
            Clock clock,
            Suppression suppression,
            HandedOver handedOver,
            ArchiveCodes codes) {
        this.suppression = suppression;
        this.handedOver = handedOver;
        this.codes = codes;
        this.store = store;
        this.catalogue = catalogue;
        this.retention = retention;
        this.clock = clock;
    }

    /** Archives a dossier. A second call with the same content changes nothing. */
    public ArchiveOutcome archive(Dossier dossier) {
        String id = dossier.key().id();
        try {
            Optional<StoredDossier> head = store.head(id);
            boolean destroyed = head.filter(stored -> stored.manifest().kind() == DossierKind.TOMBSTONE)
                    .isPresent();
            return destroyed || suppression.isDestroyed(id)
                    ? new ArchiveOutcome.Refused(List.of(destroyed(id)))
                    : archiveOver(dossier, head);
        } catch (DamagedDossierException e) {
            return new ArchiveOutcome.Refused(List.of(damaged(dossier.key().id())));
        }
    }

    private ArchiveOutcome archiveOver(Dossier dossier, Optional<StoredDossier> head) {
        DossierManifest brought = manifest(dossier);
        DossierManifest wanted =
                head.map(stored -> brought.over(stored.manifest())).orElse(brought);
        if (head.isPresent() && head.get().manifest().saysTheSameAs(wanted)) {
            enter(head.get());
            return new ArchiveOutcome.Unchanged(
                    head.get().version(), wanted.documents().size());
        }
        return handedOver
                .away(dossier.key().id())
                .<ArchiveOutcome>map(away -> new ArchiveOutcome.Refused(
                        List.of(keptElsewhere(dossier.key().id(), away))))
                .orElseGet(() -> write(dossier, wanted, head));
    }

    private ArchiveOutcome write(Dossier dossier, DossierManifest wanted, Optional<StoredDossier> head) {
        head.ifPresent(this::enter);
        List<SourceFile> changed = changedFiles(dossier, head);
        try (Staging staging = store.stage(dossier.key().id())) {
            List<Finding> findings = new ArrayList<>();
            for (SourceFile file : changed) {
                if (!staging.add(file)) {
                    findings.add(sourceChanged(dossier.key().id(), file));
                }
            }
            if (!findings.isEmpty()) {
                return new ArchiveOutcome.Refused(findings);
            }
            StoredDossier stored = staging.commit(wanted, head.isEmpty() ? "first version" : "changed content");
            enter(stored);
            long bytes = changed.stream().mapToLong(SourceFile::bytes).sum();
            return new ArchiveOutcome.Archived(
                    stored.version(), wanted.documents().size(), bytes);
        }
    }

    private void enter(StoredDossier stored) {
        if (!catalogue.knows(stored)) {
            catalogue.enter(stored);
        }
    }

    private static List<SourceFile> changedFiles(Dossier dossier, Optional<StoredDossier> head) {
        Map<String, String> stored = new HashMap<>();
        head.ifPresent(was -> was.manifest().allFiles().forEach(file -> stored.put(file.path(), file.sha256())));
        return dossier.allFiles()
                .filter(file -> !file.sha256().equals(stored.get(file.path())))
                .toList();
    }

    private DossierManifest manifest(Dossier dossier) {
        Dossier.Origin origin = dossier.origin();
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Made made = new Made(origin.exportSha256(), origin.runId(), now);
        DossierKey key = dossier.key();
        return new DossierManifest(
                DossierManifest.SCHEMA,
                key.id(),
                key.kind(),
                subject(key, origin),
                codes.of(key.schoolCode()),
                dossier.documents().stream()
                        .map(document -> line(document, made))
                        .sorted(Comparator.comparing(line -> line.pdf().path()))
                        .toList(),
                dossier.files().stream()
                        .map(SourceFile::line)
                        .sorted(Comparator.comparing(FileLine::path))
                        .toList(),
                retention.of(key, origin.recordClass()),
                made);
    }

    private static Subject subject(DossierKey key, Dossier.Origin origin) {
        return new Subject(
                key.schoolCode(),
                origin.organisation(),
                key.period(),
                key.className(),
                key.form(),
                origin.recordClass());
    }

    private static DocumentLine line(ArchiveDocument document, Made made) {
        return new DocumentLine(
                document.id(),
                document.edition(),
                document.pages(),
                document.gate().toString(),
                document.pdf().line(),
                document.data().line(),
                document.workbook().map(SourceFile::line).orElse(null),
                made);
    }

    private static Finding sourceChanged(String dossierId, SourceFile file) {
        return new Finding(
                "A401_SOURCE_CHANGED",
                Severity.REJECT,
                new Place(file.path(), "", "", dossierId),
                "",
                List.of(file.path(), dossierId));
    }

    private static Finding destroyed(String dossierId) {
        return new Finding(
                "A403_DOSSIER_DESTROYED", Severity.REJECT, Place.ofSubject(dossierId), "", List.of(dossierId));
    }

    private static Finding keptElsewhere(String dossierId, HandedOver.Away away) {
        return new Finding(
                "A404_HANDED_OVER",
                Severity.REJECT,
                Place.ofSubject(dossierId),
                "",
                List.of(dossierId, away.keeper(), away.transfer(), away.since().toString()));
    }

    private static Finding damaged(String dossierId) {
        return new Finding("A402_DOSSIER_DAMAGED", Severity.REJECT, Place.ofSubject(dossierId), "", List.of(dossierId));
    }
}
