package nienkhoa.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nienkhoa.model.SchoolYear;

/** Where facts wait until they are joined, and the register into which the joined records go. */
public interface Staging {

    /**
     * Begins to take in an export. Until {@link Session#commit()} nothing of it is seen by others, and closing without it
     * leaves nothing behind.
     */
    Session open(String exportSha256);

    /** One export on its way into the register: one transaction. */
    interface Session extends AutoCloseable {

        /** Takes all facts, in any order. */
        void facts(Iterator<List<Fact>> batches);

        /** Facts about schools, in the order of files, sheets and rows. */
        List<Fact> schoolFacts();

        /** School years that class lists or results speak of, with the number of rows. */
        Map<SchoolYear, Long> schoolYears();

        /** Rows of class lists that give one identity number to several codes of the ministry. */
        List<Fact> sharedIdentityNumbers();

        /**
         * All facts about students, a list a student, in the order of files, sheets and rows whatever the order in which
         * they came.
         *
         * @param most students at a time
         */
        void students(int most, Consumer<List<List<Fact>>> batches);

        /** What the register already believes about students, by student id; unknown ones are absent. */
        Map<String, KnownStudent> known(Collection<String> studentIds);

        /** Headers that other exports than this one had first, the last seen first. */
        List<LayoutSeen> layoutsSeen();

        /** Keeps the headers of this export. */
        void keep(List<LayoutSeen> seen, Instant at);

        /** Hands over joined records; each key at most once in an export. */
        void records(List<RegisterRecord> records);

        /** Writes a new revision for every record whose content differs. */
        Merge merge(Instant enteredAt);

        void commit();

        /** Gives up all that was not committed. */
        @Override
        void close();
    }

    /**
     * What happened to the records.
     *
     * @param unchangedRows rows of the export whose records were in the register with the same content
     * @param revisions new revisions by kind
     */
    record Merge(long unchangedRows, long unchangedRecords, Map<String, Long> revisions) {}

    /**
     * A student whom the register knows from earlier exports.
     *
     * @param student canonical JSON of the student
     * @param classes {@code school/year/class} of all current enrolments, the year as its first calendar year
     * @param newestYear the newest school year of an enrolment, 0 if there is none
     */
    record KnownStudent(String student, List<String> classes, int newestYear) {

        public KnownStudent {
            classes = List.copyOf(classes);
        }
    }
}
