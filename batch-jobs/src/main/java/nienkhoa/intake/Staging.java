package nienkhoa.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import nienkhoa.intake.difference.ClassKey;
import nienkhoa.intake.difference.DifferenceRows;
import nienkhoa.model.SchoolYear;

/** Where facts wait until they are joined, and the register into which the joined records go. */
public interface Staging {

    /**
     * Begins to take in an export. Until {@link Session#commit()} nothing of it is seen by others, and closing without it
     * leaves nothing behind.
     *
     * @param work folder for what does not fit into memory
     */
    Session open(String exportSha256, Path work);

    /** Writes down a load that changed nothing; others are written with what they change. */
    void record(LoadEntry load);

    /** Loads of an export that are in the register, oldest first. */
    List<LoadEntry> committed(String exportSha256);

    /** One export on its way into the register: one transaction. */
    interface Session extends AutoCloseable {

        /** Takes all facts, in any order. */
        void facts(Iterator<List<Fact>> batches);

        /** Facts about schools, in the order of files, sheets and rows. */
        List<Fact> schoolFacts();

        /** School years that class lists or results speak of, with the number of rows. */
        Map<SchoolYear, Long> schoolYears();

        /**
         * The rows about students, gathered by the codes that they give; in an order that does not depend on files.
         *
         * @param schools code of the school of each file; empty if it is of none
         * @param broken files whose rows do not count
         */
        List<Sighting> sightings(Map<Integer, String> schools, Set<Integer> broken);

        /** What the register knows about those whom the sightings may mean. */
        KnownPeople people(List<Sighting> sightings);

        /**
         * Tells whose rows they are, by number of the sighting, before {@link #students}.
         *
         * @param questions that come up for the first time
         */
        void matched(Map<Integer, Match> matches, List<Question> questions);

        /**
         * Hands over what students are known by from now on.
         *
         * @param keys by the student's id
         * @param persons by the student's id; only of those about whom the export is believed
         */
        void keys(Map<String, Set<StudentKey>> keys, Map<String, PersonKey> persons);

        /**
         * All matched facts about students, a list a student, in the order of files, sheets and rows whatever the order in
         * which they came. A fact of nobody comes alone.
         *
         * @param most students at a time
         */
        void students(int most, Consumer<List<List<Fact>>> batches);

        /** Codes of the schools in the register. */
        Set<String> schools();

        /** What the register already believes about students, by student id; unknown ones are absent. */
        Map<String, KnownStudent> known(Collection<String> studentIds);

        /** Headers that other exports than this one had first, the last seen first. */
        List<LayoutSeen> layoutsSeen();

        /** Keeps the headers of this export. */
        void keep(List<LayoutSeen> seen, Instant at);

        /** Hands over joined records; each key at most once in an export. */
        void records(List<RegisterRecord> records);

        /**
         * Enters the changes of all facts into the journal, in place of what it holds of this export.
         *
         * @param paths of the export's files, in the order of their numbers
         */
        void changes(List<String> paths);

        /** Students of whom rows were rejected, so that the export speaks of them although it has no record. */
        void rejected(List<RejectedPlace> places);

        /** Class lists with rows that name nobody, or in one of the files given: who is in them is not known. */
        List<ListPlace> unclearLists(Collection<Integer> files);

        /** By how many grades students stand above their grade in the register of the year before; after the last record. */
        Map<Integer, Long> gradeSteps(SchoolYear year);

        /**
         * Compares all records with the register, after the last of them and once.
         *
         * @return what {@link #merge} will do
         */
        Merge compare(Whole whole, DifferenceRows rows);

        /**
         * Writes a new revision for every record whose content differs, and closes the places in classes of which the
         * comparison said that they vanish or move away.
         */
        void merge(Instant enteredAt);

        /** Writes down the load, together with what it changes. */
        void record(LoadEntry load);

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
    record Merge(long unchangedRows, long unchangedRecords, Map<String, Long> revisions) {

        static final Merge NOTHING = new Merge(0, 0, Map.of());
    }

    /**
     * A student whose row was rejected.
     *
     * @param inClassList whether it was a row of a class list
     */
    record RejectedPlace(String studentId, String school, int schoolYear, String className, boolean inClassList) {}

    /** A class list in a file; year 0 and an empty class mean that the row does not say. */
    record ListPlace(int file, int schoolYear, String className) {}

    /**
     * Of which lists it is known who is in them.
     *
     * @param year the school year whose lists are whole; those of other years that come with them end no place
     * @param supplement whether the export holds single rows only, so that no list is whole
     * @param unclear lists of which it is not known; year 0 and an empty class mean all of the school
     */
    record Whole(SchoolYear year, boolean supplement, Collection<ClassKey> unclear) {}

    /**
     * A student whom the register knows from earlier exports.
     *
     * @param student canonical JSON of the student
     * @param classes {@code school/year/class} of all current enrolments, the year as its first calendar year
     * @param newestYear the newest school year of an enrolment, 0 if there is none
     * @param registry canonical JSON of the lines in student registries
     */
    record KnownStudent(String student, List<String> classes, int newestYear, List<String> registry) {

        public KnownStudent {
            classes = List.copyOf(classes);
            registry = List.copyOf(registry);
        }
    }
}
