package nienkhoa.archive.ocfl;

import io.ocfl.api.model.VersionInfo;
import io.ocfl.core.inventory.InventoryMapper;
import io.ocfl.core.inventory.SidecarMapper;
import io.ocfl.core.model.Inventory;
import io.ocfl.core.model.InventoryBuilder;
import io.ocfl.core.model.Version;
import io.ocfl.core.model.VersionBuilder;
import io.ocfl.core.path.ContentPathMapper;
import io.ocfl.core.path.mapper.LogicalPathMappers;
import io.ocfl.core.util.FileUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The inventory of an object's next version.
 *
 * <p>Quirk: the library's own updater compares each added path with every path there is (ocfl-java 2.2.3,
 * {@code VersionBuilder.validateNonConflictingPath}), which is quadratic and takes minutes for an export of 100,000
 * files. Here paths are only added to the inventory's maps; the file system refuses a name that is file and folder.
 */
final class NextVersion {

    static final String INVENTORY = "inventory.json";
    static final String SIDECAR = "inventory.json.sha512";

    private final InventoryMapper mapper = InventoryMapper.defaultMapper();
    private final InventoryBuilder builder;
    private final VersionBuilder version;
    private final ContentPathMapper places;
    private final String prefix;
    private final int number;
    private Inventory inventory;

    NextVersion(Inventory head) {
        this.inventory = head;
        this.number = (int) head.nextVersionNum().getVersionNum();
        this.prefix = head.nextVersionNum() + "/";
        this.builder = head.buildNextVersionFrom();
        this.version = number == 1 ? Version.builder() : Version.builder(head.getHeadVersion());
        this.places = ContentPathMapper.builder()
                .logicalPathMapper(LogicalPathMappers.percentEncodingWindowsMapper())
                .buildStandardVersion(head);
    }

    int number() {
        return number;
    }

    /** Where a file of the dossier lies inside the version's folder. */
    String place(String path) {
        return places.fromLogicalPath(path).substring(prefix.length());
    }

    /** Adds a file or puts it in the place of the older one; false if the object already holds the same bytes. */
    boolean add(String path, String sha512) {
        boolean isNew = !builder.containsFileId(sha512);
        if (isNew) {
            builder.addFileToManifest(sha512, places.fromLogicalPath(path));
        }
        version.removeLogicalPath(path);
        version.addFile(sha512, path);
        return isNew;
    }

    /** Where a file of this version, added or kept, lies in the object; empty if there is none. */
    Optional<String> content(String path) {
        return Optional.ofNullable(version.getFileId(path))
                .map(id -> builder.getContentPaths(id).iterator().next());
    }

    /** The same inside the version's own folder; empty if an older version holds the bytes. */
    Optional<String> ownContent(String path) {
        return content(path).filter(place -> place.startsWith(prefix)).map(place -> place.substring(prefix.length()));
    }

    /** Completes the version's folder with its inventory, which still has to be forced to the disk. */
    void writeTo(Path folder, VersionInfo info) throws IOException {
        removeEmptyFolders(folder.resolve(inventory.resolveContentDirectory()));
        Inventory complete = builder.addHeadVersion(
                        version.versionInfo(info).created(info.getCreated()).build())
                .build();
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        mapper.write(json, complete);
        byte[] bytes = json.toByteArray();
        String digest = HexFormat.of().formatHex(CopyingDigest.digest("SHA-512").digest(bytes));
        Files.write(folder.resolve(INVENTORY), bytes);
        SidecarMapper.writeSidecar(complete, digest, folder);
        inventory = complete.buildFrom().inventoryDigest(digest).build();
    }

    /** With this version, once it is written. */
    Inventory inventory() {
        return inventory;
    }

    private static void removeEmptyFolders(Path content) {
        if (Files.exists(content)) {
            FileUtil.deleteEmptyDirs(content);
        }
    }
}
