package nienkhoa.archive.verify;

import java.util.List;
import nienkhoa.model.Finding;

/** An archive as it lies on disk. */
public interface ArchiveFolder {

    /** What the folder holds. */
    Contents read();

    /**
     * Objects and what does not belong to any.
     *
     * @param findings a folder that is no archive, files that no object owns
     */
    record Contents(List<StoredObject> objects, List<Finding> findings) {
        public Contents {
            objects = List.copyOf(objects);
            findings = List.copyOf(findings);
        }
    }
}
