package nienkhoa.intake;

/** What a row says something about; layouts name it. */
public enum FactKind {
    SCHOOL,
    SUPERIOR,
    PRINCIPAL,
    CLASS,
    CLASS_LIST,
    /** What an import template knows about a person beside the class list; it has no name. */
    PROFILE,
    RESULT,
    COMMENT,
    COMPETENCE_COMMENT,
    REGISTRY,
    FORMER_YEAR,
    YEAR_NOTE,
    SUBJECT_MARKS,
    SECONDARY_RESULT,
    PORTAL_RESULT,
    PHOTO;

    /** Whether such a row is about the school and not about a student. */
    public boolean isOfSchool() {
        return this == SCHOOL || this == SUPERIOR || this == PRINCIPAL || this == CLASS;
    }

    /** Whether such a row becomes part of a student's result of one year. */
    public boolean isOfYearResult() {
        return this == RESULT || this == COMMENT || this == COMPETENCE_COMMENT || this == YEAR_NOTE;
    }

    /** Whether such a row becomes part of a student's secondary result of one year. */
    public boolean isOfSecondaryResult() {
        return this == SUBJECT_MARKS || this == SECONDARY_RESULT || this == PORTAL_RESULT;
    }

    /** Whether such a row is about one school year of a student who has to be in a class list of it. */
    public boolean isOfYear() {
        return isOfYearResult() || isOfSecondaryResult();
    }
}
