package nienkhoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nienkhoa.model.SchoolYear;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the export of a case: a copy of the base export, changed line by line. */
final class CorpusWorkshop {

    private static final Map<String, byte[]> BASE = base();

    private final Path export;
    private final Map<String, XSSFWorkbook> open = new LinkedHashMap<>();
    private SchoolYear asked = new SchoolYear(2023);
    private boolean afterBase;

    /** @param export where to write; made if it is missing */
    CorpusWorkshop(Path export) {
        this.export = export;
    }

    /** The school year that intake is asked for. */
    SchoolYear asked() {
        return asked;
    }

    /** Whether the base export has been taken in before. */
    boolean isAfterBase() {
        return afterBase;
    }

    void layOutBase() throws IOException {
        for (Map.Entry<String, byte[]> file : BASE.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    void layOut(CorpusCase each) throws IOException {
        layOutBase();
        for (Map<String, String> change : each.changes()) {
            change(change);
        }
        close();
        for (Map.Entry<String, byte[]> file : contents(each.files()).entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    private static Map<String, byte[]> base() {
        try {
            return contents(CorpusCase.BASE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files under a folder by path; none if there is no such folder. */
    static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        }
        return contents;
    }

    private void write(String file, byte[] content) throws IOException {
        Path path = export.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }

    private void change(Map<String, String> change) throws IOException {
        String file = change.get("file");
        String value = change.get("value");
        switch (change.get("change")) {
            case "school-year" -> asked = SchoolYear.findIn(value).orElseThrow();
            case "after-base" -> afterBase = true;
            case "remove-export" -> remove(export);
            case "remove-file" -> remove(export.resolve(file));
            case "rename-file" ->
                Files.move(
                        closed(file),
                        Files.createDirectories(export.resolve(value).getParent())
                                .resolve(Path.of(value).getFileName()));
            case "copy-file" -> write(value, Files.readAllBytes(closed(file)));
            case "cut-file" -> write(file, Arrays.copyOf(Files.readAllBytes(closed(file)), Integer.parseInt(value)));
            case "link" -> Files.createSymbolicLink(export.resolve(file), Path.of(value));
            case "photo" -> photo(file, value);
            case "password" -> password(file, value);
            case "zip-bomb" -> zipBomb(file, Integer.parseInt(value));
            case "dates-1904" -> workbook(file).getCTWorkbook().getWorkbookPr().setDate1904(true);
            default -> CorpusSheets.change(workbook(file), change);
        }
    }

    private XSSFWorkbook workbook(String file) throws IOException {
        XSSFWorkbook workbook = open.get(file);
        if (workbook == null) {
            try (InputStream in = Files.newInputStream(export.resolve(file))) {
                workbook = new XSSFWorkbook(in);
            }
            open.put(file, workbook);
        }
        return workbook;
    }

    /** A file that no workbook in memory is ahead of. */
    private Path closed(String file) throws IOException {
        close();
        return export.resolve(file);
    }

    private void close() throws IOException {
        for (Map.Entry<String, XSSFWorkbook> each : open.entrySet()) {
            try (XSSFWorkbook workbook = each.getValue();
                    OutputStream out = Files.newOutputStream(export.resolve(each.getKey()))) {
                workbook.write(out);
            }
        }
        open.clear();
    }

    private static void remove(Path fileOrFolder) throws IOException {
        try (Stream<Path> inside = Files.walk(fileOrFolder)) {
            List<Path> deepestFirst =
                    inside.sorted(java.util.Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /** @param size {@code 354x472}; an empty black picture, the same for the same size */
    private void photo(String file, String size) throws IOException {
        String[] sides = size.split("x", -1);
        TestExport.photo(export.resolve(file), Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    private void password(String file, String password) throws IOException {
        byte[] plain = Files.readAllBytes(closed(file));
        try (POIFSFileSystem locked = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(export.resolve(file))) {
            EncryptionInfo how = new EncryptionInfo(EncryptionMode.agile);
            Encryptor encryptor = how.getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream inside = encryptor.getDataStream(locked)) {
                inside.write(plain);
            }
            locked.writeFilesystem(out);
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** A workbook with one sheet of spaces, which packs a thousandfold. */
    private void zipBomb(String file, int megabytes) throws IOException {
        byte[] spaces = new byte[1 << 20];
        Arrays.fill(spaces, (byte) ' ');
        Files.createDirectories(export.resolve(file).getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(export.resolve(file)))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < megabytes; i++) {
                zip.write(spaces);
            }
        }
    }
}
