package nienkhoa.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.SchoolYear;

/** Dossiers of made-up students, with files on disk. */
public final class ArchiveFixture {

    public static final Clock FRI_2024_05_31 = Clock.fixed(Instant.parse("2024-05-31T08:00:00Z"), ZoneOffset.UTC);
    public static final DossierKey CLASS_5A =
            new DossierKey.ClassForm("31313401", new SchoolYear(2023), "5A", "class-summary");

    /** Answers that the rules are not confirmed, for everything. */
    public static final RetentionAdvice KEEP = (key, recordClass) ->
            List.of(new Retention("DATA", "UNCONFIRMED_KEEP", "unconfirmed", "07", "Khác", List.of()));

    private final Path folder;

    public ArchiveFixture(Path folder) {
        this.folder = folder;
    }

    public static Dossier dossier(String runId, List<ArchiveDocument> documents) {
        return new Dossier(
                CLASS_5A,
                new Dossier.Origin("Trường Tiểu học Hoa Sen", "BANG_TONG_HOP", "e".repeat(64), runId),
                documents,
                List.of());
    }

    /** A document whose PDF and data are these texts. */
    public ArchiveDocument document(String id, String pdf, String data) {
        return document(id, pdf.getBytes(StandardCharsets.UTF_8), data.getBytes(StandardCharsets.UTF_8));
    }

    public ArchiveDocument document(String id, byte[] pdf, byte[] data) {
        SourceFile pdfFile = file(PackagePath.data(id + ".pdf"), pdf);
        SourceFile dataFile = file(PackagePath.data(id + ".json"), data);
        return new ArchiveDocument(
                id,
                "class-summary/tt27-2020",
                1,
                GatePass.of("PASS").orElseThrow(),
                pdfFile,
                dataFile,
                Optional.empty());
    }

    public List<ArchiveDocument> documents(int count) {
        List<ArchiveDocument> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(document("D-" + i, "pdf of " + i, "{\"ordinal\":" + i + "}"));
        }
        return documents;
    }

    public SourceFile file(String path, byte[] content) {
        try {
            Path source = folder.resolve(path);
            Files.createDirectories(source.getParent());
            Files.write(source, content);
            return new SourceFile(path, source, CanonicalJson.sha256(content), content.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
