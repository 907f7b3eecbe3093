package nienkhoa.printrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nienkhoa.printrun.folder.FolderPrinter;
import nienkhoa.testing.TestDatabase;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real files of a run, and a process that is killed while it writes them. */
class KilledRunTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int PUPILS = 20;

    @TempDir
    Path home;

    @Test
    void aKilledRunGoesOnWithNoSheetLostAndNoneTwice() throws IOException, InterruptedException {
        PrintFixture shop = shop(home);
        String run = shop.open().id();
        Path stick = Files.createDirectory(home.resolve("usb"));
        Process sending = new ProcessBuilder(command(run, stick)).inheritIO().start();
        while (files(stick).size() < 4 && sending.isAlive()) {
            Thread.sleep(5);
        }

        sending.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        int before = shop.runs.bundles(run).get(0).counts().planned();
        SendLoop.Result result = shop.loop().send(run, usb(stick), PrintFixture.NOBODY);

        assertThat(before).as("it was killed in the middle").isPositive();
        assertThat(result.trouble()).isEmpty();
        List<String> valid = shop.sheets.valid(run, Optional.empty()).stream()
                .map(known -> known.front().readable())
                .toList();
        assertThat(valid).hasSize(2 * PUPILS);
        assertThat(fronts(stick)).isEqualTo(valid);
    }

    private static PrintFixture shop(Path home) {
        PrintFixture shop = new PrintFixture(DATABASE.dataSource(), home);
        pupils(shop);
        return shop;
    }

    private static void pupils(PrintFixture shop) {
        for (int pupil = 1; pupil <= PUPILS; pupil++) {
            shop.documents.add(PrintFixture.FORM, "5A", 4);
        }
    }

    private List<String> command(String run, Path stick) {
        HikariDataSource pool = (HikariDataSource) DATABASE.dataSource();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Sending.class.getName(),
                pool.getJdbcUrl(),
                pool.getUsername(),
                Optional.ofNullable(pool.getPassword()).orElse(""),
                home.toString(),
                run,
                stick.toString());
    }

    /** The process that is killed. */
    static final class Sending {

        private Sending() {}

        public static void main(String... args) {
            try (HikariDataSource pool = new HikariDataSource()) {
                pool.setJdbcUrl(args[0]);
                pool.setUsername(args[1]);
                pool.setPassword(args[2]);
                PrintFixture shop = new PrintFixture(pool, Path.of(args[3]));
                pupils(shop);
                shop.loop().send(args[4], usb(Path.of(args[5])), PrintFixture.NOBODY);
            }
        }
    }

    private static Destination usb(Path stick) {
        return new Destination("usb", new FolderPrinter(stick), false, "");
    }

    private static List<Path> files(Path stick) throws IOException {
        try (Stream<Path> files = Files.list(stick)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    /** The letters beside the codes of all front sides, in the order of the files. */
    private static List<String> fronts(Path stick) throws IOException {
        List<String> fronts = new ArrayList<>();
        for (Path file : files(stick)) {
            try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
                PDFTextStripper text = new PDFTextStripper();
                for (int page = 1; page <= document.getNumberOfPages(); page += 2) {
                    text.setStartPage(page);
                    text.setEndPage(page);
                    fronts.add(text.getText(document)
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .strip());
                }
            }
        }
        return fronts;
    }
}
