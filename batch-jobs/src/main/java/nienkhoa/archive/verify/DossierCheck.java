package nienkhoa.archive.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierManifest.DocumentLine;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.PackagePath;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import tools.jackson.core.JacksonException;

/** Checks one object: its structure, its {@code dossier.json} against its files, each document against its data. */
final class DossierCheck {

    private final DocumentCheck documents;
    private final AuditCheck audit;
    private final PackageCheck packages;

    DossierCheck(DocumentCheck documents, AuditCheck audit, PackageCheck packages) {
        this.packages = packages;
        this.documents = documents;
        this.audit = audit;
    }

    Report of(StoredObject stored) {
        StoredObject.Content object = stored.read();
        List<Finding> findings = new ArrayList<>(object.structure());
        Map<String, Path> head = object.head();
        if (AuditCheck.isAudit(object.dossierId())) {
            findings.addAll(audit.take(object));
            return new Report(0, head.size(), 0, 0, findings);
        }
        Optional<DossierManifest> manifest = manifest(object, findings);
        if (manifest.isEmpty()) {
            return new Report(1, head.size(), 0, 0, findings);
        }
        Inventory inventory = new Inventory(object.dossierId(), head, findings);
        findings.addAll(packages.of(object));
        Map<String, FileLine> listed = PackageCheck.listed(object, findings);
        inventory.compareNames(manifest.get(), listed.keySet());
        comparePackage(manifest.get(), listed, inventory);
        manifest.get().files().forEach(inventory::compare);
        manifest.get().documents().forEach(line -> document(line, inventory));
        long bytes = manifest.get().allFiles().mapToLong(FileLine::bytes).sum();
        return new Report(1, head.size(), manifest.get().documents().size(), bytes, findings);
    }

    /** What is no record is compared with the package's own lists; of records both lists have to say the same. */
    private static void comparePackage(DossierManifest manifest, Map<String, FileLine> listed, Inventory inventory) {
        Map<String, FileLine> beside = new TreeMap<>(listed);
        manifest.allFiles().forEach(line -> {
            FileLine other = beside.remove(line.path());
            if (!line.equals(other)) {
                inventory.findings.add(Faults.fault("V341_LIST_DIFFERS", inventory.dossierId, line.path()));
            }
        });
        beside.values().forEach(inventory::compare);
    }

    private static Optional<DossierManifest> manifest(StoredObject.Content object, List<Finding> findings) {
        Path file = object.head().get(DossierManifest.FILE);
        if (file == null || Files.notExists(file)) {
            findings.add(Faults.fault("V304_NO_DOSSIER_JSON", object.dossierId(), DossierManifest.FILE));
            return Optional.empty();
        }
        try {
            String json = Files.readString(file, StandardCharsets.UTF_8);
            DossierManifest manifest = CanonicalJson.read(json, DossierManifest.class);
            if (manifest.schema().equals(DossierManifest.SCHEMA)
                    && manifest.id().equals(object.dossierId())) {
                return Optional.of(manifest);
            }
        } catch (IOException | JacksonException | NullPointerException e) {
            // A file that cannot be read and one that says something else are the same finding.
        }
        findings.add(Faults.fault("V305_BAD_DOSSIER_JSON", object.dossierId(), DossierManifest.FILE));
        return Optional.empty();
    }

    private void document(DocumentLine line, Inventory inventory) {
        Optional<Path> pdf = inventory.compare(line.pdf());
        Optional<Path> data = inventory.compare(line.data());
        Optional.ofNullable(line.workbook()).ifPresent(inventory::compare);
        if (pdf.isPresent() && data.isPresent()) {
            inventory.findings.addAll(documents.of(inventory.dossierId, line, pdf.get(), data.get()));
        }
    }

    /** The files that are there, beside those that should be. */
    private record Inventory(String dossierId, Map<String, Path> head, List<Finding> findings) {

        void compareNames(DossierManifest manifest, Set<String> listed) {
            Set<String> extra = new TreeSet<>(head.keySet());
            extra.removeAll(manifest.allFiles().map(FileLine::path).collect(Collectors.toSet()));
            extra.removeAll(listed);
            extra.remove(PackagePath.METS);
            extra.forEach(path -> findings.add(Faults.fault("V308_FILE_EXTRA", dossierId, path)));
        }

        /** The file, if it is there at all. */
        Optional<Path> compare(FileLine line) {
            Path file = head.get(line.path());
            if (file == null || Files.notExists(file)) {
                findings.add(Faults.fault("V306_FILE_MISSING", dossierId, line.path()));
                return Optional.empty();
            }
            try {
                if (Files.size(file) != line.bytes() || !FileDigest.sha256(file).equals(line.sha256())) {
                    findings.add(Faults.fault("V307_FILE_CHANGED", dossierId, line.path()));
                }
                return Optional.of(file);
            } catch (IOException e) {
                findings.add(Faults.fault("V309_FILE_UNREADABLE", dossierId, line.path()));
                return Optional.empty();
            }
        }
    }
}
