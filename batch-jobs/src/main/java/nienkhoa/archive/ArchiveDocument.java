package nienkhoa.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A document with its data file, as rendering left them and the gate passed them.
 *
 * @param edition form and edition, for example {@code transcript-primary/tt27-2020}
 * @param workbook the same content as a workbook, for forms that have one
 */
public record ArchiveDocument(
        String id,
        String edition,
        int pages,
        GatePass gate,
        SourceFile pdf,
        SourceFile data,
        Optional<SourceFile> workbook) {

    /** Where the PDF of a document lies in its dossier. */
    public static SourceFile pdf(String documentId, Path source, String sha256) {
        return SourceFile.of(PackagePath.data(documentId + ".pdf"), source, sha256);
    }

    /** Where the data file of a document lies in its dossier. */
    public static SourceFile data(String documentId, Path source, String sha256) {
        return SourceFile.of(PackagePath.data(documentId + ".json"), source, sha256);
    }

    /** Where the workbook of a document lies in its dossier. */
    public static SourceFile workbook(String documentId, Path source, String sha256) {
        return SourceFile.of(PackagePath.data(documentId + ".xlsx"), source, sha256);
    }

    List<SourceFile> files() {
        return Stream.concat(Stream.of(pdf, data), workbook.stream()).toList();
    }
}
