package nienkhoa.archive.copies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Reads every file of an object and says what is not as it has to be. Whether an object is sound is decided by digests
 * that are held apart from it, so a valid object in the place of another is found too.
 */
public class ObjectCheck {

    private final Pace pace;

    public ObjectCheck(Pace pace) {
        this.pace = pace;
    }

    /** What can be wrong with a file. */
    public enum Fault {
        /** The object is not there at all. */
        OBJECT_MISSING,
        MISSING,
        /** Its bytes are others: damaged, truncated, edited. */
        CHANGED,
        /** Its bytes are those of another file of the object. */
        SWAPPED,
        /** The object has to have no such file. */
        EXTRA;

        /** The code of the finding. */
        String code() {
            return switch (this) {
                case OBJECT_MISSING -> "A430_OBJECT_MISSING";
                case MISSING -> "A431_MISSING";
                case CHANGED -> "A432_CHANGED";
                case SWAPPED -> "A433_SWAPPED";
                case EXTRA -> "A434_EXTRA";
            };
        }
    }

    /** A file with what is wrong; the file is empty if the whole object is meant. */
    public record Flaw(Fault fault, String file) {}

    /** If the inventory itself is not sound, only it can be judged: what else has to be there is not known then. */
    public List<Flaw> flaws(CopyMedium medium, ExpectedObject expected) throws IOException {
        SortedMap<String, Long> present = medium.files(expected.place());
        if (present.isEmpty()) {
            return List.of(new Flaw(Fault.OBJECT_MISSING, ""));
        }
        Optional<byte[]> inventory = soundInventory(medium, expected);
        if (inventory.isEmpty()) {
            boolean there = present.containsKey(ExpectedObject.INVENTORY);
            return List.of(new Flaw(there ? Fault.CHANGED : Fault.MISSING, ExpectedObject.INVENTORY));
        }
        SortedMap<String, String> wanted = expected.files(
                ObjectInventory.read(inventory.get()).orElseThrow(() -> new IllegalStateException(expected.place())));
        List<Flaw> flaws = new ArrayList<>();
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            judge(medium, expected.place(), file, wanted, present.containsKey(file.getKey()))
                    .ifPresent(flaws::add);
        }
        Set<String> extra = new HashSet<>(present.keySet());
        extra.removeAll(wanted.keySet());
        extra.stream().sorted().forEach(file -> flaws.add(new Flaw(Fault.EXTRA, file)));
        return flaws;
    }

    /** The root inventory, if it is what it has to be. */
    static Optional<byte[]> soundInventory(CopyMedium medium, ExpectedObject expected) throws IOException {
        try (InputStream in = medium.read(expected.place(), ExpectedObject.INVENTORY)) {
            byte[] bytes = in.readAllBytes();
            return Sha512.of(bytes).equals(expected.inventorySha512()) ? Optional.of(bytes) : Optional.empty();
        } catch (NoSuchFileException e) {
            medium.files(CopyMedium.ROOT);
            return Optional.empty();
        }
    }

    private Optional<Flaw> judge(
            CopyMedium medium,
            String place,
            Map.Entry<String, String> file,
            Map<String, String> wanted,
            boolean present)
            throws IOException {
        if (!present) {
            return Optional.of(new Flaw(Fault.MISSING, file.getKey()));
        }
        String found = digest(medium, place, file.getKey());
        if (found.equals(file.getValue())) {
            return Optional.empty();
        }
        return Optional.of(new Flaw(wanted.containsValue(found) ? Fault.SWAPPED : Fault.CHANGED, file.getKey()));
    }

    /** The SHA-512 of a file as it lies there. */
    protected String digest(CopyMedium medium, String place, String file) throws IOException {
        try (InputStream in = medium.read(place, file)) {
            return Sha512.of(in, pace);
        }
    }
}
