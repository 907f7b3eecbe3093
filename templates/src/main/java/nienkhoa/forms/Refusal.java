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
    /** A photo that is missing, {@code altered} (its digest is another one) or no whole picture. Args: which of these. */
    public static final String BAD_PHOTO = "R106_BAD_PHOTO";
    /** The data are no JSON or belong to another form. Args: what was expected. */
    public static final String BAD_DOCUMENT = "R107_BAD_DOCUMENT";

    /**
     * The finished PDF, read back, does not show what was filled. The place is the key of the first text that differs,
     * {@code picture}, {@code pages}, {@code data.json} or {@code PDF}. Args: its page from 1 (for {@code pages}: pages
     * found), pages of the document.
     */
    public static final String READ_BACK = "R108_READ_BACK";
    /** The PDF is larger than the form allows. Args: bytes made, bytes allowed. */
    public static final String SIZE_LIMIT = "R109_SIZE_LIMIT";
    /** Making the document took longer than the form allows; the work was stopped. Args: seconds allowed. */
    public static final String TIME_LIMIT = "R114_TIME_LIMIT";
    /** The photo shows another student than the one beside whom it stands. No args. */
    public static final String PHOTO_OF_OTHER = "R112_PHOTO_OF_OTHER";
    /** A value of the data is on no page. No args. */
    public static final String NOT_PRINTED = "R113_NOT_PRINTED";

    public Refusal {
        args = List.copyOf(args);
    }

    static Refusal of(String code, String place, Object... args) {
        return new Refusal(
                code, place, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}
