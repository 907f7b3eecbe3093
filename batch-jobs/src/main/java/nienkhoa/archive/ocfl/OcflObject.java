package nienkhoa.archive.ocfl;

import io.ocfl.api.exception.OcflJavaException;
import io.ocfl.api.model.ValidationIssue;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nienkhoa.archive.tt05.StoredVersion;
import nienkhoa.archive.verify.Faults;
import nienkhoa.archive.verify.StoredObject;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.Finding;
import tools.jackson.core.JacksonException;

/** An OCFL object, read from its root inventory. */
final class OcflObject implements StoredObject {

    private final Path root;
    private final Path folder;

    OcflObject(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** The members of an inventory that verification asks for: digests name files, and files name contents. */
    private record Inventory(
            String id, String head, Map<String, List<String>> manifest, Map<String, Version> versions) {

        private record Version(Map<String, List<String>> state, String created, String message) {}

        /** Jackson leaves null what a damaged file lacks. */
        boolean isComplete() {
            return id != null
                    && head != null
                    && manifest != null
                    && versions != null
                    && versions.values().stream().allMatch(version -> version != null && version.state() != null);
        }

        /** Logical paths of the newest version with their content paths. */
        Map<String, String> contents() {
            return contents(head);
        }

        Map<String, String> contents(String number) {
            Map<String, String> contents = new TreeMap<>();
            Version version = versions.get(number);
            if (version != null) {
                version.state()
                        .forEach((digest, paths) -> paths.forEach(path -> contents.put(
                                path, manifest.getOrDefault(digest, List.of("")).get(0))));
            }
            return contents;
        }
    }

    @Override
    public Content read() {
        Optional<Inventory> inventory = inventory();
        String place = Places.relative(root, folder);
        String dossier =
                inventory.flatMap(read -> ObjectIds.dossierId(read.id())).orElse(place);
        List<Finding> findings = structure(dossier, place);
        if (inventory.isPresent()
                && !folder.endsWith(CanonicalJson.sha256(inventory.get().id()))) {
            findings.add(Faults.fault("V303_WRONG_PLACE", dossier, "", place));
        }
        return new Content(dossier, findings, inventory.map(this::head).orElse(Map.of()));
    }

    private List<Finding> structure(String dossier, String place) {
        List<Finding> findings = new ArrayList<>();
        try {
            ValidationResults results = Validator.validateObject(folder, true);
            for (ValidationIssue error : results.getErrors()) {
                findings.add(Faults.fault(
                        "V301_OBJECT_INVALID", dossier, "", error.getCode().name(), error.getMessage()));
            }
            for (ValidationIssue warning : results.getWarnings()) {
                findings.add(Faults.warning(
                        "V302_OBJECT_DOUBTFUL", dossier, "", warning.getCode().name(), warning.getMessage()));
            }
        } catch (OcflJavaException e) {
            findings.add(Faults.fault("V309_FILE_UNREADABLE", dossier, place));
        }
        return findings;
    }

    /** Every version, from the first; none if the inventory cannot be read. */
    List<StoredVersion> versions() {
        List<StoredVersion> versions = new ArrayList<>();
        inventory().ifPresent(inventory -> inventory
                .versions()
                .forEach((name, version) -> versions.add(new StoredVersion(
                        ObjectIds.dossierId(inventory.id()).orElse(inventory.id()),
                        Integer.parseInt(name.substring(1)),
                        String.valueOf(version.created()),
                        String.valueOf(version.message()),
                        files(inventory.contents(name))))));
        versions.sort(Comparator.comparingInt(StoredVersion::number));
        return versions;
    }

    private Map<String, Path> head(Inventory inventory) {
        return files(inventory.contents());
    }

    private Map<String, Path> files(Map<String, String> contents) {
        Map<String, Path> head = new TreeMap<>();
        contents.forEach((path, content) -> {
            Path file = folder.resolve(content).normalize();
            if (file.startsWith(folder)) {
                head.put(path, file);
            }
        });
        return head;
    }

    private Optional<Inventory> inventory() {
        try {
            Inventory inventory =
                    CanonicalJson.read(Files.readString(folder.resolve("inventory.json")), Inventory.class);
            return inventory.isComplete() ? Optional.of(inventory) : Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }
}
