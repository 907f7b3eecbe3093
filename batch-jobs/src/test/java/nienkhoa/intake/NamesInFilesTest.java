package nienkhoa.intake;

import static nienkhoa.intake.TestExport.AN;
import static nienkhoa.intake.TestExport.CLASS_LIST;
import static nienkhoa.intake.TestExport.COMMENTS;
import static nienkhoa.intake.TestExport.REGISTRY;
import static nienkhoa.intake.TestExport.RESULTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nienkhoa.intake.formats.FileWorkbooks;
import nienkhoa.intake.postgres.PostgresStaging;
import nienkhoa.intake.xlsx.RejectWorkbook;
import nienkhoa.language.Messages;
import nienkhoa.model.Finding;
import nienkhoa.model.Finding.Severity;
import nienkhoa.model.Photo;
import nienkhoa.model.SchoolYear;
import nienkhoa.model.StudentId;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names beside codes in the files of one export, and names of photos. */
class NamesInFilesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T00:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    @BeforeEach
    void emptyRegister() {
        DATABASE.clear();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "Nguyễn Thị Hoà, Nguyễn Thị Hòa",
        "Trần Lý, Trần Lí",
        "Nguyễn Văn An, NGUYỄN VĂN AN",
        "Mỹ Duyên, Mĩ Duyên"
    })
    void takesTwoSpellingsForOnePerson(String listed, String written) throws IOException {
        IntakeResult result = read(TestExport.standard()
                .set(CLASS_LIST, "5A", "C6", listed)
                .set(RESULTS, "CN", "C9", written)
                .set(COMMENTS, "Tiếng Việt", "D4", Normalizer.normalize(written, Normalizer.Form.NFD))
                .set(COMMENTS, "Năng lực, phẩm chất", "D3", listed)
                .set(REGISTRY, "Đăng bộ", "C2", written)
                .set(REGISTRY, "Theo dõi năm học", "C2", written));

        assertThat(result.findings()).isEmpty();
    }

    @Test
    void namesBothPlacesOfTwoNamesUnderOneCode() throws IOException {
        IntakeResult result = read(TestExport.standard().set(RESULTS, "CN", "C9", "Nguyễn Văn Ân"));

        assertThat(result.findings())
                .extracting(
                        Finding::code,
                        Finding::severity,
                        Finding::value,
                        finding -> finding.place().cell(),
                        finding -> finding.place().subject(),
                        Finding::args)
                .containsExactly(tuple(
                        "I184_NAME_DIFFERS",
                        Severity.WARN,
                        "Nguyễn Văn Ân",
                        "C9",
                        StudentId.ofMoetCode(AN).value(),
                        List.of("[5A] C6 (" + CLASS_LIST + ")")));
    }

    @Test
    void namesBothPlacesOfTwoBirthDatesUnderOneCode() throws IOException {
        IntakeResult result = read(TestExport.standard().set(COMMENTS, "Tiếng Việt", "E4", "05/12/2013"));

        assertThat(result.findings())
                .extracting(Finding::code, finding -> finding.place().cell(), Finding::args)
                .containsExactly(tuple("I195_BIRTH_DATE_DIFFERS", "E4", List.of("[5A] D6 (" + CLASS_LIST + ")")));
    }

    @ParameterizedTest(name = "{0}.jpg")
    @CsvSource({"3100000001", "031213000001"})
    void knowsPhotosByEitherNumber(String name) throws IOException {
        TestExport.standard().write(folder);
        Files.move(folder.resolve("anh/" + AN + ".jpg"), folder.resolve("anh/photo.tmp"));
        Files.move(folder.resolve("anh/photo.tmp"), folder.resolve("anh/" + name + ".jpg"));

        IntakeResult result = read();

        assertThat(result.findings()).isEmpty();
        assertThat(new RegisterContents(DATABASE.jdbc()).current("photo", Photo.class))
                .extracting(Photo::studentId)
                .containsExactly(StudentId.ofMoetCode(AN));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "anh/3100000001.jpg, 3100000001, '', ''",
        "anh/031213000001.PNG, '', 031213000001, ''",
        "HS-0012.jpeg, '', '', HS-0012",
        "31000000011.jpg, '', '', 31000000011"
    })
    void readsPhotoNames(String path, String moetCode, String identityNumber, String localCode) {
        assertThat(PhotoName.of(path)).contains(new PhotoName(moetCode, identityNumber, localCode));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"anh/ảnh lớp 5A.jpg", "anh/.jpg"})
    void findsNoCodeInOtherPhotoNames(String path) {
        assertThat(PhotoName.of(path)).isEmpty();
    }

    private IntakeResult read(TestExport export) throws IOException {
        export.write(folder);
        return read();
    }

    private IntakeResult read() {
        Intake intake = new Intake(
                home,
                Layouts.bundled(),
                new FileWorkbooks(),
                new PostgresStaging(DATABASE.dataSource()),
                new RejectWorkbook(Messages.vietnamese()),
                CLOCK,
                2);
        return intake.read(intake.take(folder), new SchoolYear(2023), ProgressListener.NONE);
    }
}
