package nienkhoa.custody;

import java.util.List;
import nienkhoa.model.Finding;

/** A step of a hand-over that may not be taken, with every reason. Nothing was changed. */
public final class CustodyRefused extends RuntimeException {

    private final transient List<Finding> findings;

    CustodyRefused(List<Finding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    static CustodyRefused of(String code, String... args) {
        return new CustodyRefused(List.of(finding(code, "", args)));
    }

    static Finding finding(String code, String dossier, String... args) {
        return new Finding(code, Finding.Severity.REJECT, Finding.Place.ofSubject(dossier), "", List.of(args));
    }

    public List<Finding> findings() {
        return findings;
    }
}
