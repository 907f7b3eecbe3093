package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nienkhoa.language.Messages;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The self-test in a Java process of its own, whole and with what it looks for really broken. */
class SelfTestTest {

    private static final String FACE = "fonts/NienKhoaSerif-Italic.ttf";

    @TempDir
    private Path folder;

    /** What the process does. */
    static final class Start {

        private Start() {}

        public static void main(String[] args) {
            try {
                SelfTest.run();
                System.out.print("passed");
            } catch (Problem problem) {
                System.out.writeBytes(problem.sentence(Messages.vietnamese()).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void passesWithTheWholeProgram() throws IOException, InterruptedException {
        assertThat(said(List.of(), List.of())).isEqualTo("passed");
    }

    @Test
    void failsOnAJavaThatDoesNotKnowTheOrderOfVietnamese() throws IOException, InterruptedException {
        assertThat(said(List.of("--limit-modules", "java.se,jdk.unsupported"), List.of()))
                .contains("không biết thứ tự chữ cái tiếng Việt", "Đa < Ea");
    }

    @Test
    void failsIfOneFaceLacksALetter() throws IOException, InterruptedException {
        writeFaceWithout('ỡ');

        assertThat(said(List.of(), List.of(folder.toString()))).contains("Phông chữ kèm theo thiếu chữ ỡ");
    }

    private void writeFaceWithout(char letter) throws IOException {
        try (var bundled = SelfTest.class.getResourceAsStream("/" + FACE);
                TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(bundled.readAllBytes()))) {
            TTFSubsetter subset = new TTFSubsetter(whole);
            for (char c = ' '; c < '\u2100'; c++) {
                if (c != letter && whole.getUnicodeCmapLookup().getGlyphId(c) > 0) {
                    subset.add(c);
                }
            }
            Path face = folder.resolve(FACE);
            Files.createDirectories(face.getParent());
            try (OutputStream out = Files.newOutputStream(face)) {
                subset.writeToStream(out);
            }
        }
    }

    private static String said(List<String> options, List<String> before) throws IOException, InterruptedException {
        List<String> classPath = new ArrayList<>(before);
        classPath.add(System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), Start.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
