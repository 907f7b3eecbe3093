package nienkhoa.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nienkhoa.archive.copies.CopyLedger.Standing;
import nienkhoa.archive.copies.CopyTarget;
import picocli.CommandLine.Command;

/** {@code archive copies}: how each copy stands. */
@Command(name = "copies", sortOptions = false)
final class ArchiveCopiesCommand implements Callable<Integer> {

    private final RootCommand root;

    ArchiveCopiesCommand(RootCommand root) {
        this.root = root;
    }

    /** What {@code --json} prints. */
    record Result(List<Line> copies) {}

    /** One copy; times are empty if it never happened. */
    record Line(
            String target,
            String kind,
            String where,
            long dossiers,
            long complete,
            long missing,
            long stale,
            long damaged,
            String pendingSince,
            String unreachableSince,
            String copiedAt,
            String fullAt,
            String leastRecentLook,
            String drilledAt) {

        boolean isComplete() {
            return complete == dossiers && damaged == 0 && unreachableSince.isEmpty();
        }
    }

    @Override
    public Integer call() {
        Console console = root.console();
        try (Application application = Application.open(root.home())) {
            CopyDesk desk = application.part(CopyDesk.class);
            desk.takeStock();
            List<Line> lines = desk.wanted("").stream()
                    .map(copy -> line(copy, desk.ledger().standing(copy.id())))
                    .toList();
            console.result(new Result(lines), text(lines, console));
            return (lines.stream().allMatch(Line::isComplete) ? ExitCode.DONE : ExitCode.FINDINGS).number();
        }
    }

    private static Line line(CopyTarget copy, Standing standing) {
        return new Line(
                copy.id(),
                copy.kind().name(),
                copy.where(),
                standing.objects(),
                standing.complete(),
                standing.missing(),
                standing.stale(),
                standing.damaged(),
                time(standing.pendingSince()),
                time(standing.unreachableSince()),
                time(standing.copiedAt()),
                time(standing.fullAt()),
                time(standing.leastRecentLook()),
                time(standing.restoredAt()));
    }

    private static String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    private static String text(List<Line> lines, Console console) {
        List<String> text = new ArrayList<>();
        for (Line line : lines) {
            text.add(CopyTexts.text(
                    console,
                    "STANDING",
                    line.target(),
                    line.where(),
                    "" + line.complete(),
                    "" + line.dossiers(),
                    "" + line.missing(),
                    "" + line.stale(),
                    "" + line.damaged()));
            text.add(CopyTexts.text(
                    console,
                    "STANDING_TIMES",
                    shown(line.copiedAt()),
                    shown(line.fullAt()),
                    shown(line.leastRecentLook()),
                    shown(line.pendingSince()),
                    shown(line.unreachableSince()),
                    shown(line.drilledAt())));
        }
        return String.join(System.lineSeparator(), text);
    }

    private static String shown(String time) {
        return time.isEmpty() ? "–" : time;
    }
}
