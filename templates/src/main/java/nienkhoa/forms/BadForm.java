package nienkhoa.forms;

/** A file that a home puts over those of an edition is wrong; nothing was rendered. */
public final class BadForm extends RuntimeException {

    private final transient FormFault fault;

    BadForm(String code, String... args) {
        this(FormFault.of(code, args));
    }

    BadForm(FormFault fault) {
        super(fault.code() + " " + fault.args());
        this.fault = fault;
    }

    public FormFault fault() {
        return fault;
    }
}
