package nienkhoa.forms;

import java.util.List;

/**
 * What is wrong with the files of an edition, ours or those that a home puts over them.
 *
 * @param code one of the constants below; the sentence belongs to the caller
 * @param args first the place as a person finds it, {@code file} or {@code file:line}, then what the sentence needs
 */
public record FormFault(String code, List<String> args) {

    /** A folder that is no form or edition. Args: place, the folders there may be. */
    static final String UNKNOWN_FORM = "F101_UNKNOWN_FORM";
    /** A file that the edition does not have. Args: place, the files that may be put over ours. */
    static final String UNKNOWN_FILE = "F102_UNKNOWN_FILE";
    /** Not UTF-8, no YAML, no such structure. Args: place, detail. */
    static final String UNREADABLE = "F103_UNREADABLE";
    /** A member that such a file does not have. Args: place, member, the members there may be. */
    static final String UNKNOWN_MEMBER = "F104_UNKNOWN_MEMBER";
    /** A label that the edition does not have. Args: place, label. */
    static final String UNKNOWN_LABEL = "F105_UNKNOWN_LABEL";
    /** A label without a text. Args: place, label. */
    static final String NO_TEXT = "F106_NO_TEXT";
    /** A character that the faces lack or that is not in normal form C. Args: place, label or heading, {@code U+2713}. */
    static final String MISSING_GLYPH = "F107_MISSING_GLYPH";
    /** A code list, or grades of one, that the edition does not have. Args: place, list and grades, those there are. */
    static final String UNKNOWN_CODES = "F108_UNKNOWN_CODES";
    /** A code that the edition's list does not have, or that comes twice. Args: place, list, code. */
    static final String BAD_CODE = "F109_BAD_CODE";
    /** A column table with other members than ours. Args: place, the members it has to have. */
    static final String COLUMN_MEMBERS = "F110_COLUMN_MEMBERS";
    /** A value of a column that cannot be used. Args: place, member, value. */
    static final String BAD_COLUMN = "F111_BAD_COLUMN";
    /** Columns that do not fill the page. Args: place, their width in mm, the template's in mm. */
    static final String WIDTHS = "F112_WIDTHS";
    /** Headings that do not fit. Args: place, template, detail. */
    static final String HEADINGS = "F113_HEADINGS";
    /** A template that cannot be compiled. Args: place, detail. */
    static final String BAD_TEMPLATE = "F114_BAD_TEMPLATE";
    /** A template uses a label that the edition does not have. Args: place, label. */
    static final String LABEL_MISSING = "F115_LABEL_MISSING";
    /** A sample that is refused. Args: place, codes and places of the refusals. */
    static final String SAMPLE_REFUSED = "F116_SAMPLE_REFUSED";
    /** A sample that is no PDF/A-3b. Args: place, the rules that failed. */
    static final String SAMPLE_NOT_PDFA = "F117_SAMPLE_NOT_PDFA";

    public FormFault {
        args = List.copyOf(args);
    }

    static FormFault of(String code, String... args) {
        return new FormFault(code, List.of(args));
    }
}
