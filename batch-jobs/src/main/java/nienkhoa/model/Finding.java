package nienkhoa.model;

import java.util.List;

/**
 * Something that a person has to know about or mend.
 *
 * <p>The sentence that a person reads is the message {@code code} of the stage's bundle, filled with {@link #args()}.
 *
 * @param code a speaking, stable code whose letter names the stage, for example {@code I003_BAD_DATE}
 * @param severity what it does to the row or document that it is about
 * @param place where it was found
 * @param value the value found there; may be personal, so it goes into reports and workbooks, never into logs; empty if
 *     the finding is about no single value
 * @param args what the sentence is filled with, {0}, {1} …; never personal
 */
public record Finding(String code, Severity severity, Place place, String value, List<String> args) {

    public Finding {
        args = List.copyOf(args);
    }

    /** What a finding does to the row or document that it is about. */
    public enum Severity {
        /** The row or document does not go on. */
        REJECT,
        /** It goes on; a person should look. */
        WARN
    }

    /**
     * Where something was found; parts that do not apply are empty.
     *
     * @param file path inside the export, with {@code /}; or the form for a document
     * @param sheet name of the sheet
     * @param cell address such as {@code C12}; {@code 12} for a whole row
     * @param subject the record that it is about: a student id, a class section, a document id
     */
    public record Place(String file, String sheet, String cell, String subject) {

        public static Place ofFile(String file) {
            return new Place(file, "", "", "");
        }

        public static Place ofCell(String file, String sheet, String cell) {
            return new Place(file, sheet, cell, "");
        }

        public static Place ofSubject(String subject) {
            return new Place("", "", "", subject);
        }
    }
}
