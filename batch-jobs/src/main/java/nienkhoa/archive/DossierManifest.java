package nienkhoa.archive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nienkhoa.archive.keeping.KeepingLength;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code dossier.json}: what one version of a dossier holds, and why it is kept.
 *
 * @param schema {@value #SCHEMA}
 * @param codes by which packages name the archive, its fonds and the agency
 * @param documents in the order of their paths
 * @param files what is no document, in the order of their paths
 */
public record DossierManifest(
        String schema,
        String id,
        DossierKind kind,
        Subject subject,
        ArchiveCodes.Codes codes,
        List<DocumentLine> documents,
        List<FileLine> files,
        List<Retention> retention,
        Made made) {

    public static final String SCHEMA = "nienkhoa/dossier/2";

    /** The name of the file that holds the manifest. */
    public static final String FILE = PackagePath.other("dossier.json");

    public DossierManifest {
        documents = List.copyOf(documents);
        files = List.copyOf(files);
        retention = List.copyOf(retention);
    }

    /** What the dossier is about; parts that do not apply are empty. */
    public record Subject(
            String schoolCode, String organisation, String period, String className, String form, String recordClass) {}

    /**
     * By what and when something was made.
     *
     * @param at UTC
     */
    public record Made(String exportSha256, String runId, String at) {
        static final Made UNSAID = new Made("", "", "");
    }

    /** A file with what it has to be. */
    public record FileLine(String path, long bytes, String sha256) {}

    /** A document with its files. */
    public record DocumentLine(
            String id,
            String edition,
            int pages,
            String verdict,
            FileLine pdf,
            FileLine data,
            @Nullable FileLine workbook,
            Made made) {

        DocumentLine facts() {
            return new DocumentLine(id, edition, pages, verdict, pdf, data, workbook, Made.UNSAID);
        }

        /** The PDF first, then the data, then the workbook if there is one. */
        public Stream<FileLine> allFiles() {
            return Stream.concat(Stream.of(pdf, data), Stream.ofNullable(workbook));
        }
    }

    /** Every file that the version holds beside {@value #FILE}. */
    public Stream<FileLine> allFiles() {
        return Stream.concat(documents.stream().flatMap(DocumentLine::allFiles), files.stream());
    }

    /** What stays in the store of a dossier that was destroyed: nothing of its subject but the record class. */
    public static DossierManifest tombstone(String id, String recordClass, FileLine file, String at) {
        return new DossierManifest(
                SCHEMA,
                id,
                DossierKind.TOMBSTONE,
                new Subject("", "", "", "", "", recordClass),
                ArchiveCodes.Codes.UNKNOWN,
                List.of(),
                List.of(file),
                List.of(),
                new Made("", "", at));
    }

    /** Form editions of the documents, each once. */
    public List<String> editions() {
        return documents.stream().map(DocumentLine::edition).distinct().sorted().toList();
    }

    /** Whether both say the same of the world; when, by which run and how a run went is not compared. */
    public boolean saysTheSameAs(DossierManifest other) {
        return facts().equals(other.facts());
    }

    /** This manifest with whatever the older one lists and this one does not; an unchanged document keeps its line. */
    DossierManifest over(DossierManifest older) {
        Map<String, DocumentLine> mergedDocuments = byKey(older.documents, DocumentLine::id);
        documents.forEach(line ->
                mergedDocuments.merge(line.id(), line, (old, now) -> old.facts().equals(now.facts()) ? old : now));
        Map<String, FileLine> mergedFiles = byKey(older.files, FileLine::path);
        files.forEach(line -> mergedFiles.put(line.path(), line));
        return new DossierManifest(
                schema,
                id,
                kind,
                subject,
                codes,
                sorted(mergedDocuments, line -> line.pdf().path()),
                sorted(mergedFiles, FileLine::path),
                longer(older.retention),
                made);
    }

    /** What is said now, but the older answer where that one keeps longer: nothing is shortened silently. */
    private List<Retention> longer(List<Retention> older) {
        return retention.stream()
                .map(now -> older.stream()
                        .filter(was -> was.medium().equals(now.medium())
                                && KeepingLength.shortens(was.keptUntil(), now.keptUntil()))
                        .findFirst()
                        .orElse(now))
                .toList();
    }

    private DossierManifest facts() {
        return new DossierManifest(
                schema,
                id,
                kind,
                subject,
                codes,
                documents.stream().map(DocumentLine::facts).toList(),
                files.stream()
                        .filter(file -> !file.path().equals(Dossier.RUN_REPORT))
                        .toList(),
                retention,
                Made.UNSAID);
    }

    private static <T> Map<String, T> byKey(List<T> lines, Function<T, String> key) {
        Map<String, T> map = new TreeMap<>();
        lines.forEach(line -> map.put(key.apply(line), line));
        return map;
    }

    private static <T> List<T> sorted(Map<String, T> lines, Function<T, String> path) {
        return lines.values().stream().sorted(Comparator.comparing(path)).toList();
    }
}
