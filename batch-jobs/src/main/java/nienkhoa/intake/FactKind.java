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
    PHOTO;

    /** Whether such a row is about the school and not about a student. */
    public boolean isOfSchool() {
        return this == SCHOOL || this == SUPERIOR || this == PRINCIPAL || this == CLASS;
    }

    /** Whether such a row becomes part of a student's result of one year. */
    public boolean isOfYearResult() {
        return this == RESULT || this == COMMENT || this == COMPETENCE_COMMENT || this == YEAR_NOTE;
    }
}
