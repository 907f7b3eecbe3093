package nienkhoa.archive;

import java.util.List;
import java.util.stream.Stream;

/**
 * The unit of archive and of retention, as one run brings it: all or some of its documents. What the store already holds
 * and this run does not bring stays.
 *
 * @param files what is no document: the run report, the bundle papers, the files of an export
 */
public record Dossier(DossierKey key, Origin origin, List<ArchiveDocument> documents, List<SourceFile> files) {

    /** A report on the run that made the documents; on its own it is no reason for a new version. */
    public static final String RUN_REPORT = PackagePath.other("run-report.json");

    /** Cover, list of documents, spine label and separator of the printed dossier. */
    public static final String BUNDLE_PAPERS = PackagePath.documentation("bundle-papers.pdf");

    public Dossier {
        documents = List.copyOf(documents);
        files = List.copyOf(files);
    }

    Stream<SourceFile> allFiles() {
        return Stream.concat(documents.stream().flatMap(document -> document.files().stream()), files.stream());
    }

    /**
     * Where a dossier comes from.
     *
     * @param organisation the school's name on the day of the documents; empty if unknown
     * @param recordClass what retention rules know the records by, for example {@code HOC_BA}
     * @param exportSha256 of the export that the documents were made from
     * @param runId of the run that made them; never compared
     */
    public record Origin(String organisation, String recordClass, String exportSha256, String runId) {}
}
