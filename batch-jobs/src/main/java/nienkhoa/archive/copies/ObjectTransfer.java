package nienkhoa.archive.copies;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Brings an object, or what another place lacks of its newest version, from one medium to another. */
final class ObjectTransfer {

    private ObjectTransfer() {}

    /**
     * Every byte is proved on its way, and the object is there all at once.
     *
     * @return how many bytes were written
     * @throws WrongDigest if the source does not have what the object has to be
     * @throws SourceFailure if the source cannot be read
     */
    static long write(CopyMedium source, CopyMedium medium, ExpectedObject object) throws IOException {
        Optional<ObjectInventory> inventory = SourceFailure.guard(
                () -> ObjectCheck.soundInventory(source, object).flatMap(ObjectInventory::read));
        if (inventory.isEmpty()) {
            throw new WrongDigest(ExpectedObject.INVENTORY);
        }
        Map<String, Long> sizes = SourceFailure.guard(() -> source.files(object.place()));
        Map<String, Long> there = medium.files(object.place());
        long written = 0;
        try (CopyMedium.Writing writing = medium.write(object.place())) {
            for (Map.Entry<String, String> file : object.files(inventory.get()).entrySet()) {
                String path = file.getKey();
                boolean root = path.equals(ExpectedObject.INVENTORY) || path.equals(ExpectedObject.SIDECAR);
                if (root || !sizes.getOrDefault(path, -1L).equals(there.get(path))) {
                    try (InputStream in = SourceFailure.stream(() -> source.read(object.place(), path))) {
                        writing.add(path, in, file.getValue());
                    }
                    written += sizes.getOrDefault(path, 0L);
                }
            }
            writing.commit();
        }
        return written;
    }

    /** Brings the files of the storage root that a medium lacks. */
    static void writeRoot(CopyMedium source, CopyMedium medium) throws IOException {
        Map<String, Long> there = medium.files(CopyMedium.ROOT);
        try (CopyMedium.Writing writing = medium.write(CopyMedium.ROOT)) {
            for (String file :
                    SourceFailure.guard(() -> source.files(CopyMedium.ROOT)).keySet()) {
                if (!there.containsKey(file)) {
                    String sha512;
                    try (InputStream in = SourceFailure.stream(() -> source.read(CopyMedium.ROOT, file))) {
                        sha512 = Sha512.of(in, Pace.FREE);
                    }
                    try (InputStream in = SourceFailure.stream(() -> source.read(CopyMedium.ROOT, file))) {
                        writing.add(file, in, sha512);
                    }
                }
            }
            writing.commit();
        }
    }
}
