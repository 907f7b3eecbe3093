package nienkhoa.custody;

import java.util.List;
import nienkhoa.model.Finding;

/** The file of organisations is wrong; nothing was begun. */
public final class BadOrganisations extends RuntimeException {

    private final transient List<Finding> findings;

    BadOrganisations(List<Finding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    /** Everything that is wrong, in the order of the lines; sentences are in {@code messages/custody.properties}. */
    public List<Finding> findings() {
        return findings;
    }
}
