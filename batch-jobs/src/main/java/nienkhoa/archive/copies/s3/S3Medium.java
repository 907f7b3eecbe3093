package nienkhoa.archive.copies.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nienkhoa.archive.copies.CopyMedium;

/** A copy of the archive in a bucket: {@code archive/…} as in a folder, {@code set-aside/…} beside it. */
final class S3Medium implements CopyMedium {

    private static final String ARCHIVE = "archive/";
    private static final String SET_ASIDE = "set-aside/";
    private static final Pattern OBJECT = Pattern.compile("([0-9a-f]{3}/[0-9a-f]{3}/[0-9a-f]{3}/[0-9a-f]{64})/.*");
    private static final String CANARIES = "extensions/nienkhoa-canary/";

    private final Bucket bucket;
    private final String prefix;
    private final Path scratch;
    private final Runnable step;

    /**
     * @param prefix of all keys, with a slash at its end, or empty
     * @param scratch where files lie until they are sent
     * @param step called before each change that others can see; a test ends the run there
     */
    S3Medium(Bucket bucket, String prefix, Path scratch, Runnable step) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.scratch = scratch;
        this.step = step;
    }

    private String key(String area, String place, String file) {
        return prefix + area + (place.isEmpty() ? "" : place + "/") + file;
    }

    @Override
    public void objects(PlaceVisitor visitor) throws IOException {
        String area = key(ARCHIVE, "", "");
        String[] last = {""};
        bucket.keys(area, (key, bytes) -> {
            Matcher object = OBJECT.matcher(key.substring(area.length()));
            if (object.matches() && !object.group(1).equals(last[0])) {
                last[0] = object.group(1);
                visitor.visit(last[0]);
            }
        });
    }

    @Override
    public SortedMap<String, Long> files(String place) throws IOException {
        SortedMap<String, Long> files = new TreeMap<>();
        String area = key(ARCHIVE, place, "");
        if (!place.equals(ROOT)) {
            bucket.keys(area, (key, bytes) -> files.put(key.substring(area.length()), bytes));
            return files;
        }
        bucket.keysRightBelow(area, (key, bytes) -> files.put(key.substring(area.length()), bytes));
        bucket.keys(area + "extensions/", (key, bytes) -> files.put(key.substring(area.length()), bytes));
        files.keySet().removeIf(file -> file.startsWith(CANARIES));
        return files;
    }

    @Override
    public InputStream read(String place, String file) throws IOException {
        return bucket.read(key(ARCHIVE, place, file));
    }

    @Override
    public Writing write(String place) throws IOException {
        return new S3Writing(bucket, key(ARCHIVE, place, ""), scratch, step);
    }

    @Override
    public void setAside(String place, String file) throws IOException {
        String bad = key(ARCHIVE, place, file);
        if (!bucket.exists(bad)) {
            return;
        }
        String kept = key(SET_ASIDE, place, file);
        String free = kept;
        for (int i = 2; bucket.exists(free); i++) {
            free = kept + "." + i;
        }
        step.run();
        bucket.copy(bad, free);
        bucket.delete(bad);
    }

    @Override
    public void destroy(String place) throws IOException {
        step.run();
        bucket.deleteVersions(key(ARCHIVE, place, ""));
        bucket.deleteVersions(key(SET_ASIDE, place, ""));
    }

    /** Whether anything is left of an object, older versions of its files included. */
    boolean holds(String place) throws IOException {
        return !bucket.versions(key(ARCHIVE, place, "")).isEmpty()
                || !bucket.versions(key(SET_ASIDE, place, "")).isEmpty();
    }
}
