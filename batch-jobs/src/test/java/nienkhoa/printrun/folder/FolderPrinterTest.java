package nienkhoa.printrun.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import nienkhoa.printrun.JobReport;
import nienkhoa.printrun.PrintJob;
import nienkhoa.printrun.PrintJob.Edge;
import nienkhoa.printrun.PrintJob.Paper;
import nienkhoa.printrun.PrintNeeds;
import nienkhoa.printrun.PrinterGone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPrinterTest {

    private static final PrintNeeds NEEDS = new PrintNeeds(Set.of(Paper.A4), Set.of(Edge.LONG), "");

    @TempDir
    Path stick;

    @Test
    void laysWholeFilesInTheirOrderAndSaysNothingOfPaper() throws IOException, PrinterGone {
        FolderPrinter printer = new FolderPrinter(stick.resolve("hoc-ba"));

        assertThat(printer.cannot(NEEDS)).isEmpty();
        String second = printer.send(job("D00001-0002-B001-S0004-0006-A4"));
        String first = printer.send(job("D00001-0001-B001-S0001-0003-A4"));

        assertThat(stick.resolve("hoc-ba"))
                .isDirectoryContaining("glob:**/" + first)
                .isDirectoryContaining("glob:**/" + second);
        assertThat(first).isLessThan(second);
        assertThat(printer.look(first)).isEqualTo(new JobReport(JobReport.State.WAITING, -1, List.of()));
        assertThat(printer.find("D00001-0002-B001-S0004-0006-A4")).contains(second);
        assertThat(printer.find("D00001-0003-B001-S0007-0007-A4")).isEmpty();
    }

    @Test
    void takesACancelledFileAway() throws IOException, PrinterGone {
        FolderPrinter printer = new FolderPrinter(stick);
        String file = printer.send(job("D00001-0001-B001-S0001-0003-A4"));

        printer.cancel(file);
        printer.cancel(file);

        assertThat(stick.resolve(file)).doesNotExist();
        assertThat(printer.look(file).state()).isEqualTo(JobReport.State.FORGOTTEN);
    }

    @Test
    void aStickThatIsNotThereIsGone() {
        FolderPrinter printer = new FolderPrinter(stick.resolve("usb/hoc-ba"));

        assertThatThrownBy(() -> printer.cannot(NEEDS)).isInstanceOf(PrinterGone.class);
        assertThatThrownBy(() -> printer.find("x")).isInstanceOf(PrinterGone.class);
    }

    private PrintJob job(String name) throws IOException {
        Path pdf = Files.writeString(stick.resolve("source"), name);
        return new PrintJob(name, pdf, Paper.A4, Edge.LONG, 6, 3);
    }
}
