package nienkhoa.archive;

/** What a dossier gathers. */
public enum DossierKind {
    /** The documents of one form for one class section and school year. */
    CLASS_SECTION_FORM,
    /** The documents of one form for one school and cohort. */
    COHORT_FORM,
    /** What a school, a team or a teacher handed in of one kind in one school year. */
    DEPOSIT,
    /** One export as received, byte for byte. */
    EXPORT,
    /** What a home is set up by: people, offices, rules that were confirmed, overrides of forms and layouts. */
    SETTINGS,
    /** The papers of one disposal case. */
    DISPOSAL,
    /** The papers of one hand-over between organisations. */
    CUSTODY,
    /** What is left of a dossier that was destroyed under a decision. */
    TOMBSTONE
}
