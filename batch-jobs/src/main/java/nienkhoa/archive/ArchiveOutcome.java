package nienkhoa.archive;

import java.util.List;
import nienkhoa.model.Finding;

/** What became of one dossier. */
public sealed interface ArchiveOutcome {

    /** Documents of the dossier that are in the archive now, whether this run brought them or another. */
    int documents();

    /** Bytes that went in. */
    long bytes();

    List<Finding> findings();

    /** A version was written. */
    record Archived(int version, int documents, long bytes) implements ArchiveOutcome {
        @Override
        public List<Finding> findings() {
            return List.of();
        }
    }

    /** The newest version already says the same. */
    record Unchanged(int version, int documents) implements ArchiveOutcome {
        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }
    }

    /** Nothing was written, for these reasons. */
    record Refused(List<Finding> findings) implements ArchiveOutcome {
        public Refused {
            findings = List.copyOf(findings);
        }

        @Override
        public int documents() {
            return 0;
        }

        @Override
        public long bytes() {
            return 0;
        }
    }
}
