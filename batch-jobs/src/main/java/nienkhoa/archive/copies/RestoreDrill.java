package nienkhoa.archive.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongSupplier;
import nienkhoa.archive.Suppression;
import nienkhoa.model.Finding;

/**
 * Proves that a copy can be restored from: brings objects of it into a scratch folder, reads every byte back, and removes
 * them, one object after another so that little room is needed.
 */
public final class RestoreDrill {

    private static final double NANOS_A_SECOND = 1e9;
    private static final double MEGABYTE = 1e6;

    private final Path scratch;
    private final Suppression suppression;
    private final Function<String, Optional<ExpectedObject>> known;
    private final LongSupplier nanos;

    /**
     * @param scratch a folder of the drill's own; removed at the end, and what a killed drill left at the beginning
     * @param nanos a clock that only goes forward
     */
    public RestoreDrill(
            Path scratch,
            Suppression suppression,
            Function<String, Optional<ExpectedObject>> known,
            LongSupplier nanos) {
        this.scratch = scratch;
        this.suppression = suppression;
        this.known = known;
        this.nanos = nanos;
    }

    /**
     * What a drill saw.
     *
     * @param objects on the copy
     * @param restored of them brought back and proved
     * @param bytes brought back
     */
    public record Outcome(
            String target, long objects, long restored, long bytes, double seconds, List<Finding> findings) {
        public Outcome {
            findings = List.copyOf(findings);
        }

        /** 1 MB = 1,000,000 bytes; 0 if nothing was brought. */
        public double megabytesPerSecond() {
            return seconds > 0 ? bytes / MEGABYTE / seconds : 0;
        }
    }

    /**
     * @param most objects; drawn by the seed
     * @throws IOException if the copy goes out of reach, or the scratch folder cannot be written
     */
    public Outcome run(String target, CopyMedium copy, int most, long seed) throws IOException {
        List<String> places = new ArrayList<>();
        copy.objects(places::add);
        List<String> drawn = new ArrayList<>(places);
        Collections.shuffle(drawn, new Random(seed));
        List<Finding> findings = new ArrayList<>();
        long began = nanos.getAsLong();
        long bytes = 0;
        long restored = 0;
        Folders.remove(scratch);
        FolderMedium into =
                new FolderMedium(Files.createDirectories(scratch.resolve("archive")), scratch.resolve("work"));
        try {
            for (String place : drawn.subList(0, Math.min(most, drawn.size()))) {
                long written = restore(target, copy, place, into, findings);
                bytes += Math.max(0, written);
                restored += written < 0 ? 0 : 1;
            }
        } finally {
            Folders.remove(scratch);
        }
        double seconds = (nanos.getAsLong() - began) / NANOS_A_SECOND;
        return new Outcome(target, places.size(), restored, bytes, seconds, findings);
    }

    /** The bytes brought; negative if the object cannot be restored. */
    private long restore(String target, CopyMedium copy, String place, FolderMedium into, List<Finding> findings)
            throws IOException {
        Optional<ExpectedObject> found = FoundObject.read(copy, place);
        Optional<ExpectedObject> expected = known.apply(place);
        if (found.isEmpty()
                || expected.filter(object -> !object.continues(found.get())).isPresent()) {
            findings.add(CopyFindings.of(
                    "A446_NOT_RESTORABLE",
                    target,
                    expected.map(ExpectedObject::dossierId).orElse(place),
                    ""));
            return -1;
        }
        ExpectedObject object = found.get();
        if (suppression.isDestroyed(object.dossierId()) && !TombstoneObject.isOne(object, copy)) {
            findings.add(CopyFindings.of("A445_COPY_HOLDS_DESTROYED", target, object.dossierId(), ""));
            return -1;
        }
        return prove(target, copy, object, into, findings);
    }

    private static long prove(
            String target, CopyMedium copy, ExpectedObject object, FolderMedium into, List<Finding> findings)
            throws IOException {
        try {
            long bytes = ObjectTransfer.write(copy, into, object);
            List<ObjectCheck.Flaw> flaws = new ObjectCheck(Pace.FREE).flaws(into, object);
            into.destroy(object.place());
            if (flaws.isEmpty()) {
                return bytes;
            }
            findings.add(CopyFindings.of(
                    "A446_NOT_RESTORABLE",
                    target,
                    object.dossierId(),
                    flaws.get(0).file()));
        } catch (WrongDigest e) {
            findings.add(CopyFindings.of("A446_NOT_RESTORABLE", target, object.dossierId(), e.file()));
        }
        return -1;
    }
}
