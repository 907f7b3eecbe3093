package nienkhoa.intake;

/** Why intake keeps a value otherwise than it was written. */
public enum ChangeRule {
    /** Bytes of a font of the TCVN 3 family read as what they mean. */
    LEGACY_TCVN3,
    /** Letters of a VNI font read as what they mean. */
    LEGACY_VNI,
    /** Letters and their marks joined (Unicode NFC). */
    LETTERS_COMPOSED,
    /** The look-alike Ð of other alphabets replaced by the Vietnamese Đ. */
    LETTER_D,
    /** Spaces and invisible characters. */
    SPACES,
    /** A spreadsheet's number of days read as a day. */
    SERIAL_DATE,
    /** Grouping, decimals or an exponent taken off a number. */
    NUMBER_FORM,
    /** Leading zeros put back that a spreadsheet had swallowed. */
    ZEROS_RESTORED,
    /** A code such as {@code 1} replaced by what it stands for. */
    CODE_SPELLED_OUT,
    /** A class's name as the register writes it. */
    CLASS_NAME
}
