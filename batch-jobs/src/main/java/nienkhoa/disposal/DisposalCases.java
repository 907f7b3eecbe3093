package nienkhoa.disposal;

import java.util.List;
import java.util.Optional;
import nienkhoa.audit.Act;

/** The disposal cases of an archive, in the order of their ids. */
public interface DisposalCases {

    Optional<DisposalCase> find(String id);

    List<DisposalCase> all();

    /** Enters an act of a case and returns the case after it, in one transaction. */
    DisposalCase enter(Act act);
}
