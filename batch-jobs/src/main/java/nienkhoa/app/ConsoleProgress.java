package nienkhoa.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import nienkhoa.language.Messages;

/**
 * Progress on a terminal as one line that is written over, elsewhere as plain lines every few seconds. Bars are drawn in
 * ASCII, which every console can show.
 */
public final class ConsoleProgress implements Progress {

    private static final int BAR_CELLS = 24;
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration NEXT_LINE = Duration.ofSeconds(5);

    /** Time left is guessed only after this long, because the first steps of a stage are slow. */
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final PrintStream out;
    private final boolean terminal;
    private final Messages messages;
    private final LongSupplier nanos;

    private Stage stage = Stage.SAMPLE;
    private boolean running;
    private long total;
    private long done;
    private long rejected;
    private long began;
    private long shown;
    private int shownLength;
    private String lastLine = "";

    /**
     * @param terminal whether {@code out} is one, so that a line can be written over
     * @param nanos a clock such as {@link System#nanoTime}
     */
    public ConsoleProgress(PrintStream out, boolean terminal, Messages messages, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.messages = messages;
        this.nanos = nanos;
    }

    @Override
    public synchronized void begin(Stage stage, long total) {
        end();
        this.stage = stage;
        this.total = total;
        this.done = 0;
        this.rejected = 0;
        this.began = nanos.getAsLong();
        this.running = true;
        show();
    }

    @Override
    public synchronized void done(long count) {
        done += count;
        showIfDue();
    }

    @Override
    public synchronized void rejected(long count) {
        rejected += count;
        showIfDue();
    }

    @Override
    public synchronized void end() {
        if (!running) {
            return;
        }
        show();
        running = false;
        if (terminal) {
            out.println();
            shownLength = 0;
        }
    }

    private void showIfDue() {
        Duration pause = terminal ? REDRAW : NEXT_LINE;
        if (running && nanos.getAsLong() - shown >= pause.toNanos()) {
            show();
        }
    }

    private void show() {
        shown = nanos.getAsLong();
        String line = line();
        if (terminal) {
            out.print("\r" + line + " ".repeat(Math.max(0, shownLength - line.length())));
            shownLength = line.length();
        } else if (!line.equals(lastLine)) {
            out.println(line);
            lastLine = line;
        }
        out.flush();
    }

    private String line() {
        StringBuilder line = new StringBuilder(text("STAGE_" + stage.name()));
        if (total > 0) {
            line.append(terminal ? " " + bar() : ":")
                    .append(' ')
                    .append(done)
                    .append('/')
                    .append(total);
        } else if (done > 0) {
            line.append(": ").append(done);
        }
        if (rejected > 0) {
            line.append(", ").append(text("PROGRESS_REJECTED", Long.toString(rejected)));
        }
        return line.append(timeLeft()).toString();
    }

    private String bar() {
        int filled = (int) (BAR_CELLS * Math.min(done, total) / total);
        return "[" + "#".repeat(filled) + ".".repeat(BAR_CELLS - filled) + "]";
    }

    private String timeLeft() {
        long spent = shown - began;
        if (done == 0 || done >= total || spent < WARM_UP.toNanos()) {
            return "";
        }
        long seconds = Duration.ofNanos((long) ((double) spent / done * (total - done)))
                .toSeconds();
        return ", " + text("PROGRESS_LEFT", seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60);
    }

    private String text(String key, Object... args) {
        return messages.text("app", key, args);
    }
}
