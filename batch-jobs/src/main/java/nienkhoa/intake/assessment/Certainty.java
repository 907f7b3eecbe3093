package nienkhoa.intake.assessment;

/** How far a rule can be trusted. */
public enum Certainty {
    /** Its words were seen in a public text. */
    VERIFIED,
    /** Told from memory. */
    RECALLED
}
