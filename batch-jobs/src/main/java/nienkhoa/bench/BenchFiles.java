package nienkhoa.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nienkhoa.archive.ArchiveDocument;
import nienkhoa.archive.Dossier;
import nienkhoa.archive.DossierKey;
import nienkhoa.archive.GatePass;
import nienkhoa.archive.PackagePath;
import nienkhoa.archive.SourceFile;
import nienkhoa.data.CanonicalJson;
import nienkhoa.model.SchoolYear;

/** Made-up documents of the size of a transcript: 70 KB of PDF, 12 KB of data, 35 to a class. */
final class BenchFiles {

    private static final int PDF_BYTES = 70_000;
    private static final int DATA_BYTES = 12_000;
    private static final int DOCUMENTS_A_CLASS = 35;

    private final Random random = new Random(1);
    private final Path sources;
    private final Path copies;

    BenchFiles(Path sources, Path copies) {
        this.sources = sources;
        this.copies = copies;
    }

    List<Dossier> dossiers(String round, int documents) throws IOException {
        List<Dossier> dossiers = new ArrayList<>();
        for (int from = 0; from < documents; from += DOCUMENTS_A_CLASS) {
            List<ArchiveDocument> some = new ArrayList<>();
            for (int i = from; i < Math.min(documents, from + DOCUMENTS_A_CLASS); i++) {
                some.add(document(round + "-" + i));
            }
            DossierKey key = new DossierKey.ClassForm(round, new SchoolYear(2023), "class " + from, "bench");
            dossiers.add(new Dossier(key, new Dossier.Origin("", "HOC_BA", "", round), some, List.of()));
        }
        return dossiers;
    }

    private ArchiveDocument document(String id) throws IOException {
        return new ArchiveDocument(
                id,
                "bench/1",
                6,
                GatePass.of(GatePass.PASS).orElseThrow(),
                file(PackagePath.data(id + ".pdf"), PDF_BYTES),
                file(PackagePath.data(id + ".json"), DATA_BYTES),
                Optional.empty());
    }

    private SourceFile file(String path, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        Path source = sources.resolve(path);
        Files.createDirectories(source.getParent());
        Files.write(source, content);
        return new SourceFile(path, source, CanonicalJson.sha256(content), bytes);
    }

    /** The least that keeping a file safely can cost. */
    long copyDurably(List<Dossier> dossiers) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(copies), "copy-");
        long bytes = 0;
        for (Dossier dossier : dossiers) {
            for (ArchiveDocument document : dossier.documents()) {
                bytes += copyDurably(document.pdf(), folder.resolve(document.id() + ".pdf"));
                bytes += copyDurably(document.data(), folder.resolve(document.id() + ".json"));
            }
        }
        return bytes;
    }

    private static long copyDurably(SourceFile file, Path target) throws IOException {
        byte[] content = Files.readAllBytes(file.source());
        if (!CanonicalJson.sha256(content).equals(file.sha256())) {
            throw new IOException(file.source() + " changed");
        }
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        return content.length;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
