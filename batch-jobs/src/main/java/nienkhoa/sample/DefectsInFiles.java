package nienkhoa.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import nienkhoa.sample.DefectKind.Finding;
import nienkhoa.sample.DefectKind.InFile;
import nienkhoa.sample.DefectKind.InPhoto;
import nienkhoa.sample.DefectKind.Stray;
import nienkhoa.sample.ExpectedFinding.Place;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Kinds of defects in photos, whole files and files that should not be there. */
final class DefectsInFiles {

    private static final int BOMB_MEGABYTES = 64;

    private DefectsInFiles() {}

    static List<DefectKind> kinds() {
        return List.of(
                new InPhoto("photo-is-text", DefectsInFiles::text),
                new InPhoto("photo-of-nobody", DefectsInFiles::ofNobody),
                new InPhoto("photo-second", DefectsInFiles::second),
                new InFile("comments-cut-short", DefectsInFiles::cut, "I001_UNREADABLE_WORKBOOK"),
                new InFile("comments-with-password", DefectsInFiles::lock, "I017_PASSWORD_PROTECTED"),
                new Stray("text-named-xlsx", DefectsInFiles::textNamedWorkbook),
                new Stray("zip-bomb", DefectsInFiles::bomb),
                new Stray("sheet-of-notes", DefectsInFiles::notes),
                new Stray("second-school-in-folder", DefectsInFiles::secondSchool),
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

    private static Finding textNamedWorkbook(SchoolBooks books, int number) throws IOException {
        String name = "ghi-chu-" + number + ".xlsx";
        Files.writeString(books.folder().resolve(name), "không phải bảng tính", StandardCharsets.UTF_8);
        return new Finding("I001_UNREADABLE_WORKBOOK", true, at(books, name, "", ""));
    }

    private static Finding bomb(SchoolBooks books, int number) throws IOException {
        String name = "bom-" + number + ".xlsx";
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(books.folder().resolve(name)))) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                ZipEntry entry = new ZipEntry(part);
                entry.setTimeLocal(Workbook.FIXED_TIME);
                zip.putNextEntry(entry);
            }
            for (int i = 0; i < BOMB_MEGABYTES; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        return new Finding("I022_TOO_LARGE", true, at(books, name, "", ""));
    }

    private static Finding notes(SchoolBooks books, int number) throws IOException {
        String name = "so-tay-" + number + ".xlsx";
        try (Workbook workbook = books.workbook(name)) {
            workbook.page("Ghi chú").row("Cần bổ sung hồ sơ trước ngày 15/6");
            books.save(workbook);
        }
        return new Finding("I019_UNKNOWN_SHEET", false, at(books, name, "", ""));
    }

    /** By name after the school's own sheet, whose code counts. */
    private static Finding secondSchool(SchoolBooks books, int number) throws IOException {
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
        return new Finding("I024_TWO_SCHOOLS_IN_FOLDER", false, at(books, name, "Trường", "A2"));
    }

    private static Finding noClass(SchoolBooks books, int number) throws IOException {
        String name = "bo-sung-" + number + ".xlsx";
        listOfNobody(books, number, name, "");
        return new Finding("I014_UNKNOWN_CLASS", true, at(books, name, "DS", "3"));
    }

    private static Finding noSchool(SchoolBooks books, int number) throws IOException {
        String name = "khong-ro-truong-" + number + "/danh-sach.xlsx";
        listOfNobody(books, number, "../" + name, "LỚP 1A");
        return new Finding("I012_NO_SCHOOL_SHEET", true, new Place(name, "", ""));
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
