package nienkhoa.intake;

import nienkhoa.model.Finding;

/** The export cannot be taken at all: it is not there, empty, or changes while it is read. Nothing was written. */
public final class RefusedExport extends RuntimeException {

    private final Finding finding;

    RefusedExport(Finding finding) {
        super(finding.code() + " " + finding.place().file());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
