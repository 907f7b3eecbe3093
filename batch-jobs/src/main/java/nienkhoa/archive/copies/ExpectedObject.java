package nienkhoa.archive.copies;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an object has to be, held apart from it: the digest of the inventory of each of its versions. Everything else
 * follows from these.
 *
 * @param place where it lies in a storage root
 * @param dossierId empty for the files of the storage root
 * @param inventories SHA-512 by version; never empty
 */
public record ExpectedObject(String place, String dossierId, SortedMap<Integer, String> inventories) {

    public static final String INVENTORY = "inventory.json";
    public static final String SIDECAR = "inventory.json.sha512";
    public static final String DECLARATION = "0=ocfl_object_1.1";

    private static final String DECLARED = "ocfl_object_1.1\n";

    public ExpectedObject {
        inventories = new TreeMap<>(inventories);
    }

    public int version() {
        return inventories.lastKey();
    }

    /** Whether it is the same object with at least one version more. */
    boolean follows(ExpectedObject before) {
        return version() > before.version() && continues(before);
    }

    /** Whether it has every version of another, as the other has them; it may have more. */
    boolean continues(ExpectedObject before) {
        return dossierId.equals(before.dossierId) && inventories.entrySet().containsAll(before.inventories.entrySet());
    }

    /** SHA-512 of the root inventory. */
    public String inventorySha512() {
        return Objects.requireNonNull(inventories.get(version()));
    }

    /** Every file that the object has to have, by its path inside it, with its SHA-512. */
    SortedMap<String, String> files(ObjectInventory inventory) {
        SortedMap<String, String> files = inventory.contents();
        literals().forEach((file, text) -> files.put(file, Sha512.of(text)));
        inventories.forEach((version, sha512) -> files.put("v" + version + "/" + INVENTORY, sha512));
        files.put(INVENTORY, inventorySha512());
        return files;
    }

    /** Small files whose text follows from what is known here. */
    Optional<String> literal(String file) {
        return Optional.ofNullable(literals().get(file));
    }

    private Map<String, String> literals() {
        Map<String, String> literals = new TreeMap<>();
        literals.put(DECLARATION, DECLARED);
        inventories.forEach((version, sha512) -> literals.put("v" + version + "/" + SIDECAR, sidecar(sha512)));
        literals.put(SIDECAR, sidecar(inventorySha512()));
        return literals;
    }

    /** As the store writes it; the standard wants white space between the two. */
    private static String sidecar(String sha512) {
        return sha512 + "  " + INVENTORY + "\n";
    }
}
