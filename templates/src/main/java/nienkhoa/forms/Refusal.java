package nienkhoa.forms;

import java.util.List;

/**
 * Why a document was not made. Never carries the text of a person, only where it stands.
 *
 * @param code one of the constants below; the sentence belongs to the caller
 * @param place path in the data ({@code years[0].subjects[3].comment}), or item, template and field
 *     ({@code years[0]/subjects/subjects[3].comment}, {@code cover/school.name}), or the label that is missing
 * @param args what the sentence needs, see each constant
 */
public record Refusal(String code, String place, List<String> args) {

    /** A character that the faces lack or that is not in normal form C. Args: {@code U+2713}, position in the text from 1. */
    public static final String MISSING_GLYPH = "R101_MISSING_GLYPH";
    /** A text that does not fit its place. Args: length of the text in characters, characters that fit. */
    public static final String TEXT_OVERFLOW = "R102_TEXT_OVERFLOW";
    /** A mandatory value is empty. No args. */
    public static final String EMPTY_MANDATORY = "R103_EMPTY_MANDATORY";
    /** A value that the form does not know. Args: the value if it is a code (else empty), what is allowed. */
    public static final String BAD_VALUE = "R104_BAD_VALUE";
    /** More pages than the template may have. Args: pages made, pages allowed. */
    public static final String PAGE_LIMIT = "R105_PAGE_LIMIT";
    /** A photo that is missing or is no picture. Args: {@code missing} or {@code unreadable}. */
    public static final String BAD_PHOTO = "R106_BAD_PHOTO";
    /** The data are no JSON or belong to another form. Args: what was expected. */
    public static final String BAD_DOCUMENT = "R107_BAD_DOCUMENT";

    public Refusal {
        args = List.copyOf(args);
    }

    static Refusal of(String code, String place, Object... args) {
        return new Refusal(
                code, place, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}
