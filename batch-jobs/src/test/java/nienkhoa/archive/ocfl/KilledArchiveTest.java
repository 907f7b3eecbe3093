package nienkhoa.archive.ocfl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ocfl.core.validation.Validator;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import nienkhoa.archive.ArchiveFixture;
import nienkhoa.archive.DossierStore.StoredDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed at random moments; what it said to be archived is there, and the object is whole. */
class KilledArchiveTest {

    private static final int KILLS = 4;

    @TempDir
    Path home;

    @Test
    void killedAtAnyMomentTheStoreLosesNothingThatItPromised() throws IOException, InterruptedException {
        Random random = new Random(20240531);
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int promised = runAndKill(next, 3 + random.nextInt(5), random.nextInt(40));

            try (OcflDossierStore store = OcflDossierStore.open(
                    home.resolve("archive"), home.resolve("work"), ArchiveFixture.FRI_2024_05_31)) {
                StoredDossier head = store.head(ArchiveFixture.CLASS_5A.id()).orElseThrow();
                assertThat(head.manifest().documents())
                        .extracting(document -> document.id())
                        .contains("D-" + promised);
                assertThat(Validator.validateObject(store.objectRoot(ArchiveFixture.CLASS_5A.id()), true)
                                .getErrors())
                        .isEmpty();
            }
            next = promised + 1;
        }
    }

    /** The last dossier that the process said it had archived. */
    private int runAndKill(int from, int lines, int milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledArchive.class.getName(),
                        home.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int last = -1;
        try (BufferedReader said = process.inputReader()) {
            for (int seen = 0; seen < lines; ) {
                String line = said.readLine();
                if (line == null) {
                    throw new IllegalStateException("the process ended by itself");
                }
                if (line.matches("[0-9]+")) {
                    last = Integer.parseInt(line);
                    seen++;
                }
            }
            Thread.sleep(milliseconds);
            process.destroyForcibly().waitFor();
        }
        return last;
    }
}
