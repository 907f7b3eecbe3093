package nienkhoa.archive.copies;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nienkhoa.data.CanonicalJson;
import tools.jackson.core.JacksonException;

/**
 * What an {@code inventory.json} says.
 *
 * @param head the newest version, {@code v3}
 * @param manifest digests with the files that have them, by their paths inside the object
 * @param versions by {@code v1}, {@code v2} …
 */
public record ObjectInventory(
        String id, String head, Map<String, List<String>> manifest, Map<String, Version> versions) {

    /** Digests with the paths that a version gives them in the dossier. */
    public record Version(Map<String, List<String>> state) {}

    /** Empty if the bytes are no inventory. */
    public static Optional<ObjectInventory> read(byte[] json) {
        try {
            ObjectInventory inventory =
                    CanonicalJson.read(new String(json, StandardCharsets.UTF_8), ObjectInventory.class);
            return inventory.isComplete() ? Optional.of(inventory) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Jackson leaves null what a damaged file lacks. */
    private boolean isComplete() {
        return id != null
                && head != null
                && head.matches("v[1-9][0-9]{0,8}")
                && manifest != null
                && versions != null
                && versions.containsKey(head)
                && versions.values().stream().allMatch(version -> version != null && version.state() != null);
    }

    /** The number of the newest version. */
    public int newest() {
        return Integer.parseInt(head.substring(1));
    }

    /** The id of the dossier; the object's own id if it is no dossier of ours. */
    public String dossierId() {
        return ObjectPlace.dossierId(id).orElse(id);
    }

    /** Files inside the object with their SHA-512. */
    SortedMap<String, String> contents() {
        SortedMap<String, String> contents = new TreeMap<>();
        manifest.forEach((digest, files) -> files.forEach(file -> contents.put(file, digest)));
        return contents;
    }

    /** Paths in the dossier, as a version has them, with the files that hold their bytes. */
    public Map<String, String> paths(int version) {
        Map<String, String> paths = new HashMap<>();
        Version wanted = versions.get("v" + version);
        if (wanted != null) {
            wanted.state()
                    .forEach((digest, names) -> names.forEach(name -> manifest.getOrDefault(digest, List.of()).stream()
                            .findFirst()
                            .ifPresent(file -> paths.put(name, file))));
        }
        return paths;
    }
}
