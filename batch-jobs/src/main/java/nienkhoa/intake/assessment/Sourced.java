package nienkhoa.intake.assessment;

/** A rule that says where it comes from. */
public interface Sourced {

    Certainty mark();

    String source();

    /** The source as a sentence names it; one told from memory says so. */
    default String basis() {
        return mark() == Certainty.VERIFIED ? source() : source() + " (nhớ lại, chưa đối chiếu văn bản)";
    }
}
