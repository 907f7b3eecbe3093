package nienkhoa.archive.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileContentTest {

    @TempDir
    private Path folder;

    static Stream<Arguments> kept() {
        return Stream.of(
                Arguments.of(FileType.PDF, DepositFiles.pdf("plan")),
                Arguments.of(FileType.DOCX, DepositFiles.docx("plan")),
                Arguments.of(FileType.XLSX, DepositFiles.xlsx()),
                Arguments.of(FileType.XLS, DepositFiles.xls()),
                Arguments.of(FileType.JPEG, DepositFiles.picture("jpg")),
                Arguments.of(FileType.PNG, DepositFiles.picture("png")),
                Arguments.of(FileType.TIFF, DepositFiles.picture("tiff")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void kept(FileType type, byte[] content) throws IOException, UnfitFile {
        assertThat(FileContent.of(write(content))).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        byte[] pdf = DepositFiles.pdf("plan");
        byte[] docx = DepositFiles.docx("plan");
        byte[] png = DepositFiles.picture("png");
        return Stream.of(
                Arguments.of("A506_FILE_DAMAGED", "nothing in it", new byte[0]),
                Arguments.of("A506_FILE_DAMAGED", "half a DOCX", Arrays.copyOf(docx, docx.length / 2)),
                Arguments.of("A506_FILE_DAMAGED", "half a picture", Arrays.copyOf(png, png.length / 2)),
                Arguments.of("A506_FILE_DAMAGED", "the head of a PDF", Arrays.copyOf(pdf, 60)),
                Arguments.of("A507_FILE_LOCKED", "PDF with a password", DepositFiles.lockedPdf()),
                Arguments.of("A507_FILE_LOCKED", "workbook with a password", DepositFiles.lockedXlsx()),
                Arguments.of("A508_FILE_ACTIVE", "PDF with a script", DepositFiles.pdfWithScript()),
                Arguments.of("A508_FILE_ACTIVE", "PDF that starts a program", DepositFiles.pdfThatStartsAProgram()),
                Arguments.of("A508_FILE_ACTIVE", "DOCX with a macro", DepositFiles.docxWithMacro()),
                Arguments.of("A505_FILE_UNKNOWN", "a program", "MZ\0\0".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("A505_FILE_UNKNOWN", "a web page", "<html></html>".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource
    void refused(String code, String what, byte[] content) throws IOException {
        Path file = write(content);

        UnfitFile unfit = catchThrowableOfType(UnfitFile.class, () -> FileContent.of(file));

        assertThat(unfit).as(what).isNotNull();
        assertThat(unfit.code()).isEqualTo(code);
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }
}
