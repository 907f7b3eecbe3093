package nienkhoa.intake.assessment;

import java.util.Optional;

/** Which assessment regime a school year and grade had. */
public interface Regimes {

    /** Nobody told; nothing is checked against rules of assessment. */
    Regimes UNTOLD = (schoolYear, grade) -> Optional.empty();

    /**
     * The name of the regime, which is that of its folder of rules; empty if nobody knows.
     *
     * @param schoolYear first calendar year
     */
    Optional<String> of(int schoolYear, int grade);
}
