package nienkhoa.archive.copies;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nienkhoa.model.Finding;

/**
 * Proves the files of the storage root, which say what the rest is: declaration, layout, the specification. This program
 * writes them always alike, so it knows what they have to be without any copy. Others than those are right only if all
 * places that can be read agree about them: then another version of this program made them.
 */
public final class RootProof {

    private final SortedMap<String, byte[]> made;

    /** @param made the files as this program makes them, by their paths in the storage root */
    public RootProof(Map<String, byte[]> made) {
        this.made = new TreeMap<>(made);
    }

    /**
     * Proves the root of one place and writes again what is missing or damaged.
     *
     * @param copies every place that can be read now
     * @return a finding for each file that was written again
     */
    public List<Finding> prove(String target, CopyMedium medium, Collection<CopyMedium> copies) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Long> there = medium.files(CopyMedium.ROOT);
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            boolean missing = !there.containsKey(file.getKey());
            if (missing || !isRight(file.getKey(), read(medium, file.getKey()), copies)) {
                if (!missing) {
                    medium.setAside(CopyMedium.ROOT, file.getKey());
                }
                write(medium, file.getKey(), file.getValue());
                findings.add(CopyFindings.of("A439_ROOT_REPAIRED", target, "", file.getKey()));
            }
        }
        return findings;
    }

    private boolean isRight(String file, byte[] bytes, Collection<CopyMedium> copies) throws IOException {
        if (Arrays.equals(bytes, made.get(file))) {
            return true;
        }
        for (CopyMedium copy : copies) {
            if (!copy.files(CopyMedium.ROOT).containsKey(file) || !Arrays.equals(bytes, read(copy, file))) {
                return false;
            }
        }
        return copies.size() > 1;
    }

    private static byte[] read(CopyMedium medium, String file) throws IOException {
        try (InputStream in = medium.read(CopyMedium.ROOT, file)) {
            return in.readAllBytes();
        }
    }

    private static void write(CopyMedium medium, String file, byte[] bytes) throws IOException {
        try (CopyMedium.Writing writing = medium.write(CopyMedium.ROOT)) {
            writing.add(file, new ByteArrayInputStream(bytes), Sha512.of(new ByteArrayInputStream(bytes), Pace.FREE));
            writing.commit();
        }
    }
}
