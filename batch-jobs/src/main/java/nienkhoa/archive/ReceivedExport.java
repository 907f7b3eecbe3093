package nienkhoa.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.data.CanonicalJson;

/**
 * An export as intake keeps it: {@code files/…} byte for byte and {@code manifest.json} beside it.
 *
 * @param sha256 of the canonical JSON of {@code files}
 * @param files in the order of their paths
 */
public record ReceivedExport(String sha256, List<Entry> files) {

    /** What retention rules know an export by. */
    public static final String RECORD_CLASS = "BAN_XUAT_CSDL";

    /** Who had this export taken in against a warning, and why; only there if anybody did. */
    private static final String CONFIRMED_LOADS = "confirmed-loads.json";

    public ReceivedExport {
        files = List.copyOf(files);
    }

    /** A file of the export, its path with {@code /}. */
    public record Entry(String path, long bytes, String sha256) {}

    /**
     * The dossier of an export.
     *
     * @param folder the export's folder in the home folder, with {@code manifest.json}
     * @throws UncheckedIOException if the folder has no readable manifest
     */
    public static Dossier dossier(Path folder, String runId) {
        Path manifest = folder.resolve("manifest.json");
        try {
            byte[] bytes = Files.readAllBytes(manifest);
            ReceivedExport export = CanonicalJson.read(new String(bytes, StandardCharsets.UTF_8), ReceivedExport.class);
            return export.dossier(
                    folder,
                    new SourceFile(
                            PackagePath.other("export-manifest.json"),
                            manifest,
                            CanonicalJson.sha256(bytes),
                            bytes.length),
                    runId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dossier dossier(Path folder, SourceFile manifest, String runId) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Entry entry : files) {
            Path source = folder.resolve("files").resolve(entry.path());
            sources.add(new SourceFile(PackagePath.data(entry.path()), source, entry.sha256(), entry.bytes()));
        }
        sources.add(manifest);
        Path confirmed = folder.resolve(CONFIRMED_LOADS);
        if (Files.exists(confirmed)) {
            byte[] bytes = Files.readAllBytes(confirmed);
            sources.add(new SourceFile(
                    PackagePath.other(CONFIRMED_LOADS), confirmed, CanonicalJson.sha256(bytes), bytes.length));
        }
        return new Dossier(
                new DossierKey.Export(sha256), new Dossier.Origin("", RECORD_CLASS, sha256, runId), List.of(), sources);
    }
}
