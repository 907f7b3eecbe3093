package nienkhoa.archive.ocfl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nienkhoa.archive.copies.ObjectPlace;
import nienkhoa.archive.verify.ArchiveFolder;
import nienkhoa.archive.verify.Faults;
import nienkhoa.archive.verify.StoredObject;
import nienkhoa.model.Finding;

/** Reads an OCFL storage root without opening it as a store: nothing is written, so it may be a read-only copy. */
public final class OcflArchiveFolder implements ArchiveFolder {

    private static final String ROOT_TYPE = "0=ocfl_1.1";
    private static final String OBJECT_TYPE = "0=ocfl_object_1.1";

    private final Path root;

    public OcflArchiveFolder(Path root) {
        this.root = root;
    }

    /** Some dossiers alone, wherever they are; one that is not there is an object that cannot be read. */
    public static ArchiveFolder of(Path root, Set<String> dossiers) {
        List<StoredObject> objects = dossiers.stream()
                .sorted()
                .<StoredObject>map(dossier -> new OcflObject(root, root.resolve(ObjectPlace.ofDossier(dossier))))
                .toList();
        return () -> new Contents(objects, List.of());
    }

    @Override
    public Contents read() {
        if (Files.notExists(root.resolve(ROOT_TYPE))) {
            return new Contents(List.of(), List.of(Faults.fault("V321_NOT_AN_ARCHIVE", root.getFileName() + "", "")));
        }
        Walk walk = new Walk(root);
        try {
            Files.walkFileTree(root, walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Contents(walk.objects, walk.findings);
    }

    /** An object is a folder that says so; a folder of versions that does not say so has lost its type. */
    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<StoredObject> objects = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root.resolve("extensions"))) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (Files.exists(folder.resolve(OBJECT_TYPE)) || Files.exists(folder.resolve("inventory.json"))) {
                objects.add(new OcflObject(root, folder));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!root.equals(file.getParent())) {
                findings.add(Faults.fault("V320_STRAY_FILE", Places.relative(root, file), ""));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
