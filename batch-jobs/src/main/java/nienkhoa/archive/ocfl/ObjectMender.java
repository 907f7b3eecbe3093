package nienkhoa.archive.ocfl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import nienkhoa.data.CanonicalJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes what a kill or a power cut left half done in an object.
 *
 * <p>A version comes into an object in two acts: its folder is renamed into place, whole; then its inventory is copied
 * to the object's root. Killed in between, the version is there and the root does not know it: the copy is made good.
 * After a power cut a version's folder may be there with an inventory that never reached the disk: nobody was told of
 * that version, so it is set aside and the version before it stays the newest. A version that the root knows is never
 * touched; if it is damaged, that is for {@code verify} to say.
 */
final class ObjectMender {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectMender.class);
    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,8}");
    private static final String TYPE = "ocfl_object_1.1";
    private static final String INVENTORY = "inventory.json";
    private static final String SIDECAR = "inventory.json.sha512";

    private final Path aside;
    private final Path scratch;

    ObjectMender(Path work) {
        this.aside = work.resolve("set-aside");
        this.scratch = work.resolve("incoming");
    }

    /** Does nothing to an object that is whole or not there. */
    void mend(Path object) {
        if (Files.notExists(object)) {
            return;
        }
        int known = headOf(object);
        List<Path> unknown = versionsAfter(known, object);
        for (Path version : unknown) {
            if (headOf(version) == number(version)) {
                complete(object, version);
                return;
            }
            if (known > 0) {
                setAside(version);
            }
        }
        if (known == 0 && unknown.size() <= 1) {
            setAside(object);
        }
    }

    private static List<Path> versionsAfter(int known, Path object) {
        return Disk.children(object).stream()
                .filter(child -> VERSION.matcher(child.getFileName().toString()).matches())
                .filter(version -> number(version) > known)
                .sorted(Comparator.comparingInt(ObjectMender::number).reversed())
                .toList();
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString().substring(1));
    }

    /** The newest version that the inventory in a folder knows; 0 if there is no inventory or it is not whole. */
    private static int headOf(Path folder) {
        Path inventory = folder.resolve(INVENTORY);
        Path sidecar = folder.resolve(SIDECAR);
        try {
            if (Files.notExists(inventory)
                    || Files.notExists(sidecar)
                    || !Files.readString(sidecar, StandardCharsets.UTF_8).startsWith(sha512(inventory) + " ")) {
                return 0;
            }
            String head = CanonicalJson.read(Files.readString(inventory), Inventory.class)
                    .head();
            return VERSION.matcher(head).matches() ? Integer.parseInt(head.substring(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one member of an inventory that mending asks for. */
    private record Inventory(String head) {}

    private static String sha512(Path file) throws IOException {
        MessageDigest digest = CopyingDigest.digest("SHA-512");
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void complete(Path object, Path version) {
        LOG.warn("completing {} of {}", version.getFileName(), object.getFileName());
        try {
            Path type = object.resolve("0=" + TYPE);
            if (Files.notExists(type)) {
                Files.writeString(type, TYPE + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Disk.copyAtomically(version.resolve(INVENTORY), object.resolve(INVENTORY), scratch);
        Disk.copyAtomically(version.resolve(SIDECAR), object.resolve(SIDECAR), scratch);
        Disk.forceFolder(object);
    }

    private void setAside(Path folder) {
        LOG.warn("setting aside {}, which was never completed", folder);
        try {
            Path place = Files.createTempDirectory(Disk.createFolder(aside), "incomplete-");
            Files.move(folder, place.resolve(folder.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
