package nienkhoa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import nienkhoa.language.Messages;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void writesOverOneLineOnATerminal() {
        ConsoleProgress progress = progress(true);

        progress.begin(Progress.Stage.RENDERING, 4);
        pass(Duration.ofSeconds(10));
        progress.done(1);
        progress.rejected(1);
        pass(Duration.ofSeconds(10));
        progress.done(1);
        progress.end();

        assertThat(shown().split("\r"))
                .contains(
                        "Lập văn bản [........................] 0/4",
                        "Lập văn bản [######..................] 1/4, còn 0:30",
                        "Lập văn bản [############............] 2/4, bị loại 1, còn 0:20");
        assertThat(shown()).endsWith("còn 0:20" + System.lineSeparator());
    }

    @Test
    void writesALineEveryFewSecondsElsewhere() {
        ConsoleProgress progress = progress(false);

        progress.begin(Progress.Stage.INTAKE, 0);
        for (int second = 0; second < 12; second++) {
            pass(Duration.ofSeconds(1));
            progress.done(100);
        }
        progress.end();

        assertThat(shown().lines())
                .containsExactly("Nhận dữ liệu", "Nhận dữ liệu: 500", "Nhận dữ liệu: 1000", "Nhận dữ liệu: 1200");
    }

    private ConsoleProgress progress(boolean terminal) {
        return new ConsoleProgress(out, terminal, Messages.vietnamese(), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
