package nienkhoa.archive.copies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an object on a medium says that it is. */
final class FoundObject {

    private FoundObject() {}

    /** Empty if there is none, or it contradicts itself: its bytes have still to be proved. */
    static Optional<ExpectedObject> read(CopyMedium medium, String place) throws IOException {
        return read(medium, place, sidecar(medium, place));
    }

    /** The digest that the object's own sidecar names; empty text without one. */
    static String sidecar(CopyMedium medium, String place) throws IOException {
        byte[] sidecar = bytes(medium, place, ExpectedObject.SIDECAR);
        return new String(sidecar, StandardCharsets.UTF_8).split("\\s", 2)[0];
    }

    /** @param said the digest that the sidecar names */
    static Optional<ExpectedObject> read(CopyMedium medium, String place, String said) throws IOException {
        byte[] bytes = bytes(medium, place, ExpectedObject.INVENTORY);
        Optional<ObjectInventory> inventory = ObjectInventory.read(bytes);
        if (inventory.isEmpty()
                || !Sha512.of(bytes).equals(said)
                || !ObjectPlace.ofObject(inventory.get().id()).equals(place)) {
            return Optional.empty();
        }
        SortedMap<Integer, String> versions = new TreeMap<>();
        for (int version = 1; version < inventory.get().newest(); version++) {
            versions.put(version, Sha512.of(bytes(medium, place, "v" + version + "/" + ExpectedObject.INVENTORY)));
        }
        versions.put(inventory.get().newest(), said);
        return Optional.of(new ExpectedObject(place, inventory.get().dossierId(), versions));
    }

    /** Nothing if there is no such file. */
    static byte[] bytes(CopyMedium medium, String place, String file) throws IOException {
        try (InputStream in = medium.read(place, file)) {
            return in.readAllBytes();
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
