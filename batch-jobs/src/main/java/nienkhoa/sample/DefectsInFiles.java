package nienkhoa.sample;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import nienkhoa.sample.DefectKind.Finding;
import nienkhoa.sample.DefectKind.InFile;
import nienkhoa.sample.DefectKind.InPhoto;
import nienkhoa.sample.DefectKind.SharedPhoto;
import nienkhoa.sample.DefectKind.Stray;
import nienkhoa.sample.ExpectedFinding.Place;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Kinds of defects in photos, whole files and files that should not be there. */
final class DefectsInFiles {

    private static final int BOMB_MEGABYTES = 64;

    /** A workbook of one sheet, without the sheet's end. */
    private static final Map<String, String> BOMB = new TreeMap<>(Map.of(
            "[Content_Types].xml",
            "<Types/>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
            "xl/workbook.xml",
            "<workbook xmlns:r='r'><sheets><sheet name='1' r:id='r1'/></sheets></workbook>",
            "xl/worksheets/sheet1.xml",
            "<worksheet>"));

    private DefectsInFiles() {}

    static List<DefectKind> kinds() {
        return List.of(
                new InPhoto("photo-is-text", DefectsInFiles::text),
                new InPhoto("photo-of-nobody", DefectsInFiles::ofNobody),
                new InPhoto("photo-second", DefectsInFiles::second),
                new InPhoto(
                        "photo-small",
                        (photo, folder, dice, rows) -> drawn(photo, folder, dice, rows, 300, 400, "I194_PHOTO_SMALL")),
                new InPhoto(
                        "photo-square",
                        (photo, folder, dice, rows) ->
                                drawn(photo, folder, dice, rows, 472, 472, "I189_PHOTO_NOT_3_4")),
                new SharedPhoto("photo-of-two-students", "I191_PHOTO_OF_TWO_STUDENTS"),
                new InFile("comments-cut-short", DefectsInFiles::cut, "I001_UNREADABLE_WORKBOOK"),
                new InFile("comments-with-password", DefectsInFiles::lock, "I017_PASSWORD_PROTECTED"),
                new Stray("text-named-xlsx", DefectsInFiles::textNamedWorkbook),
                new Stray("zip-bomb", DefectsInFiles::bomb),
                new Stray("sheet-of-notes", DefectsInFiles::notes),
                new Stray("second-school-in-folder", DefectsInFiles::secondSchool),
                new Stray("class-list-as-text-of-windows", DefectsInFiles::oldText),
                new Stray("class-list-as-clean-text", DefectsInFiles::cleanText),
                new Stray("class-list-of-no-class", DefectsInFiles::noClass),
                new Stray("class-list-of-no-school", DefectsInFiles::noSchool));
    }

    private static void text(StudentRow photo, Path folder, Dice dice, List<StudentRow> rows) throws IOException {
        Files.writeString(folder.resolve(photo.code() + ".jpg"), "không phải ảnh");
        rows.add(photo.reject("I032_PHOTO_UNREADABLE"));
    }

    private static void ofNobody(StudentRow photo, Path folder, Dice dice, List<StudentRow> rows) throws IOException {
        String nobody = "993" + photo.code().substring(3);
        Files.move(folder.resolve(photo.code() + ".jpg"), folder.resolve(nobody + ".jpg"));
        rows.add(Defects.photo(photo.file().replace(photo.code() + ".jpg", nobody + ".jpg"), nobody));
    }

    /** The second one by name is the one that is not used. */
    private static void second(StudentRow photo, Path folder, Dice dice, List<StudentRow> rows) throws IOException {
        Path file = folder.resolve(photo.code() + ".png");
        ImageIO.write(new Portrait(dice, true).picture(), "png", file.toFile());
        rows.add(photo);
        rows.add(Defects.photo(photo.file().replace(".jpg", ".png"), photo.code())
                .reject("I037_SECOND_PHOTO"));
    }

    /** The portrait in another size; it stands, with a warning. */
    private static void drawn(
            StudentRow photo, Path folder, Dice dice, List<StudentRow> rows, int width, int height, String code)
            throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.drawImage(new Portrait(dice, true).picture(), 0, 0, width, height, null);
        pen.dispose();
        ImageIO.write(picture, "jpg", folder.resolve(photo.code() + ".jpg").toFile());
        rows.add(photo.warn(code, photo.kind.code));
    }

    private static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    }

    /** What an encrypted workbook looks like from outside; real encryption would draw a new salt each time. */
    private static void lock(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        try (POIFSFileSystem locked = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            locked.createDocument(new ByteArrayInputStream(content), "EncryptedPackage");
            locked.writeFilesystem(out);
        }
    }

    private static Optional<Finding> textNamedWorkbook(SchoolBooks books, int number) throws IOException {
        String name = "ghi-chu-" + number + ".xlsx";
        Files.writeString(books.folder().resolve(name), "không phải bảng tính", StandardCharsets.UTF_8);
        return Optional.of(new Finding("I001_UNREADABLE_WORKBOOK", true, at(books, name, "", "")));
    }

    private static Optional<Finding> bomb(SchoolBooks books, int number) throws IOException {
        String name = "bom-" + number + ".xlsx";
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(books.folder().resolve(name)))) {
            for (Map.Entry<String, String> part : BOMB.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(Workbook.FIXED_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < BOMB_MEGABYTES; i++) {
                zip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Optional.of(new Finding("I022_TOO_LARGE", true, at(books, name, "", "")));
    }

    private static Optional<Finding> notes(SchoolBooks books, int number) throws IOException {
        String name = "so-tay-" + number + ".xlsx";
        try (Workbook workbook = books.workbook(name)) {
            workbook.page("Ghi chú").row("Cần bổ sung hồ sơ trước ngày 15/6");
            books.save(workbook);
        }
        return Optional.of(new Finding("I019_UNKNOWN_SHEET", false, at(books, name, "", "")));
    }

    /** By name after the school's own sheet, whose code counts. */
    private static Optional<Finding> secondSchool(SchoolBooks books, int number) throws IOException {
        String name = "truong-khac-" + number + ".xlsx";
        try (Workbook workbook = books.workbook(name)) {
            Page page = workbook.page("Trường");
            page.header(List.of("Mã trường", "Tên trường", "Cấp học", "Xã/Phường", "Tỉnh/Thành phố"));
            page.row(
                    "99999999",
                    "Trường Tiểu học Khác",
                    "Tiểu học",
                    books.facts().commune(),
                    SchoolFacts.PROVINCE);
            books.save(workbook);
        }
        return Optional.of(new Finding("I024_TWO_SCHOOLS_IN_FOLDER", false, at(books, name, "Trường", "A2")));
    }

    /** A list of a class of its own, in the code page of Windows, which says nothing of itself. */
    private static Optional<Finding> oldText(SchoolBooks books, int number) throws IOException {
        String name = "danh-sach-cu-" + number + ".csv";
        String list = listAsText(books, "995" + People.digits(number, 7), "2Z");
        Files.write(books.folder().resolve(name), inWindows1258(list));
        return Optional.of(new Finding("I043_ENCODING_GUESSED", false, at(books, name, "", "")));
    }

    /** The same in UTF-8, of which nothing is to be said. */
    private static Optional<Finding> cleanText(SchoolBooks books, int number) throws IOException {
        String list = listAsText(books, "996" + People.digits(number, 7), "2Y");
        Files.writeString(books.folder().resolve("danh-sach-moi-" + number + ".csv"), list);
        return Optional.empty();
    }

    private static String listAsText(SchoolBooks books, String code, String className) {
        int year = books.plan().year().start();
        return "Năm học " + books.plan().year() + "\nSTT;" + RowKind.CLASS_LIST.code
                + ";Họ tên;Ngày sinh;Giới tính;Trạng thái;Lớp học\n1;" + code
                + ";Lê Văn Sĩ;01/02/" + (year - 7) + ";Nam;Đang học;" + className + "\n";
    }

    /** Tones stand behind their letters there. */
    private static byte[] inWindows1258(String text) {
        Charset windows = Charset.forName("windows-1258");
        StringBuilder written = new StringBuilder();
        text.codePoints().mapToObj(Character::toString).forEach(letter -> {
            if (windows.newEncoder().canEncode(letter)) {
                written.append(letter);
            } else {
                String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
                String tones = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
                String base = parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", "");
                written.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tones);
            }
        });
        return written.toString().getBytes(windows);
    }

    private static Optional<Finding> noClass(SchoolBooks books, int number) throws IOException {
        String name = "bo-sung-" + number + ".xlsx";
        listOfNobody(books, number, name, "");
        return Optional.of(new Finding("I014_UNKNOWN_CLASS", true, at(books, name, "DS", "3")));
    }

    private static Optional<Finding> noSchool(SchoolBooks books, int number) throws IOException {
        String name = "khong-ro-truong-" + number + "/danh-sach.xlsx";
        listOfNobody(books, number, "../" + name, "LỚP 1A");
        return Optional.of(new Finding("I012_NO_SCHOOL_SHEET", true, new Place(name, "", "")));
    }

    private static void listOfNobody(SchoolBooks books, int number, String path, String title) throws IOException {
        try (Workbook workbook = books.workbook(path)) {
            Page page = workbook.page("DS");
            page.title("Năm học " + books.plan().year() + " " + title, 6);
            page.header(List.of(RowKind.CLASS_LIST.code, "Họ tên", "Ngày sinh", "Giới tính", "Trạng thái"));
            String nobody = "994" + People.digits(number, 7);
            page.row(nobody, "Nguyễn Văn Lạ", "01/02/" + (books.plan().year().start() - 6), "Nam", "Đang học");
            books.save(workbook);
        }
    }

    private static Place at(SchoolBooks books, String name, String sheet, String cell) {
        return new Place(books.facts().code() + "/" + name, sheet, cell);
    }
}
