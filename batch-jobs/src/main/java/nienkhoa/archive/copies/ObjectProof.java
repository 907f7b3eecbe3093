package nienkhoa.archive.copies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nienkhoa.archive.Suppression;
import nienkhoa.archive.copies.ObjectCheck.Fault;
import nienkhoa.archive.copies.ObjectCheck.Flaw;
import nienkhoa.model.Finding;

/**
 * Proves one object in one place and repairs it from a place that has it sound.
 *
 * <p>Flow: check → set the bad bytes aside → bring the good ones, proved on the way → check again.
 *
 * <p>Restart: killed between setting aside and bringing, the file is missing, which the next check finds and repairs.
 */
public final class ObjectProof {

    /** A damaged inventory hides what else is damaged: it is repaired first, then the rest, then all is read again. */
    private static final int MOST_ROUNDS = 3;

    private final ObjectCheck check;
    private final Suppression suppression;
    private final RepairLog log;

    public ObjectProof(ObjectCheck check, Suppression suppression, RepairLog log) {
        this.check = check;
        this.suppression = suppression;
        this.log = log;
    }

    /** Is told of every repair, after the object was proved to be sound again. */
    @FunctionalInterface
    public interface RepairLog {

        /**
         * @param files what was repaired, by path, with what was wrong
         * @param source id of the copy that the good bytes came from
         */
        void repaired(String target, ExpectedObject object, Map<String, Fault> files, String source);
    }

    /**
     * How an object was found and left.
     *
     * @param sound whether it is what it has to be now
     * @param repaired files
     */
    public record Outcome(boolean sound, int repaired, List<Finding> findings) {}

    /**
     * Proves an object, and repairs it if it has to be.
     *
     * @param copies every place that can be read now by its id, in the order in which they are asked for good bytes
     * @throws IOException if the medium that is to be proved cannot be worked on
     */
    public Outcome prove(String target, ExpectedObject expected, Map<String, CopyMedium> copies) throws IOException {
        CopyMedium medium = copies.get(target);
        if (medium == null) {
            throw new IllegalArgumentException("not opened: " + target);
        }
        Map<String, Fault> seen = new LinkedHashMap<>();
        Set<String> sources = new LinkedHashSet<>();
        List<Flaw> flaws = check.flaws(medium, expected);
        for (int round = 0; round < MOST_ROUNDS && !flaws.isEmpty(); round++) {
            flaws.forEach(flaw -> seen.putIfAbsent(flaw.file(), flaw.fault()));
            Optional<String> source = suppression.isDestroyed(expected.dossierId())
                    ? Optional.empty()
                    : repair(target, expected, flaws, copies);
            if (source.isEmpty()) {
                break;
            }
            sources.add(source.get());
            flaws = check.flaws(medium, expected);
        }
        return outcome(target, expected, seen, flaws, sources);
    }

    private Outcome outcome(
            String target, ExpectedObject expected, Map<String, Fault> seen, List<Flaw> left, Set<String> sources) {
        List<Finding> findings = new ArrayList<>();
        seen.forEach((file, fault) -> findings.add(CopyFindings.of(fault.code(), target, expected.dossierId(), file)));
        if (!left.isEmpty()) {
            boolean destroyed = suppression.isDestroyed(expected.dossierId());
            findings.add(CopyFindings.of(
                    destroyed ? "A436_DESTROYED_NOT_REPAIRED" : "A437_NOT_REPAIRED",
                    target,
                    expected.dossierId(),
                    left.get(0).file()));
            return new Outcome(false, 0, findings);
        }
        if (!seen.isEmpty()) {
            log.repaired(target, expected, seen, String.join(",", sources));
        }
        return new Outcome(true, seen.size(), findings);
    }

    /** The id of the copy that gave what was needed; the place itself if nothing was needed. Empty if none could. */
    private Optional<String> repair(
            String target, ExpectedObject expected, List<Flaw> flaws, Map<String, CopyMedium> copies)
            throws IOException {
        CopyMedium medium = Objects.requireNonNull(copies.get(target));
        if (flaws.stream().allMatch(flaw -> flaw.fault() == Fault.EXTRA)) {
            setAside(medium, expected, flaws);
            return Optional.of(target);
        }
        for (Map.Entry<String, CopyMedium> source : copies.entrySet()) {
            if (!source.getKey().equals(target) && bring(medium, expected, flaws, source.getValue())) {
                return Optional.of(source.getKey());
            }
        }
        return Optional.empty();
    }

    /** False if the source cannot be read or is not sound itself in what is needed. */
    private static boolean bring(CopyMedium medium, ExpectedObject expected, List<Flaw> flaws, CopyMedium source)
            throws IOException {
        try (CopyMedium.Writing writing = medium.write(expected.place())) {
            if (!stage(writing, expected, flaws, source)) {
                return false;
            }
            setAside(medium, expected, flaws);
            writing.commit();
            return true;
        } catch (WrongDigest | SourceFailure e) {
            return false;
        }
    }

    private static boolean stage(
            CopyMedium.Writing writing, ExpectedObject expected, List<Flaw> flaws, CopyMedium source)
            throws IOException {
        Optional<ObjectInventory> inventory = SourceFailure.guard(
                () -> ObjectCheck.soundInventory(source, expected).flatMap(ObjectInventory::read));
        if (inventory.isEmpty()) {
            return false;
        }
        Map<String, String> wanted = expected.files(inventory.get());
        boolean all = flaws.stream().anyMatch(flaw -> flaw.fault() == Fault.OBJECT_MISSING);
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            String path = file.getKey();
            if (all || flaws.stream().anyMatch(flaw -> flaw.file().equals(path) && flaw.fault() != Fault.EXTRA)) {
                try (InputStream in = open(expected, path, source)) {
                    writing.add(path, in, file.getValue());
                }
            }
        }
        return true;
    }

    private static InputStream open(ExpectedObject expected, String file, CopyMedium source) throws IOException {
        Optional<String> literal = expected.literal(file);
        return literal.isPresent()
                ? new ByteArrayInputStream(literal.get().getBytes(StandardCharsets.UTF_8))
                : SourceFailure.stream(() -> source.read(expected.place(), file));
    }

    private static void setAside(CopyMedium medium, ExpectedObject expected, List<Flaw> flaws) throws IOException {
        for (Flaw flaw : flaws) {
            if (flaw.fault() != Fault.OBJECT_MISSING && flaw.fault() != Fault.MISSING) {
                medium.setAside(expected.place(), flaw.file());
            }
        }
    }
}
