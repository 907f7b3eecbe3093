package nienkhoa.app;

/** How a command ends, as scripts see it. */
public enum ExitCode {
    /** Everything was done. */
    DONE(0),
    /** Done, with rejects or findings, which are listed. */
    FINDINGS(1),
    /** Wrong use or configuration: nothing was begun. */
    WRONG_USE(2),
    /** Failed half-way: the same command goes on where it stopped. */
    FAILED(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
