package nienkhoa.custody;

import java.util.List;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.audit.AuditChain.Witness;
import nienkhoa.data.CanonicalJson;

/**
 * The content of {@value #FILE}: what one hand-over consists of, by digests. It lies beside the packages and is the one
 * thing that a receipt names.
 *
 * @param opened day of the list
 * @param openedBy id of the person who made the list
 * @param opening the act that fixed the list, in the giver's chain of acts; the receipt names this list, so that the
 *     receiver's copy shows later whether the giver's chain is still the same
 * @param here whether both sides work in one home
 * @param papers index and record of hand-over, for both sides
 */
public record HandOver(
        String schema,
        String transfer,
        Party from,
        Party to,
        Instrument instrument,
        String opened,
        String openedBy,
        Witness opening,
        boolean here,
        List<Line> dossiers,
        List<FileLine> papers) {

    public static final String FILE = "ban-giao.json";
    static final String SCHEMA = "nienkhoa/hand-over/1";

    public HandOver {
        dossiers = List.copyOf(dossiers);
        papers = List.copyOf(papers);
    }

    /** @param name on the day of the decision */
    public record Party(String code, String name) {}

    /** @param decided a day */
    public record Instrument(String number, String decided) {}

    /**
     * A dossier.
     *
     * @param title as the package writes it
     * @param packages one for each version, oldest first
     * @param holds cases that stop disposal and travel with it
     * @param moves before this one, oldest first
     */
    public record Line(
            String dossier,
            String title,
            List<VersionPackage> packages,
            List<Held> holds,
            List<Move> moves,
            Facts facts) {
        public Line {
            packages = List.copyOf(packages);
            holds = List.copyOf(holds);
            moves = List.copyOf(moves);
        }

        VersionPackage newest() {
            return packages.get(packages.size() - 1);
        }
    }

    /**
     * What the index says of a dossier.
     *
     * @param files of the newest version
     * @param bytes of them
     * @param period school year or cohort; may be empty
     * @param kept period of retention in words; empty if none is confirmed
     */
    public record Facts(String fileCode, String period, int documents, int pages, int files, long bytes, String kept) {}

    /** @param file below the folder of the hand-over */
    public record VersionPackage(int version, String file, long bytes, String sha256, String manifestSha256) {}

    /** @param reason as {@code Hold.Reason} names it */
    public record Held(String caseId, String reason) {}

    /** What receipts and acts know the hand-over by. */
    public String sha256() {
        return CanonicalJson.sha256(CanonicalJson.bytes(this));
    }

    HandOver with(List<FileLine> written) {
        return new HandOver(schema, transfer, from, to, instrument, opened, openedBy, opening, here, dossiers, written);
    }

    /** What papers print of all packages: changes with any byte of any package. */
    String packagesSha256() {
        return CanonicalJson.sha256(CanonicalJson.bytes(
                dossiers.stream().flatMap(line -> line.packages().stream()).toList()));
    }
}
