package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import nienkhoa.intake.TakenExport.TakenFile;
import nienkhoa.model.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportTakerTest {

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    @Test
    void keepsOrdinaryNamesAsTheyAre() throws IOException {
        write("2023-2024/Lớp 5A (mới), số 1 & 2.xlsx", "a");
        write("ảnh/3100000001.JPG", "b");

        TakenExport taken = take();

        assertThat(taken.files())
                .extracting(TakenFile::path)
                .containsExactly("2023-2024/Lớp 5A (mới), số 1 & 2.xlsx", "ảnh/3100000001.JPG");
        assertThat(taken.findings()).isEmpty();
    }

    @DisabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @CsvSource({
        "'a:b?.jpg', a%3Ab%3F.jpg",
        "'..\\..\\evil.jpg', ..%5C..%5Cevil.jpg",
        "'a\u0001b\n.jpg', a%01b%0A.jpg",
        "'a.', a%2E",
        "'a ', a%20",
        "con.jpg, _con.jpg",
        "'x*/LPT1', x%2A/_LPT1"
    })
    void givesNamesThatWindowsCannotHoldOthers(String name, String kept) throws IOException {
        write(name, "nội dung");

        TakenExport taken = take();

        assertThat(taken.files()).extracting(TakenFile::path).containsExactly(kept);
        assertThat(taken.folder().resolve(kept)).hasContent("nội dung");
        assertThat(taken.findings())
                .extracting(Finding::code, finding -> finding.place().file())
                .containsExactly(tuple("I049_NAME_NOT_PORTABLE", kept));
        assertThat(take()).isEqualTo(taken);
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void takesNamesWhoseBytesAreNoLetters() throws IOException {
        Files.writeString(Path.of(URI.create(folder.toUri() + "b%E1n.csv")), "a;b");
        Files.writeString(Path.of(URI.create(folder.toUri() + "b%E2n.csv")), "c;d");

        TakenExport taken = take();

        assertThat(taken.files()).extracting(TakenFile::path).containsExactly("b%E1n.csv", "b%E2n.csv");
        assertThat(taken.folder().resolve("b%E2n.csv")).hasContent("c;d");
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void keepsApartNamesThatDifferInCaseOrInAccentsOnly() throws IOException {
        write("ảnh/3100000001.JPG", "a");
        write("ảnh/3100000001.jpg", "b");
        write(Normalizer.normalize("ảnh/3100000001.jpg", Normalizer.Form.NFD), "c");

        TakenExport taken = take();

        assertThat(taken.files()).hasSize(3).allSatisfy(file -> assertThat(
                        PhotoName.of(file.path()).map(PhotoName::moetCode))
                .hasValue("3100000001"));
        assertThat(taken.findings())
                .extracting(Finding::code)
                .containsOnly("I050_NAMES_COLLIDE")
                .hasSize(2);
        assertThat(taken.files().stream().map(file -> Normalizer.normalize(file.path(), Normalizer.Form.NFC)
                        .toLowerCase(java.util.Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @EnabledOnOs(OS.LINUX)
    @ParameterizedTest
    @CsvSource({"236, false", "237, true"})
    void shortensNamesThatLeaveNoRoom(int letters, boolean shortened) throws IOException {
        write("a".repeat(letters) + ".jpg", "a");

        TakenExport taken = take();

        assertThat(taken.files().get(0).path().length() < 100).isEqualTo(shortened);
        assertThat(taken.files().get(0).path()).endsWith(".jpg");
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void followsNoLinksInside() throws IOException {
        Path outside = Files.writeString(home.resolve("secret.xlsx"), "bí mật");
        write("a.xlsx", "a");
        Files.createSymbolicLink(folder.resolve("link.xlsx"), outside);
        Files.createSymbolicLink(folder.resolve("folder"), home);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere.xlsx"), folder.resolve("missing"));

        TakenExport taken = take();

        assertThat(taken.files()).extracting(TakenFile::path).containsExactly("a.xlsx");
        assertThat(taken.findings())
                .extracting(Finding::code, finding -> finding.place().file())
                .containsExactlyInAnyOrder(
                        tuple("I023_NOT_A_REGULAR_FILE", "link.xlsx"),
                        tuple("I023_NOT_A_REGULAR_FILE", "folder"),
                        tuple("I023_NOT_A_REGULAR_FILE", "loop"),
                        tuple("I023_NOT_A_REGULAR_FILE", "nowhere.xlsx"));
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void takesExportThatIsItselfReachedByLink() throws IOException {
        write("a.xlsx", "a");
        Path link = Files.createSymbolicLink(home.resolve("link"), folder);

        assertThat(new ExportTaker(home.resolve("exports")).take(link).files()).hasSize(1);
    }

    @Test
    void goesIntoFoldersNamedLikeFiles() throws IOException {
        write("x.xlsx/a.csv", "a;b");

        assertThat(take().files()).extracting(TakenFile::path).isEqualTo(List.of("x.xlsx/a.csv"));
    }

    private TakenExport take() {
        return new ExportTaker(home.resolve("exports")).take(folder);
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
