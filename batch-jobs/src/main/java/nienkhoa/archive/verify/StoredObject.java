package nienkhoa.archive.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nienkhoa.model.Finding;

/** One object of the archive as it lies on disk. */
public interface StoredObject {

    Content read();

    /**
     * What an object holds.
     *
     * @param dossierId of the dossier that it says it is; its place in the archive if it says none
     * @param structure everything wrong with the object as an object: its inventories, and the digest of every file of
     *     every version
     * @param head the files of the newest version by their paths in the dossier; empty if the object cannot tell
     */
    record Content(String dossierId, List<Finding> structure, Map<String, Path> head) {
        public Content {
            structure = List.copyOf(structure);
        }
    }
}
