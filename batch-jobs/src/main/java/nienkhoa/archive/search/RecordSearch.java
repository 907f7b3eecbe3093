package nienkhoa.archive.search;

import java.util.List;

/**
 * Finds students and what the archive holds about them. Who a student is stands in the register, so after a rebuild
 * nobody is found until an export was taken in again.
 */
public interface RecordSearch {

    /** By which of their codes students are asked for. */
    enum Code {
        /** Our own, {@code HS-…}. */
        ID,
        /** Số định danh cá nhân, twelve digits. */
        IDENTITY,
        /** Mã định danh Bộ GD&amp;ĐT, ten digits. */
        MOET,
        /** {@code school/mã học sinh}. */
        LOCAL
    }

    /** Who has or had the code; mostly one. In the order of their ids. */
    List<String> byCode(Code code, String value);

    /**
     * Who has the name, and the birth date if one is given. In the order of their ids.
     *
     * @param name in the form in which the register compares names
     * @param birthDate {@code 2014-05-12}; empty = any
     */
    List<String> byName(String name, String birthDate);

    /**
     * The students with these ids whom the register knows now, with all that is kept of them, in the order of their ids.
     */
    List<Child> children(List<String> ids);

    /**
     * A student.
     *
     * @param birthDate {@code 2014-05-12}, or what is known of it: {@code 05/2014}, {@code 2014}; empty if nothing is
     * @param documents of this student alone, oldest school year first
     * @param among dossiers about the student's classes and cohorts, without those that hold {@code documents}
     */
    record Child(String id, String name, String birthDate, List<Held> documents, List<Among> among) {
        public Child {
            documents = List.copyOf(documents);
            among = List.copyOf(among);
        }
    }

    /** What has become of a document. */
    enum State {
        ARCHIVED,
        /** Made, and not taken into the archive. */
        NOT_ARCHIVED,
        /** Its dossier was destroyed under a decision, or is being destroyed. */
        DESTROYED
    }

    /**
     * A document of one student.
     *
     * @param dossier where it lies, or would lie
     * @param version the newest of the dossier; 0 if it is not archived
     */
    record Held(String document, String form, String edition, String dossier, int version, int pages, State state) {}

    /** A dossier that tells of many students. */
    record Among(String dossier, String form, int version) {}
}
