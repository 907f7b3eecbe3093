package nienkhoa.sample;

/** What a row, or a photo, says about a student. */
enum RowKind {
    CLASS_LIST("Mã định danh Bộ GD&ĐT"),
    RESULT("Mã học sinh"),
    COMMENT("Mã học sinh"),
    TRAITS("Mã học sinh"),
    YEAR_NOTE("Mã định danh Bộ GD&ĐT"),
    REGISTRY("Mã định danh Bộ GD&ĐT"),
    FORMER_YEAR("Mã định danh Bộ GD&ĐT"),
    SUMMARY("Mã định danh Bộ GD&ĐT"),
    MARKS("Mã định danh Bộ GD&ĐT"),
    PHOTO("");

    /** Header of the column with the ministry's code. */
    final String code;

    RowKind(String code) {
        this.code = code;
    }

    /** Whether such rows make up a student's result of one year: the primary one, or what both levels have. */
    boolean isOfYearResult() {
        return this == RESULT || this == COMMENT || this == TRAITS || this == YEAR_NOTE;
    }

    /** Whether such rows make up a student's secondary result of one year. */
    boolean isOfSecondaryResult() {
        return this == SUMMARY || this == MARKS;
    }

    /** Whether a row is about one school year, and needs a class list of it. */
    boolean isOfYear() {
        return isOfYearResult() || isOfSecondaryResult();
    }
}
