package nienkhoa.intake;

import static nienkhoa.intake.TestExport.AN;
import static nienkhoa.intake.TestExport.BINH;
import static nienkhoa.intake.TestExport.CHI;
import static nienkhoa.intake.TestExport.CLASS_LIST;
import static nienkhoa.intake.TestExport.COMMENTS;
import static nienkhoa.intake.TestExport.REGISTRY;
import static nienkhoa.intake.TestExport.RESULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.Photo;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.Student;
import nienkhoa.model.StudentId;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Checks across rows, files and photos, and the journal, through the whole of intake. */
class IntakeChecksTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    private RegisterContents database;

    @BeforeEach
    void emptyRegister() {
        DATABASE.emptyRegister();
        database = new RegisterContents(DATABASE.jdbc());
    }

    @Test
    void namesBreakInRunningNumbers() throws IOException {
        assertFound(
                read(TestExport.standard().set(CLASS_LIST, "5A", "A7", 4)),
                tuple("I180_ORDINAL_BREAK", "A7", List.of("5A", "2")));
    }

    @Test
    void comparesTotalsWithRows() throws IOException {
        TestExport export = TestExport.standard()
                .addRow(CLASS_LIST, "5A", "", "Tổng số: 4 học sinh")
                .addRow(RESULTS, "CN", "", "", "Tổng số", "", 2, "", "", "", "", "", "", "", "", 1, 0, 2, 1);

        assertFound(
                read(export),
                tuple("I181_TOTAL_DIFFERS", "B9", List.of("4", "3")),
                tuple("I181_TOTAL_DIFFERS", "P12", List.of("2", "1")));
    }

    @Test
    void acceptsTotalsThatFit() throws IOException {
        TestExport export = TestExport.standard()
                .addRow(CLASS_LIST, "5A", "Sĩ số: 3")
                .addRow(RESULTS, "CN", "", "", "Tổng cộng", "", 2, "", "", "", "", "", "", "", "", 1, 0, 1, 1);

        assertFound(read(export));
    }

    @Test
    void comparesOutcomeWithResults() throws IOException {
        IntakeResult result = read(TestExport.standard().set(REGISTRY, "Theo dõi năm học", "K2", "Ở lại lớp"));

        assertFound(result, tuple("I182_OUTCOME_DIFFERS", "K2", List.of("[CN] N9 (" + RESULTS + ")")));
    }

    @Test
    void comparesTheOtherOutcomeWithResults() throws IOException {
        IntakeResult result = read(TestExport.standard().set(REGISTRY, "Theo dõi năm học", "K4", "Lên lớp"));

        assertFound(result, tuple("I182_OUTCOME_DIFFERS", "K4", List.of("[CN] T11 (" + RESULTS + ")")));
    }

    @Test
    void namesWhoCompletedAndIsNotPromoted() throws IOException {
        IntakeResult result = read(TestExport.standard().set(RESULTS, "CN", "T9", "x"));

        assertThat(result.byCode()).containsKey("I183_COMPLETED_NOT_PROMOTED");
    }

    @Test
    void warnsOfOtherNameAndRejectsOtherPerson() throws IOException {
        TestExport export = TestExport.standard()
                .set(RESULTS, "CN", "C9", "Nguyễn Văn Anh")
                .set(COMMENTS, "Tiếng Việt", "D5", "Phạm Văn Dũng")
                .set(COMMENTS, "Tiếng Việt", "E5", "01/01/2013");

        IntakeResult result = read(export);

        assertThat(result.findings())
                .extracting(Finding::code, finding -> finding.place().cell())
                .contains(tuple("I184_NAME_DIFFERS", "C9"), tuple("I185_ROW_OF_OTHER_PERSON", "D5"));
        assertThat(result.counts().rowsRejected()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void warnsOfOtherBirthDate() throws IOException {
        assertFound(
                read(TestExport.standard().set(RESULTS, "CN", "D9", "12/05/2012")),
                tuple("I195_BIRTH_DATE_DIFFERS", "D9", List.of("[5A] D6 (" + CLASS_LIST + ")")));
    }

    @Test
    void namesStudentsWithoutResultsOnceAClass() throws IOException {
        TestExport export = TestExport.standard();
        Object[][] rows = export.rows(RESULTS, "CN");
        export.sheet(RESULTS, "CN", Arrays.copyOf(rows, rows.length - 1));

        IntakeResult result = read(export);

        assertFound(result, tuple("I187_RESULTS_MISSING", "6", List.of("5A", "1")));
        assertThat(result.findings().get(0).place().subject())
                .isEqualTo(StudentId.ofMoetCode(CHI).value());
    }

    @Test
    void namesResultsOfWhoHasLeft() throws IOException {
        IntakeResult result = read(TestExport.standard().set(CLASS_LIST, "5A", "G7", "Chuyển đi"));

        assertFound(result, tuple("I188_RESULT_OF_ONE_WHO_LEFT", "B10", List.of("[5A] G7 (" + CLASS_LIST + ")")));
    }

    @Test
    void keepsPartialBirthDateAsItIsPrinted() throws IOException {
        IntakeResult result = read(TestExport.standard()
                .set(CLASS_LIST, "5A", "D6", "05/2013")
                .set(RESULTS, "CN", "D9", "05/2013")
                .set(COMMENTS, "Tiếng Việt", "E4", "05/2013")
                .set(COMMENTS, "Năng lực, phẩm chất", "E3", "05/2013"));

        assertFound(result);
        Student an = database.current("student", Student.class).stream()
                .filter(student -> student.moetCode().equals(AN))
                .findFirst()
                .orElseThrow();
        assertThat(an.birthDate()).isNull();
        assertThat(an.birthDateText()).isEqualTo("05/2013");
        assertThat(database.current("student"))
                .filteredOn(json -> json.contains("birthDateText"))
                .hasSize(1);
    }

    @Test
    void writesEveryChangeIntoTheJournalOnce() throws IOException {
        TestExport export = TestExport.standard()
                .set(CLASS_LIST, "5A", "C6", "NguyÔn  V¨n An")
                .set(CLASS_LIST, "5A", "E6", "1")
                .set(CLASS_LIST, "5A", "P6", 31213000001.0);

        IntakeResult result = read(export);
        List<String> journal = journal();
        read();

        assertThat(journal)
                .containsExactly(
                        "C6 name 1 LEGACY_TCVN3 NguyÔn  V¨n An -> Nguyễn  Văn An",
                        "C6 name 2 SPACES Nguyễn  Văn An -> Nguyễn Văn An",
                        "E6 gender 1 CODE_SPELLED_OUT 1 -> Nam",
                        "P6 identityNumber 1 ZEROS_RESTORED 31213000001 -> 031213000001",
                        "F3 entered 1 SERIAL_DATE 43713 -> 05/09/2019");
        assertThat(journal()).isEqualTo(journal);
        assertThat(result.counts().changes())
                .containsEntry(ChangeRule.LEGACY_TCVN3, 1L)
                .containsEntry(ChangeRule.SERIAL_DATE, 1L)
                .hasSize(5);
    }

    @Test
    void readsClassListThatIsWhollyInOldLetters() throws IOException {
        read(TestExport.standard());
        String digest = database.digest();
        TestExport export = TestExport.standard();
        for (Object[] row : export.rows(CLASS_LIST, "5A")) {
            for (int i = 0; i < row.length; i++) {
                row[i] = row[i] instanceof String text ? LegacyTextTest.inTcvn3(text) : row[i];
            }
        }

        IntakeResult result = read(export);

        assertThat(result.findings()).isEmpty();
        assertThat(result.counts().revisions()).isEmpty();
        assertThat(database.digest()).isEqualTo(digest);
        assertThat(result.counts().changes().get(ChangeRule.LEGACY_TCVN3)).isGreaterThan(10);
    }

    @Test
    void journalsNothingOfExportThatIsStopped() throws IOException {
        TestExport.standard().set(CLASS_LIST, "5A", "E6", "1").write(folder);
        Intake intake = intake();

        intake.read(intake.take(folder), new SchoolYear(2024), ProgressListener.NONE);

        assertThat(journal()).isEmpty();
    }

    @Test
    void takesPhotoOfTwoStudentsForNeither() throws IOException {
        TestExport.standard().write(folder);
        Files.copy(photo(AN), photo(BINH));

        IntakeResult result = read();

        assertThat(result.findings())
                .extracting(Finding::code, finding -> finding.place().file(), Finding::args)
                .containsExactly(
                        tuple("I191_PHOTO_OF_TWO_STUDENTS", "anh/" + AN + ".jpg", List.of("anh/" + BINH + ".jpg")),
                        tuple("I191_PHOTO_OF_TWO_STUDENTS", "anh/" + BINH + ".jpg", List.of("anh/" + AN + ".jpg")));
        assertThat(database.current("photo")).isEmpty();
        assertThat(database.current("student")).hasSize(3);
    }

    @Test
    void warnsOfPhotosThatLookTheSame() throws IOException {
        TestExport.standard().write(folder);
        Files.write(photo(AN), jpeg(face(Color.ORANGE, 354, 472), 0.9f));
        Files.write(photo(BINH), jpeg(face(Color.ORANGE, 354, 472), 0.6f));
        Files.write(photo(CHI), jpeg(face(Color.PINK, 354, 472), 0.9f));

        IntakeResult result = read();

        assertThat(result.byCode()).containsOnly(java.util.Map.entry("I193_PHOTO_LOOKS_THE_SAME", 2L));
        assertThat(database.current("photo")).hasSize(3);
    }

    @Test
    void warnsOfSmallPhotosAndOtherShapes() throws IOException {
        TestExport.standard().write(folder);
        Files.write(photo(AN), jpeg(face(Color.ORANGE, 300, 400), 0.9f));
        Files.write(photo(BINH), jpeg(face(Color.PINK, 472, 472), 0.9f));

        IntakeResult result = read();

        assertThat(result.findings())
                .extracting(Finding::code, finding -> finding.place().file(), Finding::value)
                .containsExactly(
                        tuple("I194_PHOTO_SMALL", "anh/" + AN + ".jpg", "300×400"),
                        tuple("I189_PHOTO_NOT_3_4", "anh/" + BINH + ".jpg", "472×472"));
    }

    @Test
    void keepsPhotoWithoutItsMetadataAndTheExportAsItIs() throws IOException {
        TestExport.standard().write(folder);
        byte[] bare = jpeg(face(Color.ORANGE, 354, 472), 0.9f);
        byte[] withGps = PhotoMetadataTest.withSegment(bare, 0xE1, PhotoMetadataTest.exif(1));
        Files.write(photo(AN), withGps);

        IntakeResult result = read();

        Photo kept = database.current("photo", Photo.class).get(0);
        Path file = home.resolve("work/photos/" + kept.sha256().substring(0, 2) + "/" + kept.sha256() + ".jpg");
        assertThat(result.findings()).isEmpty();
        assertThat(file).hasBinaryContent(bare);
        assertThat(kept.bytes()).isEqualTo(bare.length);
        assertThat(intake().take(folder).folder().resolve("anh/" + AN + ".jpg")).hasBinaryContent(withGps);
    }

    @Test
    void refusesTurnedPhoto() throws IOException {
        TestExport.standard().write(folder);
        byte[] bare = jpeg(face(Color.ORANGE, 354, 472), 0.9f);
        Files.write(photo(AN), PhotoMetadataTest.withSegment(bare, 0xE1, PhotoMetadataTest.exif(6)));

        assertThat(read().byCode()).containsOnlyKeys("I192_PHOTO_TURNED");
    }

    private Path photo(String code) {
        return folder.resolve("anh/" + code + ".jpg");
    }

    static BufferedImage face(Color skin, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(60, 110, 190));
        pen.fillRect(0, 0, width, height);
        pen.setColor(skin);
        pen.fillOval(width / 4, height / 5, width / 2, height / 2);
        pen.dispose();
        return picture;
    }

    static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private List<String> journal() {
        return DATABASE.jdbc()
                .sql("select concat_ws(' ', cell, field, step, rule, before, '->', after) from intake_change"
                        + " order by file, sheet, cell, step")
                .query(String.class)
                .list();
    }

    /** Code, cell and arguments of all findings there are. */
    private static void assertFound(IntakeResult result, org.assertj.core.groups.Tuple... expected) {
        assertThat(result.findings())
                .extracting(Finding::code, finding -> finding.place().cell(), Finding::args)
                .containsExactly(expected);
    }

    private IntakeResult read(TestExport export) throws IOException {
        export.write(folder);
        return read();
    }

    private IntakeResult read() {
        Intake intake = intake();
        return intake.read(intake.take(folder), new SchoolYear(2023), ProgressListener.NONE);
    }

    private Intake intake() {
        return new Intake(
                home,
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
    }
}
