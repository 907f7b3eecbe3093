package nienkhoa.printrun;

import java.util.List;
import java.util.Optional;
import nienkhoa.model.Finding;
import nienkhoa.model.SchoolYear;

/** The documents that may be printed, whoever made them. */
public interface PrintableDocuments {

    /**
     * What a run is asked for.
     *
     * @param forms at least one
     * @param className empty = every class, and the cohorts
     */
    record Selection(String school, SchoolYear year, List<String> forms, Optional<String> className) {

        public Selection {
            forms = List.copyOf(forms);
        }
    }

    /**
     * What makes one bundle: the documents of one form of one class or cohort.
     *
     * @param unit who made them knows them by this
     * @param name the class, or the cohort such as {@code 2019-2024}
     */
    record Group(String school, SchoolYear year, String form, String unit, String name) {}

    /**
     * One document that was planned.
     *
     * @param id {@code VB-} and 16 letters or digits
     * @param source where it is, for {@link #read}; empty if there is none
     * @param pupil the number in the class list; 0 for a document about a whole class
     * @param blocked why it cannot be printed; empty = it can
     */
    record Candidate(String id, String source, String sha256, int pupil, List<Finding> blocked) {

        public Candidate {
            blocked = List.copyOf(blocked);
        }
    }

    /** The papers that a bundle begins with, in the order in which they lie in it. */
    enum BundlePaper {
        SEPARATOR,
        CHECKLIST,
        COVER,
        LIST
    }

    /** In the order of the classes; the forms of one class in the order asked for; the cohorts last. */
    List<Group> groups(Selection selection);

    /** In the order of the class list. */
    List<Candidate> of(Group group);

    /**
     * The bytes of a document; empty if it is no longer there or no longer the same.
     *
     * @param source of {@link Candidate}, or of a paper
     */
    Optional<byte[]> read(String source, String sha256);

    /** A paper of a bundle; empty if it cannot be made, which is told in the log. */
    Optional<byte[]> paper(BundlePaper paper, Group group, Front front);

    /**
     * What a bundle's papers say.
     *
     * @param documents ids in the order in which they lie
     * @param sheets of the documents together, without the papers
     */
    record Front(String run, int bundle, List<String> documents, int sheets, List<PaperStep> steps) {

        public Front {
            documents = List.copyOf(documents);
            steps = List.copyOf(steps);
        }
    }
}
