package nienkhoa.archive.tt05;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nienkhoa.archive.DossierManifest;

/**
 * The content of {@code history.json}: the number that each document of a dossier keeps, and which documents were
 * superseded. What was superseded is still there, in the version that is named.
 *
 * @param packages ids of the packages of all versions, from the first
 * @param documents as they are now, in the order of their numbers
 * @param superseded in the order in which it happened
 */
public record History(
        String schema, String dossier, List<String> packages, List<Entry> documents, List<Superseded> superseded) {

    static final String SCHEMA = "nienkhoa/history/1";

    public History {
        packages = List.copyOf(packages);
        documents = List.copyOf(documents);
        superseded = List.copyOf(superseded);
    }

    /**
     * A document that is in force.
     *
     * @param number in the dossier, from 1; never given twice
     * @param version in which it came as it is
     * @param at when that version was made, UTC
     * @param issued day of the document; empty if unknown
     * @param sha256 of its file, or of the digests of its files if it has several
     */
    public record Entry(
            String document, int number, int version, String at, String issued, String edition, String sha256) {}

    /**
     * A document that another one took the place of.
     *
     * @param path of its first file, the same in both versions
     * @param version the last one that holds it
     * @param by the version that holds what replaced it
     * @param at when that version was made, UTC
     */
    public record Superseded(
            String document, String path, int version, int by, String at, Reason reason, String sha256) {}

    /** Why a document was replaced, as far as the files themselves say it. */
    public enum Reason {
        /** What it says was corrected. */
        CONTENT,
        /** It is set in another edition of its form. */
        EDITION
    }

    /** Tells the day of a document; asked once for each that is new. */
    @FunctionalInterface
    interface IssueDay {
        String of(PackagedDocument document) throws IOException;
    }

    /**
     * The history with one version more.
     *
     * @param before empty for a first version
     * @param packageId of this version
     */
    static History of(Optional<History> before, DossierManifest manifest, String packageId, IssueDay issued)
            throws IOException {
        List<String> packages = new ArrayList<>(before.map(History::packages).orElse(List.of()));
        packages.add(packageId);
        int version = packages.size();
        Map<String, Entry> entries = new LinkedHashMap<>();
        before.ifPresent(was -> was.documents.forEach(entry -> entries.put(entry.document, entry)));
        List<Superseded> superseded =
                new ArrayList<>(before.map(History::superseded).orElse(List.of()));
        int last = entries.values().stream().mapToInt(Entry::number).max().orElse(0);
        String at = manifest.made().at();
        for (PackagedDocument document : PackagedDocument.of(manifest)) {
            Entry old = entries.get(document.id());
            if (old != null && old.sha256.equals(document.sha256())) {
                continue;
            }
            if (old != null) {
                superseded.add(superseded(old, document, version, at));
            }
            int number = old == null ? ++last : old.number;
            entries.put(document.id(), entry(document, number, version, at, issued.of(document)));
        }
        return new History(SCHEMA, manifest.id(), packages, List.copyOf(entries.values()), superseded);
    }

    private static Entry entry(PackagedDocument document, int number, int version, String at, String issued) {
        return new Entry(document.id(), number, version, at, issued, document.edition(), document.sha256());
    }

    private static Superseded superseded(Entry old, PackagedDocument document, int version, String at) {
        Reason reason = old.edition.equals(document.edition()) ? Reason.CONTENT : Reason.EDITION;
        return new Superseded(old.document, document.main().path(), version - 1, version, at, reason, old.sha256);
    }
}
