package nienkhoa.archive.deposit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Tells what a file is by looking into it, and refuses what must not lie in an archive: what cannot be opened without a
 * password, what is damaged, and what can act on the machine of a reader (macros, scripts, programs). Nothing in the file
 * is ever run, and the file is only read.
 */
final class FileContent {

    /** The most that one deposit may weigh; a scanned book of a class stays well below. */
    static final long MOST_BYTES = 512L << 20;

    private static final String DAMAGED = "A506_FILE_DAMAGED";
    private static final String PASSWORD = "A507_FILE_LOCKED";
    private static final String ACTIVE = "A508_FILE_ACTIVE";
    private static final String UNKNOWN = "A505_FILE_UNKNOWN";

    private FileContent() {}

    /** @throws UnfitFile if it is none of the types or must not be kept */
    static FileType of(Path file) throws UnfitFile, IOException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            throw new UnfitFile(DAMAGED);
        }
        if (bytes > MOST_BYTES) {
            throw new UnfitFile("A509_FILE_TOO_LARGE", Long.toString(bytes >> 20), Long.toString(MOST_BYTES >> 20));
        }
        FileMagic magic = magic(file);
        return switch (magic) {
            case PDF -> PdfContent.check(file);
            case OOXML -> openXml(file);
            case OLE2 -> ole2(file);
            case JPEG -> picture(file, FileType.JPEG);
            case PNG -> picture(file, FileType.PNG);
            case TIFF -> picture(file, FileType.TIFF);
            default -> throw new UnfitFile(UNKNOWN);
        };
    }

    private static FileMagic magic(Path file) throws IOException {
        try (InputStream in = FileMagic.prepareToCheckMagic(Files.newInputStream(file))) {
            return FileMagic.valueOf(in);
        }
    }

    private static FileType openXml(Path file) throws UnfitFile {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = zip.stream().map(ZipEntry::getName).collect(Collectors.toSet());
            if (names.stream().anyMatch(FileContent::isActive)) {
                throw new UnfitFile(ACTIVE);
            }
            if (names.contains("[Content_Types].xml") && names.contains("word/document.xml")) {
                return FileType.DOCX;
            }
            if (names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")) {
                return FileType.XLSX;
            }
            throw new UnfitFile(UNKNOWN);
        } catch (IOException e) {
            throw new UnfitFile(DAMAGED);
        }
    }

    private static boolean isActive(String name) {
        return name.endsWith("vbaProject.bin") || name.contains("/activeX/") || name.contains("/embeddings/oleObject");
    }

    private static FileType ole2(Path file) throws UnfitFile {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = system.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnfitFile(PASSWORD);
            }
            if (root.hasEntryCaseInsensitive("Macros") || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
                throw new UnfitFile(ACTIVE);
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return FileType.DOC;
            }
            if (root.hasEntryCaseInsensitive("Workbook")) {
                return FileType.XLS;
            }
            throw new UnfitFile(UNKNOWN);
        } catch (IOException | RuntimeException e) {
            throw new UnfitFile(DAMAGED);
        }
    }

    private static FileType picture(Path file, FileType type) throws UnfitFile {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new UnfitFile(DAMAGED);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                reader.getWidth(0);
                reader.read(0, reader.getDefaultReadParam());
                return type;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw new UnfitFile(DAMAGED);
        }
    }
}
