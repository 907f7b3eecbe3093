package nienkhoa.printrun;

/** A printer does not answer; what became of its jobs is unknown. */
public final class PrinterGone extends Exception {

    /** @param message for the log; names the address, no person */
    public PrinterGone(String message, Throwable cause) {
        super(message, cause);
    }
}
