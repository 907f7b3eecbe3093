package nienkhoa.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import nienkhoa.archive.DossierManifest.FileLine;
import nienkhoa.archive.verify.FileDigest;
import nienkhoa.data.CanonicalJson;
import tools.jackson.core.JacksonException;

/** The folder of one hand-over, as it goes from one side to the other. */
record TransferFolder(Path root) {

    static final String PACKAGES = "goi";
    private static final String PAPERS = "van-ban";
    private static final String RECEIPT = "bien-nhan-";

    Path packages() {
        return root.resolve(PACKAGES);
    }

    /** Where a paper goes, as the list of the hand-over names it. */
    static String paper(String variant, String copy) {
        return PAPERS + "/" + variant + "-" + copy + ".pdf";
    }

    Path receipt(String transfer) {
        return root.resolve(RECEIPT + transfer + ".json");
    }

    /** A file of the folder, with what it is now. */
    FileLine line(String path) throws IOException {
        Path file = root.resolve(path);
        return new FileLine(path, Files.size(file), FileDigest.sha256(file));
    }

    /** Whether a file is there as a list says it. */
    boolean holds(FileLine line) throws IOException {
        return Files.isRegularFile(root.resolve(line.path()))
                && line(line.path()).equals(line);
    }

    /** Writes beside and renames: there is never half of a file. */
    void write(String path, byte[] bytes) {
        Path file = root.resolve(path);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if there is no list, or none that can be read. */
    Optional<HandOver> handOver() {
        return read(root.resolve(HandOver.FILE), HandOver.class).filter(read -> HandOver.SCHEMA.equals(read.schema()));
    }

    /** Empty if there is no such file, or it does not hold what it should. */
    static <T> Optional<T> read(Path file, Class<T> type) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.ofNullable(
                    CanonicalJson.read(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), type));
        } catch (IOException | JacksonException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
