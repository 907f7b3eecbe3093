package nienkhoa.retention;

/** A period that an office set below the law. */
public final class ShorterThanLaw extends RuntimeException {

    private final transient RetentionRule rule;
    private final String own;

    ShorterThanLaw(RetentionRule rule, String own) {
        super(own + " is shorter than " + rule.period().written() + " of " + rule.id());
        this.rule = rule;
        this.own = own;
    }

    /** The rule that asks for more. */
    public RetentionRule rule() {
        return rule;
    }

    /** What the office wrote, for example {@code 3 YEARS}. */
    public String own() {
        return own;
    }
}
