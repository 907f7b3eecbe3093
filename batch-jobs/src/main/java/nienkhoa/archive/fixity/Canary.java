package nienkhoa.archive.fixity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nienkhoa.archive.copies.CopyMedium;
import nienkhoa.archive.copies.ExpectedObject;
import nienkhoa.archive.copies.ObjectCheck;
import nienkhoa.archive.copies.ObjectCheck.Fault;
import nienkhoa.archive.copies.ObjectCheck.Flaw;
import nienkhoa.archive.copies.ObjectInventory;
import nienkhoa.archive.copies.Sha512;
import nienkhoa.data.CanonicalJson;

/**
 * Objects with planted damage in a corner of every copy that only the checker looks into. A checker that does not name
 * each of them, or names more, cannot be believed about the rest.
 *
 * <p>Source of the idea: checkers have reported success for years over real damage because nothing ever failed them.
 */
final class Canary {

    /** Beside the objects: neither the store nor {@code verify} looks here. */
    private static final String AREA = "extensions/nienkhoa-canary/";

    private static final String CONTENT = "v1/content/";

    /**
     * One planted object.
     *
     * @param planted files as they lie there
     * @param flaws all that a sound checker says about it
     */
    private record Planted(ExpectedObject expected, Map<String, byte[]> planted, Set<Flaw> flaws) {}

    private final List<Planted> objects;

    Canary() {
        objects = List.of(files(), inventory(), replaced(), small(), vanished(), sound());
    }

    /** How many flaws are planted in each copy. */
    int flaws() {
        return objects.stream().mapToInt(object -> object.flaws().size()).sum();
    }

    /** Plants what is not there; what is there stays as it is. */
    void plant(CopyMedium medium) throws IOException {
        for (Planted object : objects) {
            if (!object.planted().isEmpty()
                    && medium.files(object.expected().place()).isEmpty()) {
                try (CopyMedium.Writing writing = medium.write(object.expected().place())) {
                    for (Map.Entry<String, byte[]> file : object.planted().entrySet()) {
                        String text = new String(file.getValue(), StandardCharsets.UTF_8);
                        writing.add(file.getKey(), new ByteArrayInputStream(file.getValue()), Sha512.of(text));
                    }
                    writing.commit();
                }
            }
        }
    }

    /** What the checker failed to say, and what it said without reason; empty if it can be believed. */
    List<Flaw> misses(ObjectCheck check, CopyMedium medium) throws IOException {
        List<Flaw> misses = new ArrayList<>();
        for (Planted object : objects) {
            Set<Flaw> said = new HashSet<>(check.flaws(medium, object.expected()));
            object.flaws().stream().filter(flaw -> !said.contains(flaw)).forEach(misses::add);
            said.stream().filter(flaw -> !object.flaws().contains(flaw)).forEach(misses::add);
        }
        return misses;
    }

    private static Planted sound() {
        Draft draft = new Draft("sound");
        return draft.planted(Set.of());
    }

    private static Planted files() {
        Draft draft = new Draft("files");
        draft.put(CONTENT + "damaged.txt", "canary dAmaged.txt\n");
        draft.put(CONTENT + "truncated.txt", "canary trunc");
        draft.put(CONTENT + "swapped-1.txt", "canary swapped-2.txt\n");
        draft.put(CONTENT + "swapped-2.txt", "canary swapped-1.txt\n");
        draft.files.remove(CONTENT + "missing.txt");
        draft.put(CONTENT + "extra.txt", "canary extra.txt\n");
        return draft.planted(Set.of(
                new Flaw(Fault.CHANGED, CONTENT + "damaged.txt"),
                new Flaw(Fault.CHANGED, CONTENT + "truncated.txt"),
                new Flaw(Fault.SWAPPED, CONTENT + "swapped-1.txt"),
                new Flaw(Fault.SWAPPED, CONTENT + "swapped-2.txt"),
                new Flaw(Fault.MISSING, CONTENT + "missing.txt"),
                new Flaw(Fault.EXTRA, CONTENT + "extra.txt")));
    }

    private static Planted inventory() {
        Draft draft = new Draft("inventory");
        draft.put(ExpectedObject.INVENTORY, "{}");
        return draft.planted(Set.of(new Flaw(Fault.CHANGED, ExpectedObject.INVENTORY)));
    }

    /** A whole and valid object in the place of another. */
    private static Planted replaced() {
        Draft draft = new Draft("replaced");
        draft.files.putAll(new Draft("other").files);
        return draft.planted(Set.of(new Flaw(Fault.CHANGED, ExpectedObject.INVENTORY)));
    }

    private static Planted small() {
        Draft draft = new Draft("small");
        draft.put(ExpectedObject.DECLARATION, "ocfl_object_1.0\n");
        draft.put(ExpectedObject.SIDECAR, "0".repeat(128) + "  inventory.json\n");
        draft.files.remove("v1/" + ExpectedObject.SIDECAR);
        draft.put("v1/" + ExpectedObject.INVENTORY, "{}");
        return draft.planted(Set.of(
                new Flaw(Fault.CHANGED, ExpectedObject.DECLARATION),
                new Flaw(Fault.CHANGED, ExpectedObject.SIDECAR),
                new Flaw(Fault.MISSING, "v1/" + ExpectedObject.SIDECAR),
                new Flaw(Fault.CHANGED, "v1/" + ExpectedObject.INVENTORY)));
    }

    private static Planted vanished() {
        Draft draft = new Draft("vanished");
        draft.files.clear();
        return draft.planted(Set.of(new Flaw(Fault.OBJECT_MISSING, "")));
    }

    /** An object with all its files as they should be, to be damaged. */
    private static final class Draft {

        private static final List<String> NAMES =
                List.of("damaged.txt", "missing.txt", "sound.txt", "swapped-1.txt", "swapped-2.txt", "truncated.txt");

        private final ExpectedObject expected;
        private final Map<String, byte[]> files = new TreeMap<>();

        Draft(String name) {
            Map<String, List<String>> manifest = new TreeMap<>();
            Map<String, List<String>> state = new TreeMap<>();
            for (String file : NAMES) {
                String text = "canary " + file + "\n";
                put(CONTENT + file, text);
                manifest.put(Sha512.of(text), List.of(CONTENT + file));
                state.put(Sha512.of(text), List.of(file));
            }
            String json = CanonicalJson.write(new ObjectInventory(
                    "urn:nienkhoa:canary/" + name, "v1", manifest, Map.of("v1", new ObjectInventory.Version(state))));
            expected = new ExpectedObject(AREA + name, "canary/" + name, new TreeMap<>(Map.of(1, Sha512.of(json))));
            String sidecar = Sha512.of(json) + "  " + ExpectedObject.INVENTORY + "\n";
            put(ExpectedObject.DECLARATION, "ocfl_object_1.1\n");
            put(ExpectedObject.INVENTORY, json);
            put(ExpectedObject.SIDECAR, sidecar);
            put("v1/" + ExpectedObject.INVENTORY, json);
            put("v1/" + ExpectedObject.SIDECAR, sidecar);
        }

        void put(String file, String text) {
            files.put(file, text.getBytes(StandardCharsets.UTF_8));
        }

        Planted planted(Set<Flaw> flaws) {
            return new Planted(expected, files, flaws);
        }
    }
}
