package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nienkhoa.app.KeptHome.Answer;
import nienkhoa.archive.DossierManifest;
import nienkhoa.archive.DossierStore.StoredDossier;
import nienkhoa.archive.ocfl.OcflDossierStore;
import nienkhoa.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** From documents to a closed run, by the commands that people give, with the paper in the form of scans. */
class PrintScanCommandTest {

    private static final String[] SUBJECT = {
        "--school", "31313401", "--school-year", "2023-2024", "--form", "class-summary"
    };

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    Path folder;

    private String run = "";

    @Test
    void aScanNamesWhatIsMissingItsRepairIsPrintedAndTheRunCloses() throws IOException {
        PrintedHome home = opened(3);
        done(home.run("print-run", "send", run, "--printer", "usb"));
        List<BufferedImage> stack = home.paper();
        List<BufferedImage> found = new ArrayList<>(stack);
        int lost = stack.size() - 2;
        found.subList(lost, stack.size()).clear();

        Answer first = scan(home, home.scanned("first.pdf", found));

        assertThat(first.exit()).isEqualTo(ExitCode.FINDINGS.number());
        assertThat(first.json().path("faults"))
                .hasSize(2)
                .allMatch(fault -> fault.path("kind").asString().equals("MISSING"));
        assertThat(first.json().path("repair")).hasSize(1);

        String repair = first.json().path("repair").get(0).asString();
        done(home.run(repair.split(" ")));
        KeptHome.wipe(home.folder.resolve("out/2023-2024"));
        done(home.run("print-run", "send", run, "--printer", "usb"));
        List<BufferedImage> again = home.paper();
        found.addAll(again.subList(again.size() - 2, again.size()));
        Answer second = scan(home, home.scanned("second.pdf", found));

        assertThat(second.json().path("faults"))
                .as("the archive had the document")
                .isEmpty();
        assertThat(second.exit()).isZero();
        done(home.run("print-run", "shred", run, "--none", "--by", "p03", "--with", "p02"));
        signedAndShelved(home, home.scanned("signed.pdf", found));
        done(home.run("print-run", "close", run, "--by", "p02"));
        assertThat(home.folder.resolve("work/print").resolve(run)).doesNotExist();
    }

    private void signedAndShelved(PrintedHome home, Path signed) throws IOException {
        done(step(home, "check", "p03"));
        done(step(home, "sign", "p04"));
        assertThat(scan(home, signed, "--signed").json().path("unread").toString())
                .contains("tập 1");
        done(step(home, "seal", "p01"));
        assertThat(signing(home)).isEmpty();
        Path leftByAKill = home.folder.resolve("work/signed-scans/signed-scan/" + PrintedHome.DOSSIER.id());
        Files.createDirectories(leftByAKill);
        Files.copy(signed, leftByAKill.resolve("half.pdf"));

        Answer taken = scan(home, signed, "--signed");
        Answer once = scan(home, signed, "--signed");
        StoredDossier head = head(home);

        assertThat(taken.json().path("archived").asInt()).isEqualTo(1);
        assertThat(once.exit()).isZero();
        assertThat(head.version()).as("once only").isEqualTo(2);
        assertThat(head.manifest().files())
                .extracting(DossierManifest.FileLine::path)
                .filteredOn(path -> path.contains("/deposits/"))
                .hasSize(1)
                .allMatch(path -> path.contains(run));
        done(step(home, "bind", "p03"));
        done(step(home, "shelve", "p02", "--room", "P2", "--cabinet", "T1", "--shelf", "N3", "--box", "H12"));
    }

    @Test
    void aDestroyedDossierLeavesNothingInTheRun() throws IOException {
        PrintedHome home = opened(1);
        Path print = home.folder.resolve("work/print").resolve(run);
        assertThat(files(print)).isNotEmpty();

        try (Application application = home.kept.open()) {
            home.kept.destroy(application, "5A");
        }

        assertThat(files(print)).isEmpty();
    }

    private PrintedHome opened(int documents) throws IOException {
        PrintedHome home = new PrintedHome(DATABASE, folder, documents);
        List<String> open = new ArrayList<>(List.of("print-run", "open"));
        open.addAll(List.of(SUBJECT));
        open.addAll(List.of("--by", "p03"));
        Answer opened = home.run(open.toArray(String[]::new));
        done(opened);
        run = opened.json().path("run").path("id").asString();
        return home;
    }

    private Answer scan(PrintedHome home, Path file, String... more) {
        List<String> scan = new ArrayList<>(List.of("print-run", "scan", run, file.toString(), "--by", "p03"));
        scan.addAll(List.of(more));
        return home.run(scan.toArray(String[]::new));
    }

    private Answer step(PrintedHome home, String step, String by, String... more) {
        List<String> command = new ArrayList<>(List.of("print-run", step, run, "--bundle", "1", "--by", by));
        command.addAll(List.of(more));
        return home.run(command.toArray(String[]::new));
    }

    private static String signing(PrintedHome home) {
        List<String> signing = new ArrayList<>(List.of("print-run", "signing"));
        signing.addAll(List.of(SUBJECT));
        return home.run(signing.toArray(String[]::new))
                .json()
                .get(0)
                .path("refusal")
                .asString();
    }

    private static StoredDossier head(PrintedHome home) {
        try (Application application = home.kept.open()) {
            Optional<StoredDossier> head =
                    application.part(OcflDossierStore.class).head(PrintedHome.DOSSIER.id());
            return head.orElseThrow();
        }
    }

    private static List<Path> files(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void done(Answer answer) {
        assertThat(answer.exit()).as(answer.json().toString()).isZero();
    }
}
