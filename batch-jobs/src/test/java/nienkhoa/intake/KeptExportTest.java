package nienkhoa.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptExportTest {

    @TempDir
    private Path export;

    @TempDir
    private Path kept;

    @Test
    void takesAgainWhatWasDamagedWithoutChangingItsSize() throws IOException {
        Files.writeString(export.resolve("a.xlsx"), "0123456789");
        TakenExport taken = new ExportTaker(kept).take(export);
        Files.writeString(taken.folder().resolve("a.xlsx"), "\0\0\0\0\0\0\0\0\0\0");

        TakenExport again = new ExportTaker(kept).take(export);

        assertThat(again).isEqualTo(taken);
        assertThat(taken.folder().resolve("a.xlsx")).hasContent("0123456789");
    }

    @Test
    void takesAgainWhatWasCopiedHalf() throws IOException {
        Files.writeString(export.resolve("a.xlsx"), "0123456789");
        Files.writeString(export.resolve("b.xlsx"), "abc");
        TakenExport taken = new ExportTaker(kept).take(export);
        Path incoming = kept.resolve(".incoming-" + taken.sha256());
        Files.move(kept.resolve(taken.sha256()), incoming);
        Files.delete(incoming.resolve("files/b.xlsx"));
        Files.writeString(incoming.resolve("files/a.xlsx"), "0123");

        new ExportTaker(kept).take(export);

        assertThat(taken.folder().resolve("a.xlsx")).hasContent("0123456789");
        assertThat(taken.folder().resolve("b.xlsx")).hasContent("abc");
        assertThat(incoming).doesNotExist();
    }
}
