package nienkhoa.archive.keeping;

import java.util.List;
import nienkhoa.audit.Projection;

/** What people decided about rules: rules that they confirmed, and shorter periods that they took or refused. */
public interface Decided extends Projection {

    /** Act on a rule. Details: {@code yaml}, a file of rules that holds this one. */
    String RULE_CONFIRMED = "RULE_CONFIRMED";

    /** Act on a dossier. Details: {@code medium}, {@code was}, {@code now}. */
    String SHORTER_ACCEPTED = "RETENTION_SHORTER_ACCEPTED";

    /** The same: the longer period stays. */
    String LONGER_KEPT = "RETENTION_LONGER_KEPT";

    /** The files of the confirmed rules, in the order of the rules' ids. */
    List<String> confirmedRules();
}
