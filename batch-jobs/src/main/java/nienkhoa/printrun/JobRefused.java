package nienkhoa.printrun;

import nienkhoa.model.Finding;

/** A printer answers and does not take a job; none of its sheets will come out. */
public final class JobRefused extends RuntimeException {

    private final transient Finding finding;
    private final boolean forNow;

    /** @param forNow whether it is only busy, and may take the job later */
    public JobRefused(Finding finding, boolean forNow) {
        super(finding.code() + finding.args());
        this.finding = finding;
        this.forNow = forNow;
    }

    public boolean forNow() {
        return forNow;
    }

    /** Why, and what to do. */
    public Finding finding() {
        return finding;
    }
}
