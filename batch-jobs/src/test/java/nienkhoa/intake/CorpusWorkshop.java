package nienkhoa.intake;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Makes the export of a case: a copy of the base export, changed line by line. */
final class CorpusWorkshop {

    /** The parts of a workbook of one sheet, but for the sheet's end. */
    private static final String[][] BOMB = {
        {"[Content_Types].xml", "<Types/>"},
        {
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"
        },
        {"xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='1' r:id='r1'/></sheets></workbook>"},
        {"xl/worksheets/sheet1.xml", "<worksheet>"}
    };

    private final Path export;
    private final Loader loader;
    private final Map<String, XSSFWorkbook> open = new LinkedHashMap<>();
    private SchoolYear asked = new SchoolYear(2023);
    private Path given;
    private Path rejected = Path.of("");

    /** @param export where to write; made if it is missing */
    CorpusWorkshop(Path export, Loader loader) {
        this.export = export;
        this.loader = loader;
        this.given = export;
    }

    /** Takes in what has been laid out so far. */
    interface Loader {

        /** Returns the workbook of rejected rows; an empty path if there is none. */
        Path load(Path given, SchoolYear asked) throws IOException;
    }

    /** The school year that intake is asked for. */
    SchoolYear asked() {
        return asked;
    }

    /** What intake is given: the folder, or a file alone. */
    Path given() {
        return given;
    }

    void layOutBase(String base) throws IOException {
        for (Map.Entry<String, byte[]> file : contents(CorpusBases.folder(base)).entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    void layOut(CorpusCase each) throws IOException {
        layOutBase(each.base());
        for (Map<String, String> change : each.changes()) {
            change(change);
        }
        close();
        for (Map.Entry<String, byte[]> file : contents(each.files()).entrySet()) {
            write(file.getKey(), file.getValue());
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
            case "base" -> {} // Laid out before.
            case "school-year" -> asked = SchoolYear.findIn(value).orElseThrow();
            case "load" -> {
                close();
                rejected = loader.load(export, asked);
            }
            case "corrected" ->
                CorpusCorrections.write(
                        rejected, Files.createDirectories(export).resolve(file), change);
            case "corrected-cell" -> CorpusCorrections.set(export.resolve(file), change);
            case "alone" -> given = aside(file);
            case "forget-exports" ->
                remove(rejected.getParent().getParent().getParent().getParent().resolve("work/exports"));
            case "text-file" -> write(file, CorpusParts.repeated(value).getBytes(StandardCharsets.UTF_8));
            case "part" -> CorpusParts.replace(closed(file), change);
            case "macros" -> workbook(file).setVBAProject(new ByteArrayInputStream(new byte[] {1}));
            case "embedded" -> workbook(file).addOlePackage(new byte[] {1}, "ghi chú", "ghi-chu.txt", "ghi-chu.txt");
            case "students" -> students(file, change.get("sheet"), value);
            case "portrait" -> portrait(file, change.get("cell"), value);
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

    /** A new one if there is none. */
    private XSSFWorkbook workbook(String file) throws IOException {
        XSSFWorkbook workbook = open.get(file);
        if (workbook == null && Files.exists(export.resolve(file))) {
            try (InputStream in = Files.newInputStream(export.resolve(file))) {
                workbook = new XSSFWorkbook(in);
            }
        } else if (workbook == null) {
            workbook = new XSSFWorkbook();
        }
        open.put(file, workbook);
        return workbook;
    }

    /** The file in a folder of its own, as if it had come alone. */
    private Path aside(String file) throws IOException {
        Path alone = export.resolveSibling("alone").resolve(Path.of(file).getFileName());
        Files.createDirectories(alone.getParent());
        return Files.copy(closed(file), alone);
    }

    /** Rows of a class list below its last, so that it has that many; each with another code, name and address. */
    private void students(String file, String sheet, String many) throws IOException {
        XSSFSheet list = workbook(file).getSheet(sheet);
        for (int number = list.getLastRowNum() - 3; number <= Integer.parseInt(many); number++) {
            String name = "Nguyễn Văn Số " + (char) ('A' + number % 26) + number;
            String cells = number + "|33" + "%08d".formatted(number) + "|" + name
                    + "|12/05/2013|Nam|Kinh|Đang học||Hải Phòng|Tổ " + number + "||||5A|Khối 5|";
            CorpusSheets.change(
                    workbook(file),
                    Map.of("change", "row", "sheet", sheet, "cell", String.valueOf(number + 5), "value", cells));
        }
    }

    /**
     * The picture of a face.
     *
     * @param orientation as the camera notes it; empty if there is no camera
     * @param looks {@code 354x472 ffaa00 90}: size, colour and quality
     */
    private void portrait(String file, String orientation, String looks) throws IOException {
        String[] parts = looks.split("[x ]", -1);
        byte[] bare = IntakeChecksTest.jpeg(
                IntakeChecksTest.face(
                        new Color(Integer.parseInt(parts[2], 16)),
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1])),
                Integer.parseInt(parts[3]) / 100f);
        write(
                file,
                orientation.isEmpty()
                        ? bare
                        : PhotoMetadataTest.withSegment(
                                bare, 0xE1, PhotoMetadataTest.exif(Integer.parseInt(orientation))));
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
            for (String[] part : BOMB) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < megabytes; i++) {
                zip.write(spaces);
            }
            zip.write("</worksheet>".getBytes(StandardCharsets.UTF_8));
        }
    }
}
