package nienkhoa.disposal;

/** How far a disposal case has come. */
public enum Stage {
    /** The list and the explanatory note are made. */
    LISTED,
    /** The head has set up the council. */
    COUNCIL,
    /** The council has met and said of each dossier whether it goes. */
    EXAMINED,
    /** The head has decided; the days of the decision run. */
    DECIDED,
    /** The destroyer has taken the records over. */
    HANDED_OVER,
    /** Some records are destroyed, or some copy has not been reached yet. */
    PENDING,
    /** Of every record it is proved that no copy is left. */
    DESTROYED,
    /** The council kept everything. */
    ENDED
}
